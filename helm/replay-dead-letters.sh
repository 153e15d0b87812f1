#!/usr/bin/env bash
# Gives the records of a dead letter topic back to the topics and partitions that they came from, with their keys and CloudEvents headers. Who
# has handled an event already knows it by its id, so giving it back twice does no harm. Not for topics of which the broker keeps only the newest
# record of each key: an old one would become the newest. Needs kcat and jq.
#   ./replay-dead-letters.sh BROKERS DEAD_LETTER_TOPIC [SINCE]
# SINCE is where to begin, as kcat has it: beginning (the default), or s@ and milliseconds since 1970.
set -euo pipefail

if [ $# -lt 2 ]; then
  printf 'usage: %s BROKERS DEAD_LETTER_TOPIC [SINCE]\n' "$0" >&2
  exit 2
fi
brokers=$1
dead=$2
since=${3:-beginning}

case $dead in
  supporters.drivers.v1.* | supporters.policies.v1.* | supporters.tags.v1.* | supporters.zones.v1.* | supporters.kpis.v1.*)
    printf '%s: found the newest state of each key (expected events: see the README on what to do instead)\n' "$dead" >&2
    exit 2
    ;;
esac

payload=$(mktemp)
trap 'rm -f "$payload"' EXIT

count=0
while read -r partition offset; do
  record=$(kcat -C -b "$brokers" -t "$dead" -p "$partition" -o "$offset" -c 1 -e -q -J)
  header() { jq -r --arg name "$1" '[.headers as $h | range(0; $h | length; 2) | select($h[.] == $name) | $h[. + 1]] | first // empty' <<<"$record"; }
  topic=$(header dead-letter-topic)
  if [ -z "$topic" ]; then
    printf '%s/%s/%s: found no header dead-letter-topic (expected a dead letter)\n' "$dead" "$partition" "$offset" >&2
    exit 1
  fi
  size=$(header dead-letter-left-out-bytes)
  if [ -n "$size" ]; then
    # too large for a letter: what it was still lies where it stood
    kcat -C -b "$brokers" -t "$topic" -p "$(header dead-letter-partition)" -o "$(header dead-letter-offset)" -c 1 -e -q -D '' >"$payload"
    if [ "$(wc -c <"$payload")" != "$size" ]; then
      printf '%s/%s/%s: found no longer what was left out (expected %s bytes in %s)\n' "$dead" "$partition" "$offset" "$size" "$topic" >&2
      exit 1
    fi
  else
    kcat -C -b "$brokers" -t "$dead" -p "$partition" -o "$offset" -c 1 -e -q -D '' >"$payload"
  fi
  headers=()
  for name in ce_specversion ce_id ce_type ce_source ce_time ce_subject content-type traceparent; do
    value=$(header "$name")
    [ -z "$value" ] || headers+=(-H "$name=$value")
  done
  kcat -P -b "$brokers" -t "$topic" -p "$(header dead-letter-partition)" -k "$(jq -r .key <<<"$record")" "${headers[@]}" "$payload"
  printf '%s %s -> %s\n' "$(header ce_id)" "$(header dead-letter-reason)" "$topic"
  count=$((count + 1))
done < <(kcat -C -b "$brokers" -t "$dead" -o "$since" -e -q -f '%p %o\n')
printf '%d events given back\n' "$count"
