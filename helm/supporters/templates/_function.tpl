{{/*
All that the library chart must know of one function, as JSON:
`include "supporters.function" (dict "root" $ "name" $name "given" $given "data" $data)`, with one dict as $data for all functions.
*/}}
{{- define "supporters.function" -}}
{{- $values := .root.Values -}}
{{- $fullname := include "supporters.fullname" .root -}}
{{- $given := .given -}}
{{- $serving := index $values.functions $given.service | default $given -}}
{{- $edges := index (.root.Files.Get "edges.yaml" | fromYaml).functions .name | required (printf "functions.%s: edges.yaml does not know it" .name) -}}
{{- $function := omit (deepCopy $values.function) "global" -}}
{{- $function = mergeOverwrite $function (deepCopy (index $values.roles $given.role)) -}}
{{- $function = mergeOverwrite $function (deepCopy (omit $given "image")) -}}
{{- $_ := set $function "name" .name -}}
{{- $_ := set $function "fullname" (printf "%s-%s" $fullname .name) -}}
{{- $_ := set $function "port" $serving.port -}}
{{- $_ := set $function "protocol" $serving.protocol -}}
{{- $_ := set $function "channels" ($given.channels | default dict) -}}
{{- $_ := set $function "partitions" (int $values.kafka.partitions) -}}
{{- $_ := set $function "image" (include "supporters.image" (dict "root" .root "service" $given.service "image" $given.image)) -}}
{{- $_ := set $function "variant" (($given.image | default dict).variant | default $values.image.variant) -}}
{{- $_ := set $function "version" (($given.image | default dict).tag | default $values.image.tag | default .root.Chart.AppVersion) -}}
{{- $_ := set $function "pullPolicy" $values.image.pullPolicy -}}
{{- $_ := set $function "pullSecrets" $values.image.pullSecrets -}}
{{- $_ := set $function "monitor" $values.monitoring.serviceMonitor -}}
{{- if $function.channels -}}
{{- $_ := set $function "bootstrapServers" (include "supporters.bootstrapServers" .root) -}}
{{- /* the demo's broker lets in nobody of another namespace, and KEDA is in one */ -}}
{{- if $values.kafka.bootstrapServers -}}
{{- $_ := set $function "keda" (include "supporters.kedaKafka" .root | fromJson) -}}
{{- end -}}
{{- if and $values.kafka.existingSecretKeys.jaas (eq (include "function.scaler" (dict "root" .root "function" $function)) "keda") -}}
{{- fail (printf "functions.%s.autoscaling.engine: found keda, expected none: KEDA cannot log in by kafka.existingSecretKeys.jaas" .name) -}}
{{- end -}}
{{- end -}}
{{- if ne $values.tls.mode "none" -}}
{{- $_ := set $function "tls" (dict "secret" (include "supporters.tlsSecret" .root) "directory" "/etc/supporters/tls" "server" (eq $serving.protocol "grpc")) -}}
{{- end -}}
{{- $context := dict "root" .root "name" .name "given" $given "edges" $edges "fullname" $fullname -}}
{{- $env := include "supporters.env" $context | fromJson -}}
{{- with $function.tls -}}
{{- $_ := set $env "SUPPORTERS_TLS_DIRECTORY" .directory -}}
{{- $_ := set $env "SUPPORTERS_TLS_SERVER" (toString .server) -}}
{{- end -}}
{{- if and $values.training.enabled (has $given.service (list "mlgateway" "zone")) -}}
{{- $trained := include "supporters.trained" (dict "root" .root "service" $given.service) | fromJson -}}
{{- $env = merge $env $trained.env -}}
{{- $_ := set $function "extraVolumes" (append ($function.extraVolumes | default list) $trained.volume) -}}
{{- $_ := set $function "extraVolumeMounts" (concat ($function.extraVolumeMounts | default list) $trained.mounts) -}}
{{- end -}}
{{- $_ := set $function "env" (mergeOverwrite $env $function.env) -}}
{{- $_ := set $function "secretEnv" (include "supporters.secretEnv" $context | fromJson) -}}
{{- $_ := set $function "configEnv" (include "supporters.configEnv" $context | fromJson) -}}
{{- with include "supporters.checksum" (dict "root" .root "function" $function "data" .data) -}}
{{- $_ := set $function "checksum" . -}}
{{- end -}}
{{- $_ := set $function "networkPolicy" (include "supporters.traffic" (dict "root" .root "name" .name "function" $function "edges" $edges) | fromJson) -}}
{{- $function | toJson -}}
{{- end }}

