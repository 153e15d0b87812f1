{{/*
Headless, so that gRPC clients see every pod and take turns: one connection to a virtual address would stay with one pod for ever.
Consuming functions have one too: for Prometheus.
*/}}
{{- define "function.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "function.metadata" . | nindent 2 }}
spec:
  type: ClusterIP
  {{- if ne .function.protocol "http" }}
  clusterIP: None
  {{- end }}
  selector:
    {{- include "function.selector" . | nindent 4 }}
  ports:
    - name: {{ .function.protocol }}
      port: {{ int .function.port }}
      targetPort: {{ .function.protocol }}
      protocol: TCP
      appProtocol: {{ .function.protocol }}
{{- end }}

{{- define "function.serviceMonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .function.fullname }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- with .function.monitor.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
    {{- include "function.labels" . | nindent 4 }}
spec:
  jobLabel: app.kubernetes.io/name
  selector:
    matchLabels:
      {{- include "function.selector" . | nindent 6 }}
  endpoints:
    - port: {{ .function.protocol }}
      path: /q/metrics
      interval: {{ .function.monitor.interval }}
      {{- if (.function.tls | default dict).server }}
      scheme: https
      tlsConfig:
        serverName: {{ .function.fullname }}
        ca:
          secret:
            name: {{ .function.tls.secret }}
            key: ca.crt
      {{- end }}
{{- end }}
