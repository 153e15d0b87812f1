{{- define "supporters.fullname" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" }}
{{- end }}

{{/* Labels of what belongs to no single function: `include "supporters.labels" (dict "root" $ "name" "demo")`. */}}
{{- define "supporters.labels" -}}
{{ include "supporters.podLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "supporters.podLabels" -}}
{{ include "supporters.selector" . }}
app.kubernetes.io/part-of: supporters
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
{{- end }}

{{- define "supporters.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "supporters.metadata" -}}
name: {{ include "supporters.fullname" .root }}-{{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "supporters.labels" . | nindent 2 }}
{{- end }}

{{/*
An image of ours: `include "supporters.image" (dict "root" $ "service" "call" "image" $image)`. The digests are those of the chart's own
version: another tag is another image. They are in a file, as `helm upgrade --reuse-values` would take values of the version before.
*/}}
{{- define "supporters.image" -}}
{{- $image := mergeOverwrite (deepCopy .root.Values.image) (.image | default dict) -}}
{{- $suffix := ternary "-native" "" (eq $image.variant "native") -}}
{{- $digests := mergeOverwrite (.root.Files.Get "digests.yaml" | fromYaml) ($image.digests | default dict) -}}
{{- $digest := $image.digest | default (ternary "" (get $digests (printf "%s%s" .service $suffix)) (ne $image.tag "")) -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .service }}:{{ $image.tag | default .root.Chart.AppVersion }}{{ $suffix }}
{{- with $digest }}@{{ . }}{{ end -}}
{{- end }}

{{/* What is given, or what the demo brings. */}}
{{- define "supporters.given" -}}
{{- if .value }}{{ .value }}{{ else if .root.Values.demo.enabled }}{{ .demo }}{{ end -}}
{{- end }}

{{- define "supporters.bootstrapServers" -}}
{{- include "supporters.given" (dict "root" . "value" .Values.kafka.bootstrapServers "demo" (printf "%s-demo:19092" (include "supporters.fullname" .))) }}
{{- end }}

{{/* Topics of the demo's broker have this many. */}}
{{- define "supporters.partitions" -}}
{{ int .Values.kafka.partitions }}
{{- end }}

{{- define "supporters.legacyUrl" -}}
{{- include "supporters.given" (dict "root" . "value" .Values.legacy.url "demo" (printf "http://%s-legacy%s:8190" (include "supporters.fullname" .) (ternary (printf ".%s.svc.%s" .Release.Namespace .Values.legacyProxy.clusterDomain) "" .Values.legacyProxy.enabled))) }}
{{- end }}

{{- define "supporters.issuer" -}}
{{- include "supporters.given" (dict "root" . "value" .Values.oidc.issuer "demo" "https://issuer.local.supporters.dev") }}
{{- end }}

{{/* Whether the issuer is the demo's, which gives tokens for anybody to anybody. */}}
{{- define "supporters.demoIssuer" -}}
{{- if and .Values.demo.enabled (not .Values.oidc.issuer) }}true{{ end -}}
{{- end }}

{{- define "supporters.jwks" -}}
{{- if .Values.oidc.jwks }}{{ .Values.oidc.jwks }}
{{- else if .Values.oidc.issuer }}{{ .Values.oidc.issuer | trimSuffix "/" }}/.well-known/jwks.json
{{- else }}http://{{ include "supporters.fullname" . }}-demo:8191/jwks.json
{{- end -}}
{{- end }}

{{- define "supporters.tokens" -}}
{{- .Values.tokens.existingSecret | default (printf "%s-tokens" (include "supporters.fullname" .)) }}
{{- end }}

{{/* The Secret with the certificate of the functions that serve gRPC. */}}
{{- define "supporters.tlsSecret" -}}
{{- if eq .Values.tls.mode "existing" }}{{ .Values.tls.existingSecret }}{{ else }}{{ include "supporters.fullname" . }}-tls{{ end -}}
{{- end }}

{{/* The Secret that holds the connection string of a function: JSON of name and key. */}}
{{- define "supporters.mongodb" -}}
{{- $mongodb := .root.Values.mongodb -}}
{{- $own := eq $mongodb.logins "own" -}}
{{- if $mongodb.existingSecret -}}
{{ dict "name" ($own | ternary (printf "%s-%s" $mongodb.existingSecret .name) $mongodb.existingSecret) "key" $mongodb.existingSecretKey | toJson }}
{{- else -}}
{{ dict "name" (printf "%s-mongodb" (include "supporters.fullname" .root)) "key" "connection-string" | toJson }}
{{- end -}}
{{- end }}
