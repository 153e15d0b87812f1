#!/usr/bin/env bash
# Requests made from the description of REST, good and bad ones: no answer is a fault, and each is as the description says. They change
# the stand at random, also its rules and policies. GATEWAY=… ISSUER=… SEED=… random-requests.sh, by default the stand of ./mvnw -Plocal.
# How hard requests are to make is no fault of the product's (health checks). Needs schemathesis (pip install -r requirements.txt);
# without it nothing is asked, and that is a failure with COMPLETE=true.
set -euo pipefail
cd "$(dirname "$0")"

gateway=${GATEWAY:-http://127.0.0.1:8080} issuer=${ISSUER:-http://127.0.0.1:8191}

if ! command -v schemathesis >/dev/null; then
  echo "there is no schemathesis: random requests are left out"
  [ "${COMPLETE:-false}" != true ]
  exit
fi
token=$(curl -sf "$issuer/token?role=operator&sub=schemathesis")
schemathesis run "$gateway/openapi.json" --url "$gateway" --header "Authorization: Bearer $token" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --phases examples,coverage,fuzzing --max-examples 20 --max-time 45 --seed "${SEED:-1}" --generation-database none \
  --suppress-health-check all --request-timeout 60 --continue-on-failure --warnings off --no-color
