{{/* How clients reach the brokers beyond their address: TLS, and who they are. */}}

{{/* "true" where the connection is encrypted. */}}
{{- define "supporters.kafkaTls" -}}
{{- if has .Values.kafka.securityProtocol (list "SSL" "SASL_SSL") }}true{{ end }}
{{- end }}

{{/* "true" where clients log in. */}}
{{- define "supporters.kafkaSasl" -}}
{{- if hasPrefix "SASL_" .Values.kafka.securityProtocol }}true{{ end }}
{{- end }}

{{/* What cannot be meant is said here, not by every pod: a JSON list of lines. */}}
{{- define "supporters.kafkaProblems" -}}
{{- $problems := list -}}
{{- $kafka := .Values.kafka -}}
{{- $tls := include "supporters.kafkaTls" . -}}
{{- $sasl := include "supporters.kafkaSasl" . -}}
{{- if and (or $tls $sasl) (not $kafka.bootstrapServers) -}}
{{- $problems = append $problems (printf "kafka.securityProtocol: found %s, expected PLAINTEXT with the demo's broker (or kafka.bootstrapServers)" $kafka.securityProtocol) -}}
{{- end -}}
{{- if and $sasl (not $kafka.existingSecret) -}}
{{- $problems = append $problems (printf "kafka.existingSecret: found nothing, expected a Secret with the login, as kafka.securityProtocol is %s" $kafka.securityProtocol) -}}
{{- end -}}
{{- if and $sasl (not $kafka.existingSecretKeys.jaas) (not (include "supporters.kedaSasl" .)) -}}
{{- $problems = append $problems (printf "kafka.sasl.mechanism: found %q, expected PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512 (or kafka.existingSecretKeys.jaas)" $kafka.sasl.mechanism) -}}
{{- end -}}
{{- if and (or $kafka.existingSecret $kafka.sasl.mechanism) (not $sasl) -}}
{{- $problems = append $problems (printf "kafka.securityProtocol: found %s, expected SASL_SSL or SASL_PLAINTEXT, as there is a login" $kafka.securityProtocol) -}}
{{- end -}}
{{- if and (or $kafka.tls.caSecret $kafka.tls.caConfigMap $kafka.tls.clientSecret) (not $tls) -}}
{{- $problems = append $problems (printf "kafka.securityProtocol: found %s, expected SSL or SASL_SSL, as there are certificates" $kafka.securityProtocol) -}}
{{- end -}}
{{- if and (eq $kafka.logins "own") (not (or $sasl $kafka.tls.clientSecret)) -}}
{{- $problems = append $problems "kafka.logins: found own, expected shared (or kafka.existingSecret with a login, or kafka.tls.clientSecret)" -}}
{{- end -}}
{{- if and $kafka.tls.caSecret $kafka.tls.caConfigMap -}}
{{- $problems = append $problems "kafka.tls: found caSecret and caConfigMap, expected one of them" -}}
{{- end -}}
{{- $problems | toJson -}}
{{- end }}

{{/* Environment variables of a function, as JSON. What is no secret: */}}
{{- define "supporters.kafkaEnv" -}}
{{- $kafka := .Values.kafka -}}
{{- $env := dict "KAFKA_BOOTSTRAP_SERVERS" (include "supporters.bootstrapServers" .) -}}
{{- if and $kafka.bootstrapServers $kafka.retention -}}
  {{- $entries := list -}}
  {{- range $topic, $longest := $kafka.retention -}}
    {{- $entries = append $entries (printf "%s=%s" $topic $longest) -}}
  {{- end -}}
  {{- $_ := set $env "SUPPORTERS_EVENTS_RETENTION" (join "," $entries) -}}
{{- end -}}
{{- if ne $kafka.securityProtocol "PLAINTEXT" -}}
  {{- $_ := set $env "KAFKA_SECURITY_PROTOCOL" $kafka.securityProtocol -}}
{{- end -}}
{{- if include "supporters.kafkaSasl" . -}}
  {{- $_ := set $env "KAFKA_SASL_MECHANISM" $kafka.sasl.mechanism -}}
{{- end -}}
{{- if or $kafka.tls.caSecret $kafka.tls.caConfigMap -}}
  {{- $_ := set $env "KAFKA_SSL_TRUSTSTORE_TYPE" "PEM" -}}
{{- end -}}
{{- if $kafka.tls.clientSecret -}}
  {{- $_ := set $env "KAFKA_SSL_KEYSTORE_TYPE" "PEM" -}}
{{- end -}}
{{- $env | toJson -}}
{{- end }}

