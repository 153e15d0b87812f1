{{/* Who may reach a function, and what it may reach, as the Kubernetes API says it. All of it comes from edges.yaml. */}}
{{- define "supporters.traffic" -}}
{{- $ingress := list -}}
{{- $ports := list (dict "port" (int .function.port) "protocol" "TCP") -}}
{{- $callers := include "supporters.callers" . | fromJsonArray -}}
{{- if $callers -}}
  {{- $ingress = append $ingress (dict "ports" $ports "from" (list (include "supporters.peers" (dict "root" .root "names" $callers) | fromJson))) -}}
{{- end -}}
{{- $fromOutside := list "gateway" -}}
{{- range .root.Values.gatewayApi.grpcRoutes -}}
  {{- $fromOutside = append $fromOutside .function -}}
{{- end -}}
{{- if has .name $fromOutside -}}
  {{- $rule := dict "ports" $ports -}}
  {{- with .root.Values.networkPolicy.gatewayFrom -}}
    {{- $_ := set $rule "from" . -}}
  {{- end -}}
  {{- $ingress = append $ingress $rule -}}
{{- end -}}
{{- with .root.Values.networkPolicy.metricsFrom -}}
  {{- $ingress = append $ingress (dict "ports" $ports "from" .) -}}
{{- end -}}
{{- dict "enabled" .root.Values.networkPolicy.enabled "ingress" $ingress "egress" (include "supporters.egress" . | fromJsonArray) | toJson -}}
{{- end }}

{{/* Pods by the names of their functions. */}}
{{- define "supporters.peers" -}}
{{- dict "podSelector" (dict "matchLabels" (dict "app.kubernetes.io/instance" .root.Release.Name) "matchExpressions" (list (dict "key" "app.kubernetes.io/name" "operator" "In" "values" .names))) | toJson -}}
{{- end }}

{{/* The names of those that have an edge to a function. */}}
{{- define "supporters.callers" -}}
{{- $name := .name -}}
{{- $values := .root.Values -}}
{{- $callers := list -}}
{{- range $caller, $edges := (.root.Files.Get "edges.yaml" | fromYaml).functions -}}
  {{- $there := eq (include "supporters.isThere" (dict "values" $values "name" $caller)) "true" -}}
  {{- if and $there (has $name $edges.calls) -}}
    {{- $callers = append $callers $caller -}}
  {{- end -}}
{{- end -}}
{{- if eq $name "gateway" -}}
  {{- $callers = append $callers "check" -}}
  {{- if $values.legacyProxy.enabled -}}
    {{- $callers = append $callers "legacy-proxy" -}}
  {{- end -}}
{{- end -}}
{{- if eq $name "legacy" -}}
  {{- range $caller, $edges := (.root.Files.Get "edges.yaml" | fromYaml).functions -}}
    {{- if and (has "legacy" $edges.uses) (include "supporters.isThere" (dict "values" $values "name" $caller)) -}}
      {{- $callers = append $callers $caller -}}
    {{- end -}}
  {{- end -}}
  {{- if $values.legacyProxy.enabled -}}
    {{- $callers = append $callers "legacy-proxy" -}}
  {{- end -}}
{{- end -}}
{{- $callers | sortAlpha | toJson -}}
{{- end }}

{{/* "true" for a function that runs in this release. */}}
{{- define "supporters.isThere" -}}
{{- if eq .name "legacy" }}{{ if .values.demo.enabled }}true{{ end }}
{{- else if hasKey .values.functions .name }}{{ include "supporters.enabled" (index .values.functions .name) }}
{{- end -}}
{{- end }}

