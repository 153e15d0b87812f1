#!/usr/bin/env bash
# The load of ghz, as its files say it, but for 100 requests: each is answered, and refused where the file says so.
set -euo pipefail
cd "$(dirname "$0")"

command -v ghz >/dev/null || {
  echo "ghz is not on this machine: it is left out"
  exit 0
}
token=$(curl -sf "$ISSUER/service-token")
metadata="{\"authorization\": \"Bearer $token\"}"

loaded() {
  local file=$1 host=$2 expected=$3 answers
  answers=$(ghz --config "../../../load-tests/ghz/$file.json" --total 100 --concurrency 8 --timeout 10s \
    --metadata "$metadata" --reflect-metadata "$metadata" --format json "$host" \
    | node -p 'JSON.stringify(JSON.parse(require("fs").readFileSync(0)).statusCodeDistribution)')
  [[ $answers =~ ^$expected$ ]] || {
    echo "ghz $file: found $answers, expected $expected" >&2
    exit 1
  }
}
loaded get-status "$WORK" '\{"OK":100\}'
# the first one begins where the night was in a time zone in which the next business date has come
loaded begin "$WORK" '\{("OK":1,"FailedPrecondition":99|"FailedPrecondition":(100|99,"OK":1))\}'
loaded route "$ROUTING" '\{"OK":100\}'
echo "ghz: all right"
