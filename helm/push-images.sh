#!/usr/bin/env bash
# helm/push-images.sh REPOSITORY TAG: pushes target/images/*.tar as REPOSITORY/<service>:TAG, native ones as TAG-native.
# Writes target/images/pushed.txt, a line for each: the image with its digest, and its SBOM. Needs skopeo, logged in.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -eq 2 ] || {
  sed -n '2,3s/^# //p' "$0" >&2
  exit 1
}
repository=$1
tag=$2

: >target/images/pushed.txt
for tar in target/images/*.tar; do
  name=$(basename "$tar" .tar)
  service=${name%-native}
  suffix=${name#"$service"}
  [ -f "target/images/$name.cdx.json" ] || {
    printf 'helm/push-images.sh: target/images/%s.cdx.json is missing (expected: the SBOM of the image)\n' "$name" >&2
    exit 1
  }
  skopeo copy --digestfile target/images/digest.txt "docker-archive:$tar" "docker://$repository/$service:$tag$suffix"
  printf '%s/%s@%s %s\n' "$repository" "$service" "$(cat target/images/digest.txt)" "target/images/$name.cdx.json" \
    >>target/images/pushed.txt
done
rm -f target/images/digest.txt
cat target/images/pushed.txt
