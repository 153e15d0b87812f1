#!/usr/bin/env bash
# helm/release-chart.sh REPOSITORY PUSHED FOLDER: the chart as FOLDER, which finds its own images: in REPOSITORY, by the digests in the
# file PUSHED that helm/push-images.sh writes. `helm package FOLDER` takes it.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -eq 3 ] || {
  sed -n '2,3s/^# //p' "$0" >&2
  exit 1
}
repository=$1
pushed=$2
folder=$3

fail() {
  printf 'helm/release-chart.sh: %s\n' "$*" >&2
  exit 1
}

registry=${repository%%/*}
path=${repository#*/}
{ [ "$registry" != "$repository" ] && [ -n "$path" ]; } || fail "REPOSITORY: found $repository (expected: registry/path)"

# a line for each: the image with its digest, and its SBOM, whose name tells a native image from the other of its service
digests=''
while read -r image sbom; do
  name=$(basename "$sbom" .cdx.json)
  digest=${image##*@}
  [ "$image" = "$repository/${name%-native}@$digest" ] || fail "$pushed: found $image (expected: $repository/${name%-native}@sha256:…)"
  digests+="$name: $digest"$'\n'
done <"$pushed"
for service in $(sed -n 's/^    service: //p' helm/supporters/values.yaml | sort -u) tools training; do
  grep -q "^$service: " <<<"$digests" || fail "$pushed: found no image $service (expected: all images of the chart)"
done

rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
cp -RL helm/supporters "$folder"
sed -e "/^image:/,/^[a-z]*:$/ s|^  registry: .*|  registry: $registry|" -e "/^image:/,/^[a-z]*:$/ s|^  repository: .*|  repository: $path|" \
  helm/supporters/values.yaml >"$folder/values.yaml"
{
  grep '^#' helm/supporters/digests.yaml
  printf '%s' "$digests"
} >"$folder/digests.yaml"
