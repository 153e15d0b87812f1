{{- define "function.horizontalPodAutoscaler" -}}
apiVersion: {{ if include "function.since" (dict "root" .root "version" "1.23") }}autoscaling/v2{{ else }}autoscaling/v2beta2{{ end }}
kind: HorizontalPodAutoscaler
metadata:
  {{- include "function.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .function.fullname }}
  minReplicas: {{ int .function.autoscaling.min }}
  maxReplicas: {{ int .function.autoscaling.max }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ int .function.autoscaling.cpu }}
    {{- $metrics := deepCopy .function.autoscaling.metrics }}
    {{- if gt (int .function.autoscaling.inFlight) 0 }}
    {{- $_ := set $metrics "http_server_active_requests" .function.autoscaling.inFlight }}
    {{- end }}
    {{- range $name, $value := $metrics }}
    - type: Pods
      pods:
        metric:
          name: {{ $name }}
        target:
          type: AverageValue
          averageValue: {{ int $value | quote }}
    {{- end }}
  behavior:
    scaleDown:
      stabilizationWindowSeconds: {{ int .function.autoscaling.stabilizationSeconds }}
{{- end }}

{{- define "function.scaledObject" -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  {{- include "function.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    name: {{ .function.fullname }}
  minReplicaCount: {{ int .function.autoscaling.min }}
  maxReplicaCount: {{ int .function.autoscaling.max }}
  pollingInterval: {{ int .function.autoscaling.pollingSeconds }}
  cooldownPeriod: {{ int .function.autoscaling.cooldownSeconds }}
  # while the lag cannot be read: as few pods as may be, but never none
  fallback:
    failureThreshold: 3
    replicas: {{ max 1 (int .function.autoscaling.min) }}
  triggers:
    {{- $function := .function }}
    {{- range $channel, $from := .function.channels }}
    - type: kafka
      name: {{ $channel }}
      metadata:
        bootstrapServers: {{ $function.bootstrapServers | quote }}
        consumerGroup: {{ $from.group }}
        topic: {{ $from.topic }}
        lagThreshold: {{ int $function.autoscaling.lag | quote }}
        # a group that has never committed reads from the beginning, as the function does
        offsetResetPolicy: earliest
        # lag that does not move, as of records that the broker has deleted, or of one record that cannot be handled, calls one pod, not all
        excludePersistentLag: "true"
        {{- range $word, $value := $function.keda.metadata }}
        {{ $word }}: {{ $value }}
        {{- end }}
      {{- with $function.keda.authentication }}
      authenticationRef:
        name: {{ . }}
      {{- end }}
    {{- end }}
{{- end }}

{{- define "function.podDisruptionBudget" -}}
apiVersion: {{ if include "function.since" (dict "root" .root "version" "1.21") }}policy/v1{{ else }}policy/v1beta1{{ end }}
kind: PodDisruptionBudget
metadata:
  {{- include "function.metadata" . | nindent 2 }}
spec:
  maxUnavailable: {{ int .function.podDisruptionBudget.maxUnavailable }}
  {{- include "function.evictsUnready" . }}
  selector:
    matchLabels:
      {{- include "function.selector" . | nindent 6 }}
{{- end }}

{{/* A pod that is not ready serves nobody: it may go, also when others are not ready, so that a node with broken pods can be drained. */}}
{{- define "function.evictsUnready" -}}
{{- if include "function.since" (dict "root" .root "version" "1.27") }}
  unhealthyPodEvictionPolicy: AlwaysAllow
{{- end }}
{{- end }}
