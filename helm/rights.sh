#!/usr/bin/env bash
# helm/rights.sh kafka|mongodb|functions [option of helm template…]: prints what an administrator runs so that the login of each function may
# do at the brokers, or at the store, what the function does, and nothing else; or the names of the functions. The options are those of the
# installation, for example -f values.yaml; RELEASE is its name, if not supporters. Needs helm.
set -euo pipefail

fail() {
  printf 'helm/rights.sh: %s\n' "$*" >&2
  exit 1
}

part=${1-}
case $part in
  kafka | mongodb | functions) shift ;;
  *)
    sed -n '2,4s/^# //p' "$0" >&2
    fail "found ${part:-nothing}, expected kafka, mongodb or functions"
    ;;
esac
rendered=$(helm template "${RELEASE:-supporters}" "$(dirname "$0")/supporters" "$@" --set rights.show=true --show-only templates/rights.yaml \
  --set tokens.existingSecret=any --api-versions cert-manager.io/v1 --api-versions gateway.networking.k8s.io/v1)
printed=$(awk -v line="  $part: |" '$0 == line { found = 1; next } found && /^  [^ ]/ { exit } found { sub(/^    /, ""); print }' <<<"$rendered")
[ -n "$printed" ] || fail "the chart has rendered no rights"
printf '%s\n' "$printed"
