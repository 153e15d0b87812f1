{{- define "function.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "function.metadata" . | nindent 2 }}
spec:
  {{- if eq (include "function.scaler" .) "none" }}
  replicas: {{ int .function.replicas }}
  {{- end }}
  revisionHistoryLimit: {{ int .function.revisionHistoryLimit }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "function.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- with .function.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
        {{- include "function.podLabels" . | nindent 8 }}
      annotations:
        kubectl.kubernetes.io/default-container: {{ .function.service }}
        {{- with .function.checksum }}
        checksum/secrets: {{ . }}
        {{- end }}
        {{- with .function.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      {{- include "function.pod" . | nindent 6 }}
{{- end }}

{{- define "function.pod" -}}
automountServiceAccountToken: false
{{- with .function.serviceAccountName }}
serviceAccountName: {{ . }}
{{- end }}
# links would bring variables like SUPPORTERS_CALL_PORT=tcp://…, which the services take for their own settings
enableServiceLinks: false
terminationGracePeriodSeconds: {{ int .function.shutdown.graceSeconds }}
securityContext:
  {{- include "function.podSecurity" .function.runAsUser | nindent 2 }}
{{- with .function.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- include "function.placement" .function }}
{{- include "function.spread" (dict "root" .root "function" .function "selector" (include "function.selector" .)) }}
{{- with .function.initContainers }}
initContainers:
  {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  - {{ include "function.container" . | nindent 4 | trim }}
{{- with .function.sidecars }}
  {{- toYaml . | nindent 2 }}
{{- end }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: {{ .function.tmpSizeLimit }}
{{- with .function.files.configMap }}
  - name: files
    configMap:
      name: {{ . }}
{{- end }}
{{- with .function.tls }}
  - name: tls
    secret:
      secretName: {{ .secret }}
{{- end }}
{{- with .function.extraVolumes }}
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* On which nodes a pod may run, and what it displaces. */}}
{{- define "function.placement" -}}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* How pods of one selector lie apart. Each version is counted for itself where the cluster can: else the old pods would push the new ones together. */}}
{{- define "function.spread" -}}
{{- if .function.topologySpread.enabled }}
topologySpreadConstraints:
  {{- range .function.topologySpread.topologyKeys }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- $.selector | nindent 8 }}
    {{- if include "function.since" (dict "root" $.root "version" "1.27") }}
    matchLabelKeys: [pod-template-hash]
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "function.container" -}}
name: {{ .function.service }}
image: {{ .function.image | quote }}
imagePullPolicy: {{ .function.pullPolicy }}
{{- if eq .function.variant "native" }}
{{- with include "function.share" (dict "function" .function "percent" .function.memory.heapPercent) }}
args: [-Xmx{{ . }}m]
{{- end }}
{{- end }}
ports:
  - name: {{ .function.protocol }}
    containerPort: {{ int .function.port }}
    protocol: TCP
env:
  {{- include "function.env" . | trim | nindent 2 }}
{{- with .function.envFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
startupProbe:
  {{- include "function.probe" (dict "function" .function "path" "started" "probe" .function.probes.startup) | nindent 2 }}
livenessProbe:
  {{- include "function.probe" (dict "function" .function "path" "live" "probe" .function.probes.liveness) | nindent 2 }}
readinessProbe:
  {{- include "function.probe" (dict "function" .function "path" "ready" "probe" .function.probes.readiness) | nindent 2 }}
{{- if and (gt (int .function.shutdown.delaySeconds) 0) (include "function.since" (dict "root" .root "version" "1.30")) }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ int .function.shutdown.delaySeconds }}
{{- end }}
resources:
  {{- toYaml .function.resources | nindent 2 }}
securityContext:
  {{- include "function.containerSecurity" . | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- if .function.files.configMap }}
  - name: files
    mountPath: {{ .function.files.path }}
    readOnly: true
{{- end }}
{{- with .function.tls }}
  - name: tls
    mountPath: {{ .directory }}
    readOnly: true
{{- end }}
{{- with .function.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "function.env" -}}
{{- $env := dict "QUARKUS_HTTP_PORT" (toString (int .function.port)) -}}
{{- if and (gt (int .function.shutdown.delaySeconds) 0) (not (include "function.since" (dict "root" .root "version" "1.30"))) -}}
{{- $_ := set $env "QUARKUS_SHUTDOWN_DELAY" (printf "%ds" (int .function.shutdown.delaySeconds)) -}}
{{- end -}}
{{- $_ := set $env "QUARKUS_SHUTDOWN_TIMEOUT" (printf "%ds" (int .function.shutdown.drainSeconds)) -}}
{{- $direct := include "function.share" (dict "function" .function "percent" .function.memory.directPercent) -}}
{{- if and $direct (eq .function.variant "jvm") -}}
{{- /* by itself a JVM takes as much outside the heap as within it, and is killed */ -}}
{{- $_ := set $env "JDK_JAVA_OPTIONS" (printf "-XX:+UseSerialGC -XX:MaxRAMPercentage=%d -XX:MaxDirectMemorySize=%sm" (int .function.memory.heapPercent) $direct) -}}
{{- end -}}
{{- $env = mergeOverwrite $env .function.env -}}
{{- /* what is given once more takes the place of ours: a name stands once */ -}}
{{- $given := dict -}}
{{- range .function.extraEnv -}}
{{- $_ := set $given .name true -}}
{{- end -}}
{{- range $name, $value := $env }}
{{- if not (hasKey $given $name) }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- range $name, $from := .function.secretEnv }}
{{- if not (hasKey $given $name) }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef:
      name: {{ $from.name }}
      key: {{ $from.key }}
      {{- if $from.optional }}
      optional: true
      {{- end }}
{{- end }}
{{- end }}
{{- range $name, $from := .function.configEnv }}
{{- if not (hasKey $given $name) }}
- name: {{ $name }}
  valueFrom:
    configMapKeyRef:
      name: {{ $from.name }}
      key: {{ $from.key }}
{{- end }}
{{- end }}
{{- with .function.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "function.probe" -}}
httpGet:
  path: /q/health/{{ .path }}
  port: {{ .function.protocol }}
  {{- if (.function.tls | default dict).server }}
  scheme: HTTPS
  {{- end }}
{{ toYaml .probe }}
{{- end }}
