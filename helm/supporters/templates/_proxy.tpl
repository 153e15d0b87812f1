{{/*
The legacy system's paths pass untouched, with their Host header; ours go to the gateway, with websockets. Addresses stand in variables, so
that nginx asks for them again, and not only when it starts.
*/}}
{{- define "supporters.proxyConfiguration" -}}
{{- $proxy := .Values.legacyProxy -}}
{{- $legacy := include "supporters.legacyUrl" . | urlParse -}}
{{- $host := regexReplaceAll ":[0-9]+$" $legacy.host "" -}}
worker_processes {{ int $proxy.workers }};
error_log /dev/stderr warn;
pid /tmp/nginx.pid;
events {
  worker_connections {{ int $proxy.connections }};
}
http {
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  access_log off;
  server_tokens off;
  resolver {{ $proxy.resolver }} valid=10s;
  resolver_timeout 2s;
  map $http_upgrade $connection_upgrade {
    default upgrade;
    "" "";
  }
  server {
    listen 8080;
    client_max_body_size 0;
    proxy_http_version 1.1;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Connection $connection_upgrade;
    proxy_set_header Upgrade $http_upgrade;
    set $gateway {{ include "supporters.fullname" . }}-gateway.{{ .Release.Namespace }}.svc.{{ $proxy.clusterDomain }}:{{ int .Values.functions.gateway.port }};
    set $legacy {{ $host | trimSuffix "." }}{{ regexFind ":[0-9]+$" $legacy.host }};
    location = /nginx-health {
      return 200;
    }
    {{- range $proxy.paths }}
    location {{ . }} {
      proxy_connect_timeout 2s;
      # a subscription may be silent for long
      proxy_read_timeout 1h;
      proxy_pass http://$gateway;
    }
    {{- end }}
    location / {
      proxy_connect_timeout 2s;
      proxy_request_buffering off;
      {{- if eq $legacy.scheme "https" }}
      proxy_ssl_server_name on;
      proxy_ssl_name {{ $host | trimSuffix "." }};
      {{- if $proxy.tls.verify }}
      proxy_ssl_verify on;
      proxy_ssl_verify_depth 4;
      proxy_ssl_trusted_certificate {{ ternary "/etc/legacy-authority/ca.crt" "/etc/ssl/certs/ca-certificates.crt" (ne $proxy.tls.caConfigMap "") }};
      {{- end }}
      {{- end }}
      proxy_pass {{ $legacy.scheme }}://$legacy;
    }
  }
}
{{- end }}

{{/* What the proxy cannot do, as a JSON list of lines. */}}
{{- define "supporters.proxyProblems" -}}
{{- $problems := list -}}
{{- $legacy := .Values.legacy.url | urlParse -}}
{{- if and .Values.legacyProxy.enabled .Values.legacy.url -}}
  {{- if not (regexMatch `^(\[|[^.]+[.].*[.])` $legacy.host) -}}
    {{- $problems = append $problems (printf "legacy.url: found %s, expected a whole name, as nginx tries no others with it: wheel.legacy.svc.cluster.local, or example.com. with a dot at its end (or legacyProxy.enabled=false)" .Values.legacy.url) -}}
  {{- end -}}
  {{- if trimAll "/" (print $legacy.path $legacy.query) -}}
    {{- $problems = append $problems (printf "legacy.url: found %s, expected no path, as the proxy passes paths untouched (or legacyProxy.enabled=false)" .Values.legacy.url) -}}
  {{- end -}}
{{- end -}}
{{- $problems | toJson -}}
{{- end }}
