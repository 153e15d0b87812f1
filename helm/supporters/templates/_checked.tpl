{{/*
What the values lack, and what cannot be meant, as a JSON list of lines. All of it is said at once, by checked.yaml; other templates go on
with what is there.
*/}}
{{- define "supporters.problems" -}}
{{- $values := .Values -}}
{{- $found := "found nothing, expected" -}}
{{- $problems := list -}}
{{- if not $values.demo.enabled -}}
  {{- $needed := dict
      "kafka.bootstrapServers" (list $values.kafka.bootstrapServers "host:port,host:port")
      "mongodb.connectionString" (list (or $values.mongodb.connectionString $values.mongodb.existingSecret) "mongodb://…, or mongodb.existingSecret")
      "oidc.issuer" (list $values.oidc.issuer "https://…")
      "legacy.url" (list $values.legacy.url "http(s)://…") -}}
  {{- range $name, $given := $needed -}}
    {{- if not (first $given) -}}
      {{- $problems = append $problems (printf "%s: %s %s (or demo.enabled=true)" $name $found (last $given)) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if not (or $values.oidc.audiences (include "supporters.demoIssuer" .)) -}}
  {{- $problems = append $problems (printf "oidc.audiences: %s whom the issuer's tokens are for, their claim aud (or demo.enabled=true with the demo's own issuer)" $found) -}}
{{- end -}}
{{- if and (or $values.ingress.enabled $values.gatewayApi.enabled) (include "supporters.demoIssuer" .) (not $values.demo.exposed) -}}
  {{- $problems = append $problems "demo.enabled: found true, expected false where strangers can come, as the demo's issuer gives tokens to anybody (or oidc.issuer, or demo.exposed=true)" -}}
{{- end -}}
{{- if and (eq $values.mongodb.logins "own") (not $values.mongodb.existingSecret) -}}
  {{- $problems = append $problems "mongodb.logins: found own, expected shared (or mongodb.existingSecret, the beginning of the names of the functions' Secrets)" -}}
{{- end -}}
{{- range $setting, $paths := dict "ingress.paths" $values.ingress.paths "legacyProxy.paths" $values.legacyProxy.paths -}}
  {{- range $path := $paths -}}
    {{- if regexMatch "^/(q(/.*)?)?$" $path -}}
      {{- $problems = append $problems (printf "%s: found %s, expected paths of the gateway's interfaces, as health and metrics are below /q and stay inside" $setting $path) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if and $values.ingress.enabled (not (or $values.ingress.tlsSecret $values.ingress.tlsElsewhere)) -}}
  {{- $problems = append $problems (printf "ingress.tlsSecret: %s a Secret with a certificate (or ingress.tlsElsewhere=true, if TLS ends before the ingress)" $found) -}}
{{- end -}}
{{- $problems = concat $problems (include "supporters.tokenProblems" . | fromJsonArray) (include "supporters.kafkaProblems" . | fromJsonArray) (include "supporters.tlsProblems" . | fromJsonArray) (include "supporters.routeProblems" . | fromJsonArray) (include "supporters.proxyProblems" . | fromJsonArray) (include "supporters.trainingProblems" . | fromJsonArray) -}}
{{- $problems | toJson -}}
{{- end }}