{{/* Whether a function of the values is enabled. */}}
{{- define "supporters.enabled" -}}
{{- if hasKey . "enabled" }}{{ if .enabled }}true{{ end }}{{ else }}true{{ end }}
{{- end }}

{{- define "supporters.env" -}}
{{- $values := .root.Values -}}
{{- $name := .name -}}
{{- $given := .given -}}
{{- $fullname := .fullname -}}
{{- $env := dict -}}
{{- range $other, $theirs := $values.functions -}}
  {{- if and (eq $theirs.service $given.service) (ne $other $name) -}}
    {{- /* what another function does is off here; the serving one does it for those that are not enabled */ -}}
    {{- if or (ne $given.role "serve") (include "supporters.enabled" $theirs) -}}
      {{- range $channel, $_ := $theirs.channels -}}
        {{- /* the property's own name: SmallRye cannot find back the dash of a channel in MP_MESSAGING_INCOMING_MOVE_SIGNALS_ENABLED */ -}}
        {{- $_ := set $env (printf "mp.messaging.incoming.%s.enabled" $channel) "false" -}}
      {{- end -}}
      {{- range $theirs.switches -}}
        {{- /* some are on in several functions */ -}}
        {{- if not (has . ($given.switches | default list)) -}}
          {{- $_ := set $env . "false" -}}
        {{- end -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- range .edges.calls -}}
  {{- if eq $given.service "legacy" -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_URL" (printf "http://%s-gateway:8080" $fullname) -}}
  {{- else -}}
    {{- $_ := set $env (printf "SUPPORTERS_%s_HOST" (upper .)) (printf "%s-%s" $fullname .) -}}
  {{- end -}}
{{- end -}}
{{- if has "kafka" .edges.uses -}}
  {{- $env = merge $env (include "supporters.kafkaEnv" .root | fromJson) -}}
{{- end -}}
{{- if has "legacy" .edges.uses -}}
  {{- $_ := set $env "SUPPORTERS_LEGACY_URL" (include "supporters.legacyUrl" .root) -}}
{{- end -}}
{{- if has "issuer" .edges.uses -}}
  {{- $_ := set $env "SUPPORTERS_GATEWAY_ISSUER" (include "supporters.issuer" .root) -}}
  {{- $_ := set $env "SUPPORTERS_GATEWAY_JWKS" (include "supporters.jwks" .root) -}}
  {{- with $values.oidc.audiences -}}
    {{- $_ := set $env "MP_JWT_VERIFY_AUDIENCES" . -}}
  {{- end -}}
  {{- with include "supporters.demoIssuer" .root -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_TOKENS_DEVELOPMENT" . -}}
  {{- end -}}
  {{- $_ := set $env "SUPPORTERS_GATEWAY_TOKENS_ROLES_CLAIM" $values.oidc.rolesClaim -}}
  {{- with $values.oidc.rolesPrefix -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_TOKENS_ROLES_PREFIX" . -}}
  {{- end -}}
  {{- with $values.gateway.trustedProxies -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_TRUSTED_PROXIES" (join "," .) -}}
  {{- else -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_SOCKETS_WITHOUT_TOKEN_PER_ADDRESS" "0" -}}
  {{- end -}}
  {{- $_ := set $env "SUPPORTERS_GATEWAY_CONSOLE_ENABLED" (toString $values.console.enabled) -}}
  {{- with $values.console.authority -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_CONSOLE_AUTHORITY" . -}}
  {{- end -}}
  {{- $_ := set $env "SUPPORTERS_GATEWAY_CONSOLE_CLIENT_ID" $values.console.clientId -}}
  {{- with $values.console.trace -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_CONSOLE_TRACE" . -}}
  {{- end -}}
  {{- if $values.console.grpc -}}
    {{- $_ := set $env "SUPPORTERS_GATEWAY_GRPC_UI" "true" -}}
  {{- end -}}
{{- end -}}
{{- if and $values.grpc.reflection (eq (default "" $given.protocol) "grpc") -}}
  {{- $_ := set $env "SUPPORTERS_SERVICE_REFLECTION" "true" -}}
{{- end -}}
{{- if not $values.logs.json -}}
  {{- $_ := set $env "QUARKUS_LOG_CONSOLE_JSON_ENABLED" "false" -}}
{{- end -}}
{{- if ne $values.tokens.callers.mode "shared" -}}
  {{- with include "supporters.callerTokens" (dict "root" .root "service" $given.service) -}}
    {{- $_ := set $env "SUPPORTERS_SERVICE_CALLERS" . -}}
  {{- end -}}
{{- end -}}
{{- if $values.otlp.endpoint -}}
  {{- $_ := set $env "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT" $values.otlp.endpoint -}}
  {{- $_ := set $env "QUARKUS_OTEL_TRACES_SAMPLER_ARG" (toString $values.otlp.sampleRatio) -}}
  {{- $_ := set $env "QUARKUS_OTEL_RESOURCE_ATTRIBUTES" (printf "service.namespace=%s,supporters.function=%s" .root.Release.Namespace $name) -}}
{{- else -}}
  {{- $_ := set $env "QUARKUS_OTEL_SDK_DISABLED" "true" -}}
{{- end -}}
{{- $env | toJson -}}
{{- end }}

{{- define "supporters.secretEnv" -}}
{{- $tokens := include "supporters.tokens" .root -}}
{{- $callers := .root.Values.tokens.callers -}}
{{- $shared := dict "name" $tokens "key" "service-token" -}}
{{- $other := dict "name" $tokens "key" "service-token-other" "optional" true -}}
{{- $env := dict "SUPPORTERS_SERVICE_TOKEN" $shared "SUPPORTERS_SERVICE_OTHER_TOKEN" $other -}}
{{- if eq $callers.mode "known" -}}
  {{- /* where callers have tokens of their own, what a service shows is not let in by itself */ -}}
  {{- $_ := set $env "SUPPORTERS_SERVICE_OTHER_TOKEN" $shared -}}
{{- else if and (eq $callers.mode "own") (include "supporters.callsOthers" (dict "root" .root "service" .given.service)) -}}
  {{- $_ := set $env "SUPPORTERS_SERVICE_TOKEN" (dict "name" $callers.existingSecret "key" .given.service) -}}
{{- end -}}
{{- /* the services that know the legacy system do not start without its token, whatever function they are */ -}}
{{- if has .given.service (list "call" "gateway" "legacy" "routing") -}}
  {{- $_ := set $env "SUPPORTERS_LEGACY_TOKEN" (dict "name" $tokens "key" "legacy-token") -}}
{{- end -}}
{{- /* and these are asked with it */ -}}
{{- if has .given.service (list "gateway" "legacy") -}}
  {{- $_ := set $env "SUPPORTERS_LEGACY_OTHER_TOKEN" (dict "name" $tokens "key" "legacy-token-other" "optional" true) -}}
{{- end -}}
{{- if has "mongodb" .edges.uses -}}
  {{- $_ := set $env "QUARKUS_MONGODB_CONNECTION_STRING" (include "supporters.mongodb" (dict "root" .root "name" .name) | fromJson) -}}
{{- end -}}
{{- if has "kafka" .edges.uses -}}
  {{- $env = merge $env (include "supporters.kafkaSecretEnv" (dict "root" .root "name" .name) | fromJson) -}}
{{- end -}}
{{- $env | toJson -}}
{{- end }}

{{/* Whether a function of the service calls others over gRPC. */}}
{{- define "supporters.callsOthers" -}}
{{- $edges := (.root.Files.Get "edges.yaml" | fromYaml).functions -}}
{{- range $name, $function := .root.Values.functions -}}
  {{- if and (eq $function.service $.service) (index $edges $name | default dict).calls }}true{{ end -}}
{{- end -}}
{{- end }}

{{/* Who may show which token to a service: `name:digest,…` of those that have an edge to it, and of the company's other clients. */}}
{{- define "supporters.callerTokens" -}}
{{- $edges := (.root.Files.Get "edges.yaml" | fromYaml).functions -}}
{{- $digests := .root.Values.tokens.callers.digests -}}
{{- $callers := list -}}
{{- range $name, $function := .root.Values.functions -}}
  {{- if has $.service ((index $edges $name | default dict).calls | default list) -}}
    {{- $callers = append $callers $function.service -}}
  {{- end -}}
{{- end -}}
{{- $entries := list -}}
{{- range $caller := append $callers "company" | uniq -}}
  {{- range index $digests $caller -}}
    {{- $entries = append $entries (printf "%s:%s" $caller .) -}}
  {{- end -}}
{{- end -}}
{{- if $callers }}{{ join "," $entries }}{{ end -}}
{{- end }}

{{- define "supporters.configEnv" -}}
{{- if has "kafka" .edges.uses }}{{ include "supporters.kafkaConfigEnv" .root }}{{ else }}{}{{ end -}}
{{- end }}
