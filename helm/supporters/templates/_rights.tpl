{{/*
What a function must be allowed at the brokers, as JSON: `include "supporters.rights" (dict "root" $ "name" $name "given" $given)`. A serving
function does, and so may, what those of its service do that are not enabled.
*/}}
{{- define "supporters.rights" -}}
{{- $edges := (.root.Files.Get "edges.yaml" | fromYaml).functions -}}
{{- $reads := list -}}
{{- $writes := list -}}
{{- $groups := list -}}
{{- $deadLetters := list -}}
{{- range $other, $theirs := .root.Values.functions -}}
  {{- $taken := and (eq $.given.role "serve") (eq $theirs.service $.given.service) (not (include "supporters.enabled" $theirs)) -}}
  {{- if or (eq $other $.name) $taken -}}
    {{- range (index $edges $other).follows -}}
      {{- $reads = append $reads (printf "supporters.%s.v1" .) -}}
    {{- end -}}
    {{- range (index $edges $other).writes -}}
      {{- $writes = append $writes (printf "supporters.%s.v1" .) -}}
    {{- end -}}
    {{- range $theirs.channels -}}
      {{- $reads = append $reads .topic -}}
      {{- $groups = append $groups .group -}}
      {{- $deadLetters = append $deadLetters (printf "%s.%s.dlq" .topic .group) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- dict "reads" ($reads | uniq | sortAlpha) "writes" ($writes | uniq | sortAlpha) "groups" ($groups | uniq | sortAlpha) "deadLetters" ($deadLetters | uniq | sortAlpha) | toJson -}}
{{- end }}

{{/* Names of topics or groups as options of kafka-acls.sh: `include "supporters.resources" (dict "option" "--topic" "names" $names)`. */}}
{{- define "supporters.resources" -}}
{{- range .names }} {{ $.option }} {{ . }}{{ end -}}
{{- end }}
