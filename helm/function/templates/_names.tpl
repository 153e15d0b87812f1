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

{{/* The fewest pods that there may be. */}}
{{- define "function.fewest" -}}
{{- if eq (include "function.scaler" .) "none" }}{{ int .function.replicas }}{{ else }}{{ int .function.autoscaling.min }}{{ end }}
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
{{- if le (int .function.shutdown.graceSeconds) (int .function.shutdown.delaySeconds) -}}
{{- fail (printf "functions.%s.shutdown.graceSeconds: found %d, expected more than shutdown.delaySeconds: %d" .function.name (int .function.shutdown.graceSeconds) (int .function.shutdown.delaySeconds)) -}}
{{- end -}}
{{- end }}
