{{/* Labels that never change: selectors hold these and nothing else, above all no version. */}}
{{- define "function.selector" -}}
app.kubernetes.io/name: {{ .function.name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Labels of pods. The chart's version is not among them: a new chart alone shall restart nobody. */}}
{{- define "function.podLabels" -}}
{{ include "function.selector" . }}
app.kubernetes.io/part-of: supporters
app.kubernetes.io/component: {{ .function.role }}
app.kubernetes.io/version: {{ .function.version | quote }}
supporters.dev/service: {{ .function.service }}
{{- end }}

{{- define "function.labels" -}}
{{ include "function.podLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "function.metadata" -}}
name: {{ .function.fullname }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "function.labels" . | nindent 2 }}
{{- end }}

{{/* "true" where the cluster is at least of this version: `include "function.since" (dict "root" $ "version" "1.21")`. */}}
{{- define "function.since" -}}
{{- if semverCompare (printf ">=%s.0-0" .version) .root.Capabilities.KubeVersion.Version }}true{{ end }}
{{- end }}

{{/* "true" where the cluster has an API, or the values say that it has: `helm template` cannot ask. */}}
{{- define "function.has" -}}
{{- if or (.root.Capabilities.APIVersions.Has .api) (has .api .root.Values.apis) }}true{{ end }}
{{- end }}

{{/* What decides how many pods there are: hpa, keda or none. KEDA counts only where it is, and where it can ask the brokers. */}}
{{- define "function.scaler" -}}
{{- $engine := .function.autoscaling.engine -}}
{{- if and (eq $engine "keda") (not .function.channels) -}}
{{- fail (printf "functions.%s.autoscaling.engine: found keda, expected hpa or none: the function consumes nothing, so it has no lag" .function.name) -}}
{{- end -}}
{{- if and (eq $engine "keda") (not (and .function.keda (include "function.has" (dict "root" .root "api" "keda.sh/v1alpha1")))) -}}none
{{- else -}}{{ $engine }}
{{- end -}}
{{- end }}

{{/* The most pods that there may be. */}}
{{- define "function.most" -}}
{{- if eq (include "function.scaler" .) "none" }}{{ int .function.replicas }}{{ else }}{{ int .function.autoscaling.max }}{{ end }}
{{- end }}

{{/* A part of the memory that a container may have, in MiB; nothing, if it has no bound: `include "function.share" (dict "function" $function "percent" 60)`. */}}
{{- define "function.share" -}}
{{- $limit := (.function.resources.limits | default dict).memory | default "" -}}
{{- if $limit -}}
{{- $text := ternary (printf "%.0f" (float64 $limit)) (toString $limit) (not (kindIs "string" $limit)) -}}
{{- $bytes := float64 (get (dict "" 1 "k" 1000 "M" 1000000 "G" 1000000000 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824) (regexFind "[A-Za-z]*$" $text)) -}}
{{- int (floor (divf (mulf (float64 (regexFind "^[0-9.]+" $text)) $bytes (float64 .percent)) 104857600.0)) -}}
{{- end -}}
{{- end }}

{{/* More pods than partitions would have nothing to read. */}}
{{- define "function.checked" -}}
{{- if .function.channels -}}
{{- $partitions := int .function.partitions -}}
{{- if and (ne .function.autoscaling.engine "none") (gt (int .function.autoscaling.max) $partitions) -}}
{{- fail (printf "functions.%s.autoscaling.max: found %d, expected at most %d, the partitions of its topics (kafka.partitions)" .function.name (int .function.autoscaling.max) $partitions) -}}
{{- end -}}
{{- if gt (int .function.replicas) $partitions -}}
{{- fail (printf "functions.%s.replicas: found %d, expected at most %d, the partitions of its topics (kafka.partitions)" .function.name (int .function.replicas) $partitions) -}}
{{- end -}}
{{- end -}}
{{- if gt (int .function.autoscaling.min) (int .function.autoscaling.max) -}}
{{- fail (printf "functions.%s.autoscaling.min: found %d, expected at most autoscaling.max: %d" .function.name (int .function.autoscaling.min) (int .function.autoscaling.max)) -}}
{{- end -}}
{{- if and (eq .function.autoscaling.engine "hpa") (lt (int .function.autoscaling.min) 1) -}}
{{- fail (printf "functions.%s.autoscaling.min: found %d, expected at least 1 with engine hpa" .function.name (int .function.autoscaling.min)) -}}
{{- end -}}
{{- $memory := add (int .function.memory.heapPercent) (int .function.memory.directPercent) -}}
{{- if gt (int $memory) 95 -}}
{{- fail (printf "functions.%s.memory: found heapPercent and directPercent of %d together, expected at most 95, as code and threads need memory, too" .function.name (int $memory)) -}}
{{- end -}}
{{- $stop := add (int .function.shutdown.delaySeconds) (int .function.shutdown.drainSeconds) -}}
{{- if le (int .function.shutdown.graceSeconds) (int $stop) -}}
{{- fail (printf "functions.%s.shutdown.graceSeconds: found %d, expected more than delaySeconds and drainSeconds together: %d" .function.name (int .function.shutdown.graceSeconds) (int $stop)) -}}
{{- end -}}
{{- end }}
