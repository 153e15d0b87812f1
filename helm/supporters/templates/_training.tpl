{{/* How what a night taught reaches mlgateway and zone. */}}

{{/* The trained model that ranks; nothing if none does. */}}
{{- define "supporters.trainedModel" -}}
{{- if hasPrefix "keep@" .Values.training.model }}{{ .Values.training.model }}{{ end -}}
{{- end }}

{{- define "supporters.trainingProblems" -}}
{{- $problems := list -}}
{{- if and .Values.training.enabled (not .Values.training.existingClaim) -}}
  {{- $problems = append $problems "training.existingClaim: found nothing, expected a PersistentVolumeClaim that several pods can mount, for nights and models" -}}
{{- end -}}
{{- $problems | toJson -}}
{{- end }}

{{/*
What a function of mlgateway gets in addition, as JSON: where models and histories are, which of them ranks, and that the newest is a
shadow. A function of zone gets the histories.
*/}}
{{- define "supporters.trained" -}}
{{- $models := "/var/lib/supporters/models" -}}
{{- $histories := "/var/lib/supporters/histories" -}}
{{- $training := .root.Values.training -}}
{{- $env := dict "SUPPORTERS_ZONE_REFRESH_HISTORY" $histories -}}
{{- $volume := dict "name" "training" "persistentVolumeClaim" (dict "claimName" $training.existingClaim) -}}
{{- $mounts := list (dict "name" "training" "mountPath" $histories "subPath" "histories" "readOnly" true) -}}
{{- if eq .service "mlgateway" -}}
{{- $env = dict
    "SUPPORTERS_MLGATEWAY_MODEL_FOLDER" $models
    "SUPPORTERS_MLGATEWAY_FORECAST_HISTORY" $histories
    "SUPPORTERS_MLGATEWAY_DEFAULT_MODEL" $training.model
    "SUPPORTERS_MLGATEWAY_SHADOW_MODELS" "keep" -}}
{{- $mounts = prepend $mounts (dict "name" "training" "mountPath" $models "subPath" "models" "readOnly" true) -}}
{{- end -}}
{{- dict "env" $env "volume" $volume "mounts" $mounts | toJson -}}
{{- end }}
