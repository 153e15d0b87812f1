{{/* How what a night taught reaches mlgateway. */}}

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
shadow.
*/}}
{{- define "supporters.trained" -}}
{{- $models := "/var/lib/supporters/models" -}}
{{- $histories := "/var/lib/supporters/histories" -}}
{{- $env := dict
    "SUPPORTERS_MLGATEWAY_MODEL_FOLDER" $models
    "SUPPORTERS_MLGATEWAY_FORECAST_HISTORY" $histories
    "SUPPORTERS_MLGATEWAY_DEFAULT_MODEL" .Values.training.model
    "SUPPORTERS_MLGATEWAY_SHADOW_MODELS" "keep" -}}
{{- $volume := dict "name" "training" "persistentVolumeClaim" (dict "claimName" .Values.training.existingClaim) -}}
{{- $mounts := list
    (dict "name" "training" "mountPath" $models "subPath" "models" "readOnly" true)
    (dict "name" "training" "mountPath" $histories "subPath" "histories" "readOnly" true) -}}
{{- dict "env" $env "volume" $volume "mounts" $mounts | toJson -}}
{{- end }}
