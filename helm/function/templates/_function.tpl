{{/* Everything that one function is: `include "function.all" (dict "root" $ "function" $function)`. */}}
{{- define "function.all" -}}
{{- include "function.checked" . -}}
{{- $scaler := include "function.scaler" . -}}
---
{{ include "function.deployment" . }}
---
{{ include "function.service" . }}
{{- if eq $scaler "hpa" }}
---
{{ include "function.horizontalPodAutoscaler" . }}
{{- end }}
{{- if eq $scaler "keda" }}
---
{{ include "function.scaledObject" . }}
{{- end }}
{{- if and .function.podDisruptionBudget.enabled (gt (int (include "function.most" .)) 1) }}
---
{{ include "function.podDisruptionBudget" . }}
{{- end }}
{{- if .function.networkPolicy.enabled }}
---
{{ include "function.networkPolicy" . }}
{{- end }}
{{- if and .function.monitor.enabled (include "function.has" (dict "root" .root "api" "monitoring.coreos.com/v1")) }}
---
{{ include "function.serviceMonitor" . }}
{{- end }}
{{ end }}
