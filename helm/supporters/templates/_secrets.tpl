{{/* Secrets that the chart makes, and what is known of those that exist. */}}

{{/*
The made tokens as data of a Secret, as JSON: what the cluster has, or new ones; once for a rendering, so that all see the same. Where the
cluster cannot be asked there are none (supporters.tokenProblems), but of a demo whose issuer gives tokens to anybody: the same each time.
*/}}
{{- define "supporters.madeTokens" -}}
{{- $tokens := .Values.tokens -}}
{{- if not (hasKey $tokens "made") -}}
  {{- $name := include "supporters.tokens" . -}}
  {{- $there := (lookup "v1" "Secret" .Release.Namespace $name | default dict).data | default dict -}}
  {{- $cluster := include "supporters.cluster" . -}}
  {{- $made := dict -}}
  {{- range list "legacy-token" "service-token" -}}
    {{- $new := randAlphaNum 48 -}}
    {{- if not $cluster -}}
      {{- $new = printf "%s/%s/%s" $.Release.Namespace $name . | sha256sum -}}
    {{- end -}}
    {{- $_ := set $made . (get $there . | default (b64enc $new)) -}}
  {{- end -}}
  {{- /* an operator's, while a token is changed */ -}}
  {{- range list "legacy-token-other" "service-token-other" -}}
    {{- $name := . -}}
    {{- with get $there $name -}}
      {{- $_ := set $made $name . -}}
    {{- end -}}
  {{- end -}}
  {{- $_ := set $tokens "made" $made -}}
{{- end -}}
{{- $tokens.made | toJson -}}
{{- end }}

{{- define "supporters.connectionString" -}}
{{- include "supporters.given" (dict "root" . "value" .Values.mongodb.connectionString "demo" (printf "mongodb://%s-demo:27117" (include "supporters.fullname" .))) }}
{{- end }}

{{/*
A digest of what a function takes from Secrets and ConfigMaps as variables, which it reads when it starts: with another one, its pods are
new. Nothing, where the cluster cannot be asked. `data` keeps what was found, by kind and name, for the functions after it.
*/}}
{{- define "supporters.checksum" -}}
{{- $root := .root -}}
{{- $data := .data -}}
{{- if not $root.Values.tokens.existingSecret -}}
  {{- $_ := set $data (printf "Secret %s" (include "supporters.tokens" $root)) (include "supporters.madeTokens" $root | fromJson) -}}
{{- end -}}
{{- if not $root.Values.mongodb.existingSecret -}}
  {{- $made := include "supporters.mongodb" (dict "root" $root "name" "") | fromJson -}}
  {{- $_ := set $data (printf "Secret %s" $made.name) (dict $made.key (include "supporters.connectionString" $root | b64enc)) -}}
{{- end -}}
{{- $secrets := deepCopy .function.secretEnv -}}
{{- $configMaps := deepCopy .function.configEnv -}}
{{- range $variable := .function.extraEnv -}}
  {{- $from := $variable.valueFrom | default dict -}}
  {{- with $from.secretKeyRef }}{{ $_ := set $secrets $variable.name . }}{{ end -}}
  {{- with $from.configMapKeyRef }}{{ $_ := set $configMaps $variable.name . }}{{ end -}}
{{- end -}}
{{- $found := dict -}}
{{- range $kind, $variables := dict "ConfigMap" $configMaps "Secret" $secrets -}}
  {{- range $variable, $from := $variables -}}
    {{- $place := printf "%s %s" $kind $from.name -}}
    {{- if not (hasKey $data $place) -}}
      {{- $_ := set $data $place ((lookup "v1" $kind $root.Release.Namespace $from.name | default dict).data | default dict) -}}
    {{- end -}}
    {{- with get (get $data $place) $from.key -}}
      {{- $_ := set $found $variable . -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if $found }}{{ $found | toJson | sha256sum }}{{ end -}}
{{- end }}
