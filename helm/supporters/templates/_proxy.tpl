{{/* The legacy system's paths pass untouched, with their Host header; ours go to the gateway, with websockets. */}}
{{- define "supporters.proxyConfiguration" -}}
worker_processes auto;
error_log /dev/stderr warn;
pid /tmp/nginx.pid;
events {
  worker_connections 4096;
}
http {
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  access_log off;
  server_tokens off;
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
    location = /nginx-health {
      return 200;
    }
    {{- $gateway := printf "%s-gateway:%d" (include "supporters.fullname" .) (int .Values.functions.gateway.port) }}
    {{- range .Values.legacyProxy.paths }}
    location {{ . }} {
      proxy_connect_timeout 2s;
      # a subscription may be silent for long
      proxy_read_timeout 1h;
      proxy_pass http://{{ $gateway }};
    }
    {{- end }}
    location / {
      proxy_connect_timeout 2s;
      proxy_request_buffering off;
      proxy_ssl_server_name on;
      proxy_pass {{ include "supporters.legacyUrl" . | trimSuffix "/" }};
    }
  }
}
{{- end }}
