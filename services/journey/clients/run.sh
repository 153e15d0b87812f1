#!/usr/bin/env bash
# Clients of others against a stand that has played a night: GATEWAY=… ISSUER=… run.sh, by default that of ./mvnw -Plocal.
# Needs node with the packages of package.json (npm install), and a python3 with those of requirements.txt; what is not there is left out.
set -euo pipefail
cd "$(dirname "$0")"

export GATEWAY=${GATEWAY:-http://127.0.0.1:8080} ISSUER=${ISSUER:-http://127.0.0.1:8191}

if command -v python3 >/dev/null && python3 -c "import gql" 2>/dev/null; then
  python3 gql_client.py
else
  echo "there is no python3 with gql: it is left out"
fi

if [ -d node_modules ]; then
  node clients.mjs
  node codegen.mjs
  node real-time.mjs
  node_modules/.bin/newman run ../../gateway/postman/supporters.postman_collection.json \
    --environment ../../gateway/postman/local.postman_environment.json \
    --env-var "gateway=$GATEWAY" --env-var "issuer=$ISSUER" \
    --reporters cli --reporter-cli-no-banner --reporter-cli-no-success-assertions --bail
else
  echo "npm install was not run here: clients of JavaScript and the Postman collection are left out"
fi
