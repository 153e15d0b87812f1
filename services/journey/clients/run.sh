#!/usr/bin/env bash
# Clients of others against a stand that has played a night: GATEWAY=… ISSUER=… WORK=host:port ROUTING=host:port run.sh, by default that of
# ./mvnw -Plocal. Needs node with the packages of package.json (npm install), and a python3 with those of requirements.txt; with
# COMPLETE=true it fails for what is not there, else that is left out. grpcurl and ghz are asked where they are installed.
set -euo pipefail
cd "$(dirname "$0")"

export GATEWAY=${GATEWAY:-http://127.0.0.1:8080} ISSUER=${ISSUER:-http://127.0.0.1:8191}
export WORK=${WORK:-127.0.0.1:8106} ROUTING=${ROUTING:-127.0.0.1:8102}

missing() {
  echo "$1"
  [ "${COMPLETE:-false}" != true ]
}

if command -v python3 >/dev/null && python3 -c "import importlib.util as u; raise SystemExit(u.find_spec('gql') is None)"; then
  python3 gql_client.py
else
  missing "there is no python3 with gql: it is left out"
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
  missing "npm install was not run here: clients of JavaScript and the Postman collection are left out"
fi

./readme.sh
./load.sh