{{/* From Secrets, of a function: `include "supporters.kafkaSecretEnv" (dict "root" $ "name" $name)`. */}}
{{- define "supporters.kafkaSecretEnv" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $keys := $kafka.existingSecretKeys -}}
{{- $own := eq $kafka.logins "own" | ternary (printf "-%s" .name) "" -}}
{{- $login := printf "%s%s" $kafka.existingSecret $own -}}
{{- $env := dict -}}
{{- if and (include "supporters.kafkaSasl" .root) $keys.jaas -}}
  {{- $_ := set $env "KAFKA_SASL_JAAS_CONFIG" (dict "name" $login "key" $keys.jaas) -}}
{{- else if include "supporters.kafkaSasl" .root -}}
  {{- $_ := set $env "KAFKA_SASL_USERNAME" (dict "name" $login "key" $keys.username) -}}
  {{- $_ := set $env "KAFKA_SASL_PASSWORD" (dict "name" $login "key" $keys.password) -}}
{{- end -}}
{{- with $kafka.tls.caSecret -}}
  {{- $_ := set $env "KAFKA_SSL_TRUSTSTORE_CERTIFICATES" (dict "name" . "key" $kafka.tls.caKey) -}}
{{- end -}}
{{- with $kafka.tls.clientSecret -}}
  {{- $certificate := printf "%s%s" . $own -}}
  {{- $_ := set $env "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN" (dict "name" $certificate "key" $kafka.tls.clientCertificateKey) -}}
  {{- $_ := set $env "KAFKA_SSL_KEYSTORE_KEY" (dict "name" $certificate "key" $kafka.tls.clientKeyKey) -}}
{{- end -}}
{{- $env | toJson -}}
{{- end }}

{{/* From ConfigMaps: */}}
{{- define "supporters.kafkaConfigEnv" -}}
{{- $env := dict -}}
{{- with .Values.kafka.tls.caConfigMap -}}
  {{- $_ := set $env "KAFKA_SSL_TRUSTSTORE_CERTIFICATES" (dict "name" . "key" $.Values.kafka.tls.caKey) -}}
{{- end -}}
{{- $env | toJson -}}
{{- end }}

{{/* KEDA's word for the mechanism; nothing if it has none. */}}
{{- define "supporters.kedaSasl" -}}
{{- get (dict "PLAIN" "plaintext" "SCRAM-SHA-256" "scram_sha256" "SCRAM-SHA-512" "scram_sha512") .Values.kafka.sasl.mechanism -}}
{{- end }}

{{/* What KEDA must know to ask the brokers for the lag, as JSON: words of the trigger, and the name of a TriggerAuthentication or nothing. */}}
{{- define "supporters.kedaKafka" -}}
{{- $metadata := dict -}}
{{- if include "supporters.kafkaSasl" . -}}
  {{- $_ := set $metadata "sasl" (include "supporters.kedaSasl" .) -}}
{{- end -}}
{{- if include "supporters.kafkaTls" . -}}
  {{- $_ := set $metadata "tls" "enable" -}}
{{- end -}}
{{- $authentication := "" -}}
{{- if or (include "supporters.kedaSecrets" . | fromJsonArray) .Values.kafka.tls.caConfigMap -}}
  {{- $authentication = printf "%s-kafka" (include "supporters.fullname" .) -}}
{{- end -}}
{{- dict "metadata" $metadata "authentication" $authentication | toJson -}}
{{- end }}

{{/* KEDA's parameters that come from Secrets. */}}
{{- define "supporters.kedaSecrets" -}}
{{- $kafka := .Values.kafka -}}
{{- $secrets := list -}}
{{- if and (include "supporters.kafkaSasl" .) (not $kafka.existingSecretKeys.jaas) -}}
  {{- $secrets = append $secrets (dict "parameter" "username" "name" $kafka.existingSecret "key" $kafka.existingSecretKeys.username) -}}
  {{- $secrets = append $secrets (dict "parameter" "password" "name" $kafka.existingSecret "key" $kafka.existingSecretKeys.password) -}}
{{- end -}}
{{- with $kafka.tls.caSecret -}}
  {{- $secrets = append $secrets (dict "parameter" "ca" "name" . "key" $kafka.tls.caKey) -}}
{{- end -}}
{{- with $kafka.tls.clientSecret -}}
  {{- $secrets = append $secrets (dict "parameter" "cert" "name" . "key" $kafka.tls.clientCertificateKey) -}}
  {{- $secrets = append $secrets (dict "parameter" "key" "name" . "key" $kafka.tls.clientKeyKey) -}}
{{- end -}}
{{- $secrets | toJson -}}
{{- end }}
