{{/* What may reach the function, and what it may reach: `ingress` and `egress` as the Kubernetes API has them. */}}
{{- define "function.networkPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "function.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "function.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- with .function.networkPolicy.ingress }}
  ingress:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .function.networkPolicy.egress }}
  egress:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
