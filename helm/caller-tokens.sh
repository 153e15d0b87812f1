#!/usr/bin/env bash
# helm/caller-tokens.sh FOLDER [SERVICE …]: makes a token for each service that calls others (or for those named), a file each in FOLDER,
# and prints their digests as values of the chart. `kubectl create secret generic supporters-callers --from-file=FOLDER` takes the files.
set -euo pipefail

[ $# -ge 1 ] || {
  sed -n '2,3s/^# //p' "$0" >&2
  exit 1
}
folder=$1
shift
[ $# -gt 0 ] || set -- call commander gateway insight routing work

umask 077
mkdir -p "$folder"
printf 'tokens:\n  callers:\n    digests:\n'
for service in "$@"; do
  [ ! -e "$folder/$service" ] || {
    printf '%s: there is a token already (expected: a new folder, or another service)\n' "$folder/$service" >&2
    exit 1
  }
  head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$folder/$service"
  printf '      %s: [%s]\n' "$service" "$(sha256sum "$folder/$service" | cut -d' ' -f1)"
done