{{- define "supporters.egress" -}}
{{- $root := .root -}}
{{- $values := .root.Values -}}
{{- $egress := list (include "supporters.dns" . | fromJson) -}}
{{- range .edges.calls -}}
  {{- if include "supporters.isThere" (dict "values" $values "name" .) -}}
    {{- $port := int (index $values.functions .).port -}}
    {{- $egress = append $egress (dict "to" (list (include "supporters.peers" (dict "root" $root "names" (list .)) | fromJson)) "ports" (list (dict "port" $port "protocol" "TCP"))) -}}
  {{- end -}}
{{- end -}}
{{- $parts := .edges.uses -}}
{{- if $values.otlp.endpoint -}}
  {{- $parts = append $parts "otlp" -}}
{{- end -}}
{{- range $parts -}}
  {{- $egress = append $egress (include "supporters.part" (dict "root" $root "part" .) | fromJson) -}}
{{- end -}}
{{- $egress | toJson -}}
{{- end }}

{{- define "supporters.dns" -}}
{{- dict "ports" (list (dict "port" 53 "protocol" "UDP") (dict "port" 53 "protocol" "TCP")) | toJson -}}
{{- end }}

{{/* The rule for a part outside, or for the demo's pod in its place. */}}
{{- define "supporters.part" -}}
{{- $values := .root.Values -}}
{{- $given := dict "kafka" $values.kafka.bootstrapServers "mongodb" (or $values.mongodb.connectionString $values.mongodb.existingSecret) "legacy" $values.legacy.url "issuer" $values.oidc.issuer "otlp" $values.otlp.endpoint -}}
{{- if and $values.demo.enabled (not (index $given .part)) -}}
  {{- $ours := index (dict "kafka" (list "demo" 19092) "mongodb" (list "demo" 27117) "issuer" (list "demo" 8191) "legacy" (list "legacy" 8190)) .part -}}
  {{- dict "to" (list (include "supporters.peers" (dict "root" .root "names" (list (first $ours))) | fromJson)) "ports" (list (dict "port" (last $ours) "protocol" "TCP")) | toJson -}}
{{- else -}}
  {{- $part := index $values.networkPolicy.parts .part -}}
  {{- $ports := list -}}
  {{- range $part.ports | default (include "supporters.portsGiven" . | fromJsonArray) -}}
    {{- $ports = append $ports (dict "port" (int .) "protocol" "TCP") -}}
  {{- end -}}
  {{- $rule := dict "ports" $ports -}}
  {{- with $part.to -}}
    {{- $_ := set $rule "to" . -}}
  {{- end -}}
  {{- $rule | toJson -}}
{{- end -}}
{{- end }}

{{/*
The ports of a part's addresses as they are given, as JSON. What stands in a Secret, or behind an SRV record, nobody can read here: MongoDB's
usual port. The issuer is where its keys are: nobody asks it for anything else.
*/}}
{{- define "supporters.portsGiven" -}}
{{- $values := .root.Values -}}
{{- $ports := list -}}
{{- if eq .part "kafka" -}}
  {{- range splitList "," $values.kafka.bootstrapServers -}}
    {{- $ports = append $ports (regexFind "[0-9]+$" .) -}}
  {{- end -}}
{{- else if eq .part "mongodb" -}}
  {{- $string := $values.mongodb.connectionString -}}
  {{- if hasPrefix "mongodb://" $string -}}
    {{- $hosts := regexReplaceAll "^[^@/]*@" (trimPrefix "mongodb://" $string) "" | splitList "/" | first | splitList "?" | first -}}
    {{- range splitList "," $hosts -}}
      {{- $ports = append $ports (regexFind ":[0-9]+$" . | trimPrefix ":" | default "27017") -}}
    {{- end -}}
  {{- else -}}
    {{- $ports = append $ports "27017" -}}
  {{- end -}}
{{- else -}}
  {{- $address := index (dict "legacy" (include "supporters.legacyUrl" .root) "issuer" (include "supporters.jwks" .root) "otlp" $values.otlp.endpoint) .part | urlParse -}}
  {{- $usual := ternary "443" "80" (eq $address.scheme "https") -}}
  {{- $ports = append $ports (regexFind ":[0-9]+$" $address.host | trimPrefix ":" | default $usual) -}}
{{- end -}}
{{- $ports | uniq | sortAlpha | toJson -}}
{{- end }}