{{- define "supporters.tokenProblems" -}}
{{- $tokens := .Values.tokens -}}
{{- $problems := list -}}
{{- if not (or $tokens.existingSecret (include "supporters.cluster" .) (include "supporters.demoIssuer" .)) -}}
  {{- $problems = append $problems "tokens.existingSecret: found nothing, expected a Secret with service-token and legacy-token, as the cluster cannot be asked for those of before (helm template, GitOps), and tokens that are new each time would shut out pods and the legacy system" -}}
{{- end -}}
{{- if and (eq $tokens.callers.mode "own") (not $tokens.callers.existingSecret) -}}
  {{- $problems = append $problems "tokens.callers.existingSecret: found nothing, expected a Secret with a key for each service, as tokens.callers.mode is own" -}}
{{- end -}}
{{- if ne $tokens.callers.mode "shared" -}}
  {{- $edges := (.Files.Get "edges.yaml" | fromYaml).functions -}}
  {{- $callers := list -}}
  {{- range $name, $function := .Values.functions -}}
    {{- if (index $edges $name | default dict).calls -}}
      {{- $callers = append $callers $function.service -}}
    {{- end -}}
  {{- end -}}
  {{- range $callers | uniq | sortAlpha -}}
    {{- if not (hasKey $tokens.callers.digests .) -}}
      {{- $problems = append $problems (printf "tokens.callers.digests.%s: found nothing, expected the digests of the tokens that it may show, as tokens.callers.mode is %s" . $tokens.callers.mode) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- $problems | toJson -}}
{{- end }}

{{- define "supporters.tlsProblems" -}}
{{- $tls := .Values.tls -}}
{{- $problems := list -}}
{{- if and (eq $tls.mode "existing") (not $tls.existingSecret) -}}
  {{- $problems = append $problems "tls.existingSecret: found nothing, expected a Secret with ca.crt, tls.crt and tls.key, as tls.mode is existing" -}}
{{- end -}}
{{- if eq $tls.mode "certManager" -}}
  {{- if not (include "function.has" (dict "root" . "api" "cert-manager.io/v1")) -}}
    {{- $problems = append $problems "tls.mode: found certManager, but the cluster has no cert-manager.io/v1 (install cert-manager, or name it in `apis`)" -}}
  {{- end -}}
  {{- if not $tls.certManager.issuer -}}
    {{- $problems = append $problems "tls.certManager.issuer: found nothing, expected the name of an issuer, as tls.mode is certManager" -}}
  {{- end -}}
{{- end -}}
{{- if and .Values.gatewayApi.grpcRoutes (ne $tls.mode "none") (not $tls.caConfigMap) -}}
  {{- $problems = append $problems "tls.caConfigMap: found nothing, expected a ConfigMap with ca.crt, by which the Gateway API knows the functions of gatewayApi.grpcRoutes" -}}
{{- end -}}
{{- $problems | toJson -}}
{{- end }}

{{- define "supporters.routeProblems" -}}
{{- $routes := .Values.gatewayApi -}}
{{- $problems := list -}}
{{- if or $routes.enabled $routes.grpcRoutes -}}
  {{- if not (include "function.has" (dict "root" . "api" "gateway.networking.k8s.io/v1")) -}}
    {{- $problems = append $problems "gatewayApi: the cluster has no gateway.networking.k8s.io/v1 (install the Gateway API, or name it in `apis`)" -}}
  {{- end -}}
  {{- if not $routes.parentRefs -}}
    {{- $problems = append $problems "gatewayApi.parentRefs: found nothing, expected the Gateways that the routes hang on: [{name: …, namespace: …}]" -}}
  {{- end -}}
{{- end -}}
{{- range $routes.grpcRoutes -}}
  {{- $function := get $.Values.functions .function -}}
  {{- if not $function -}}
    {{- $problems = append $problems (printf "gatewayApi.grpcRoutes: found function %s, expected one of `functions`" .function) -}}
  {{- else if ne (default "" $function.protocol) "grpc" -}}
    {{- $problems = append $problems (printf "gatewayApi.grpcRoutes: found function %s, expected one that serves gRPC" .function) -}}
  {{- end -}}
{{- end -}}
{{- $problems | toJson -}}
{{- end }}

{{/*
"true" where a cluster can be asked. `lookup` finds nothing at all without one, and with one at least an empty list; Helm keeps its releases
in Secrets of the same namespace, so it may list them.
*/}}
{{- define "supporters.cluster" -}}
{{- if lookup "v1" "Secret" .Release.Namespace "" }}true{{ end -}}
{{- end }}
