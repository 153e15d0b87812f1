#!/usr/bin/env bash
# The lines of the root README that ask the stand something, as they stand there, with this stand's addresses. What would install
# something is left out, and what needs grpcurl where it is not.
set -euo pipefail
cd "$(dirname "$0")"

command -v python3 >/dev/null || {
  echo "there is no python3 here: the README's lines are left out"
  [ "${COMPLETE:-false}" != true ]
  exit
}

lines() {
  awk '/^## /{asked = $0 == "## Ask it something"} asked && /^```sh$/{block = 1; next} /^```$/{block = 0} asked && block' ../../../README.md \
    | sed -e "s|http://127.0.0.1:8080|$GATEWAY|g; s|http://127.0.0.1:8191|$ISSUER|g; s|127.0.0.1:8106|$WORK|g"
}

# a command goes on where its line ends within quotes or with a backslash
script=$(
  lines | python3 -c '
import sys
command = ""
for line in sys.stdin:
    command += line
    if command.count("\x27") % 2 == 0 and command.count("\"") % 2 == 0 and not line.rstrip().endswith("\\"):
        if not any(word in command for word in ("npm install", "pip install", "npx ")):
            print(command, end="")
        command = ""
'
)
command -v grpcurl >/dev/null || {
  echo "grpcurl is not on this machine: its lines are left out"
  script=$(grep -v -e '^grpcurl ' -e '^  "driver_id"' -e '^  .*WorkService/Begin$' <<<"$script")
}

answers=$(bash -euc "$script")
expect() {
  grep -qF "$1" <<<"$answers" || {
    printf 'the README was answered:\n%s\nexpected: %s\n' "$answers" "$1" >&2
    exit 1
  }
}
# the driver's move ends with the shift, which a night in another time zone may outlast
expect "$(sed -n 's/^\({"data":{"call":{.*}\),"activeMove".*/\1/p' ../../../README.md)"
expect '"driverId":"1004550"'
if command -v grpcurl >/dev/null; then
  expect supporters.work.v1.WorkService
  expect 1004551-driver-
fi
echo "the README's lines: all right"
