#!/usr/bin/env bash
# Tries the chart on a real cluster: install, helm test, rolling restart and upgrade under load, a broken upgrade rolled back,
# eviction against a disruption budget, scaling up under load, uninstall. Prints a table of results, and ends with 0 if every
# step passed.
set -euo pipefail

usage() {
  cat <<'EOF'
usage: helm/cluster-test.sh [option…]

  --kubeconfig FILE     the cluster (default: $KUBECONFIG, as kubectl does)
  --namespace NAME      made at the beginning, deleted at the end; must not exist (default: supporters-test)
  --release NAME        name of the release (default: supporters)
  --values FILE         values beside those of the demo; can be given again
  --set KEY=VALUE       a value; can be given again
  --load COMMAND        run once for every tar in --images, with the tar as last argument: brings images into the cluster
                        (e.g. 'kind load image-archive'); without it the cluster has them, or can pull them
  --images DIR          where the tars are (default: target/images)
  --in-cluster COMMAND  runs the command that follows it within the cluster's network, where Services have names
  --load-image IMAGE    an image with sh and curl; requests then come from a pod of it
  --workers N           how many ask at once in the upgrade and the eviction (default: 2)
  --timeout SECONDS     patience with each rollout (default: 600)
  --report FILE         writes the table there too
  --keep                leaves release and namespace for a look, and does not try uninstall

Requests come through `kubectl port-forward` if neither --in-cluster nor --load-image is given. A forwarded port holds on to one
pod, so the gateway is then left out of the upgrade.

Needs kubectl, helm (3 or 4) and curl. Scaling needs the cluster's metrics API, else that step is skipped.
EOF
}

here=$(cd "$(dirname "$0")" && pwd)
chart=$here/supporters
namespace=supporters-test
release=supporters
base=(--values "$here/examples/demo/values.yaml")
changes=()
load_command=()
images=$here/../target/images
in_cluster=()
load_image=''
workers=2
timeout=600
report=''
keep=false

say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --help | -h)
      usage
      exit 0
      ;;
    --keep)
      keep=true
      shift
      continue
      ;;
  esac
  [ $# -ge 2 ] || fail "$1 is no option, or has no value (see --help)"
  case $1 in
    --kubeconfig) export KUBECONFIG=$2 ;;
    --namespace) namespace=$2 ;;
    --release) release=$2 ;;
    --values) base+=(--values "$2") ;;
    --set) base+=(--set "$2") ;;
    --load) read -ra load_command <<<"$2" ;;
    --images) images=$2 ;;
    --in-cluster) read -ra in_cluster <<<"$2" ;;
    --load-image) load_image=$2 ;;
    --workers) workers=$2 ;;
    --timeout) timeout=$2 ;;
    --report) report=$2 ;;
    *) fail "$1 is no option (see --help)" ;;
  esac
  shift 2
done

for program in kubectl helm curl; do
  command -v "$program" >/dev/null || fail "$program is not on the PATH"
done

work=$(mktemp -d)
made_namespace=false
background=()
rows=()
failed=0

# ---------------------------------------------------------------------------------------------------------------- results

# row STEP ok|FAILED|skipped SECONDS DETAIL
row() {
  rows+=("| $1 | $2 | $3 | $4 |")
  say "$1: $2 ($3 s) $4"
  [ "$2" != FAILED ] || failed=$((failed + 1))
}

table() {
  printf '| step | result | seconds | detail |\n|---|---|---:|---|\n'
  [ ${#rows[@]} -eq 0 ] || printf '%s\n' "${rows[@]}"
}

now() { date +%s; }

# ---------------------------------------------------------------------------------------------------------------- cleaning

k() { kubectl --namespace "$namespace" "$@"; }
h() { helm --namespace "$namespace" "$@"; }

diagnose() {
  say "pods that are not ready, and the last events:"
  k get pods --no-headers 2>/dev/null | awk '{ split($2, n, "/"); if (n[1] != n[2]) print }' >&2 || true
  k get events --sort-by=.lastTimestamp 2>/dev/null | tail -15 >&2 || true
}

# shellcheck disable=SC2317 # called by the trap
end() {
  local status=$?
  trap - EXIT INT TERM
  set +e
  stop_load
  local pid
  for pid in "${background[@]:-}"; do
    [ -z "$pid" ] || kill "$pid" 2>/dev/null
  done
  [ "$status" -eq 0 ] || diagnose
  if [ "$made_namespace" = true ] && [ "$keep" = false ]; then
    h status "$release" >/dev/null 2>&1 && h uninstall "$release" >/dev/null 2>&1
    kubectl delete namespace "$namespace" --wait=false >/dev/null 2>&1
  fi
  rm -rf "$work"
  exit "$status"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---------------------------------------------------------------------------------------------------------------- cluster

# forward TARGET PORT: forwards a free local port, which it puts into $forwarded
forward() {
  local log=$work/forward.${1//\//-}
  : >"$log"
  kubectl --namespace "$namespace" port-forward "$1" ":$2" >"$log" 2>&1 &
  background+=($!)
  local i
  for ((i = 0; i < 100; i++)); do
    forwarded=$(sed -n 's/^Forwarding from 127\.0\.0\.1:\([0-9]*\) .*/\1/p' "$log" | head -1)
    [ -z "$forwarded" ] || return 0
    sleep 0.1
  done
  fail "port $2 of $1 cannot be forwarded: $(cat "$log")"
}

# Runs a command where the requests come from.
inside() {
  if [ -n "$load_image" ]; then
    k exec -i load -- "$@"
  elif [ ${#in_cluster[@]} -gt 0 ]; then
    "${in_cluster[@]}" "$@"
  else
    "$@"
  fi
}

minor() {
  local version
  version=$(kubectl version --output json) || fail "the cluster does not answer"
  printf '%s' "$version" | tr -d ' \n' | sed -E 's/.*"serverVersion":\{[^}]*"minor":"([0-9]+).*/\1/'
}

kubernetes_minor=$(minor)
helm_version=$(helm version --template '{{.Version}}')
install_options=()
rollback_option=--atomic
case $helm_version in
  v3.*) ;;
  *)
    rollback_option=--rollback-on-failure
    # the server-side apply of old API servers refuses what it should merge
    [ "$kubernetes_minor" -ge 22 ] || install_options+=(--server-side=false)
    ;;
esac
eviction_version=policy/v1
[ "$kubernetes_minor" -ge 22 ] || eviction_version=policy/v1beta1

# With all changes so far.
upgrade() {
  h upgrade "$release" "$chart" "${base[@]}" "${changes[@]}" --wait --timeout "${timeout}s" >"$work/helm.log" 2>&1
}

ready_pods() {
  k get pods --selector "app.kubernetes.io/instance=$release,app.kubernetes.io/name=$1" --no-headers 2>/dev/null \
    | awk '{ split($2, n, "/"); if (n[1] == n[2] && $3 == "Running") print $1 }'
}

# ---------------------------------------------------------------------------------------------------------------- load

# Requests calls until the file $3 is there, and prints a line for each: ok and the call's id, or bad and the answer. A request
# that fails is made again up to $6 times with the same id, as an app does; a line `again` tells of each.
# shellcheck disable=SC2016 # expanded where it runs
load_script='
url=$1 token=$2 stop=$3 id=$4 pause=$5 again=$6 n=0
mutation="mutation(\$input: RequestCallInput!) { requestCall(input: \$input) { call { callId status } } }"
while [ ! -e "$stop" ] && [ "$n" -lt 100000 ]; do
  n=$((n + 1))
  input="{\"clientMutationId\":\"$id-$n\",\"userId\":\"$id-$n\",\"userName\":\"load\",\"fare\":15000,\"distance\":9000,"
  input="$input\"origin\":{\"lat\":\"37.5665\",\"lng\":\"126.9780\"},\"destination\":{\"lat\":\"37.5172\",\"lng\":\"127.0473\"}}"
  tries=0
  while true; do
    answer=$(curl -sS -m 10 -w " %{http_code}" -H "Authorization: Bearer $token" -H "Content-Type: application/json" \
      -d "{\"query\":\"$mutation\",\"variables\":{\"input\":$input}}" "$url" 2>&1)
    case $answer in
      *\"errors\"*) ;;
      *\"callId\":\"*200) call=${answer#*\"callId\":\"} && echo "ok ${call%%\"*}" && break ;;
    esac
    tries=$((tries + 1))
    if [ "$tries" -gt "$again" ]; then
      echo "bad $answer" | tr "\n" " " && echo
      break
    fi
    echo "again" && sleep 1
  done
  sleep "$pause"
done
'
# Asks for every call on its input, and prints its status.
# shellcheck disable=SC2016
look_script='
url=$1 token=$2
while read -r call; do
  answer=$(curl -sS -m 10 -H "Authorization: Bearer $token" -H "Content-Type: application/json" \
    -d "{\"query\":\"{ call(id: $call) { status } }\"}" "$url" 2>&1)
  case $answer in
    *\"status\":\"*) status=${answer#*\"status\":\"} && echo "${status%%\"*}" ;;
    *) echo "LOST $call" ;;
  esac
done
'
loads=()
runs=0
stop=''

# start_load WORKERS PAUSE [AGAIN]
start_load() {
  runs=$((runs + 1))
  stop=/tmp/supporters-load-$$-$runs
  loads=()
  : >"$work/load"
  local worker
  for ((worker = 1; worker <= $1; worker++)); do
    inside sh -c "$load_script" load "$url" "$token" "$stop" "load$$-$runs-$worker" "$2" "${3:-0}" >"$work/load.$worker" 2>&1 </dev/null &
    loads+=($!)
  done
}

# Ends the load, and gathers what it printed in $work/load.
stop_load() {
  [ ${#loads[@]} -gt 0 ] || return 0
  inside touch "$stop"
  local pid
  for pid in "${loads[@]}"; do
    wait "$pid" || true
  done
  inside rm -f "$stop"
  loads=()
  cat "$work"/load.* >"$work/load"
  rm -f "$work"/load.*
}

count() { grep -c "^$1" "$work/load" || true; }

# check_load STEP SECONDS DETAIL: a row that is ok if requests were made and none failed
check_load() {
  local bad
  bad=$(count bad)
  local detail="$3$(($(count ok) + bad)) requests, $bad failed"
  if [ "$bad" -eq 0 ] && [ "$(count ok)" -gt 0 ]; then
    row "$1" ok "$2" "$detail"
  else
    row "$1" FAILED "$2" "$detail"
    grep '^bad' "$work/load" | head -3 >&2 || true
    tail -3 "$work/helm.log" >&2 || true
  fi
}

# ---------------------------------------------------------------------------------------------------------------- steps

load_images() {
  local tar
  local begin
  begin=$(now)
  for tar in "$images"/*.tar; do
    [ -f "$tar" ] || fail "no image in $images (expected: helm/images.sh has made them)"
    "${load_command[@]}" "$tar" >"$work/images.log" 2>&1 || fail "$tar cannot be loaded: $(tail -3 "$work/images.log")"
  done
  row "images brought into the cluster" ok $(($(now) - begin)) "$(find "$images" -name '*.tar' | wc -l) images"
}

install() {
  local begin
  begin=$(now)
  kubectl create namespace "$namespace" >/dev/null || fail "namespace $namespace cannot be made (expected: it does not exist)"
  made_namespace=true
  if h install "$release" "$chart" "${base[@]}" "${install_options[@]}" --wait --timeout "${timeout}s" >"$work/helm.log" 2>&1; then
    row "install, until all pods are ready" ok $(($(now) - begin)) "$(k get deployments --no-headers | wc -l) deployments"
  else
    row "install, until all pods are ready" FAILED $(($(now) - begin)) "$(tail -1 "$work/helm.log")"
    table
    exit 1
  fi
  local tested
  tested=$(now)
  if h test "$release" --timeout "${timeout}s" >"$work/helm.log" 2>&1; then
    row "helm test: a call placed and decided" ok $(($(now) - tested)) "$(($(now) - begin)) s since the install began"
  else
    row "helm test: a call placed and decided" FAILED $(($(now) - tested)) "$(tail -1 "$work/helm.log")"
  fi
}

# Memory of the idle functions.
measure() {
  local begin
  begin=$(now)
  if ! kubectl get --raw /apis/metrics.k8s.io/v1beta1 >/dev/null 2>&1; then
    row "idle memory" skipped 0 "the cluster has no metrics API"
    return
  fi
  sleep 45 # until they are idle, and the figures tell it: these are up to 30 s old
  local figures='' i
  # figures come late
  for ((i = 0; i < 24; i++)); do
    figures=$(k top pods --no-headers 2>/dev/null | grep "^$release-" | grep -v "^$release-demo" || true)
    [ "$(printf '%s' "$figures" | grep -c .)" -lt "$(k get pods --no-headers | grep "^$release-" | grep -vc "^$release-demo")" ] || break
    sleep 5
  done
  if [ -z "$figures" ]; then
    row "idle memory" skipped $(($(now) - begin)) "the metrics API has no figures"
    return
  fi
  row "idle memory" ok $(($(now) - begin)) "$(printf '%s\n' "$figures" | awk '
    { mib = $3 + 0; sum += mib; if (mib > most) { most = mib; who = $1 }; if (!n++ || mib < least) least = mib }
    END { printf "%d pods: %d to %d MiB, mean %.0f MiB; most: %s", n, least, most, sum / n, who }')"
}

# A pod that starts alone: by its own log, and from its container's start to ready (the cluster counts whole seconds).
start_of_a_pod() {
  local begin pod started ready said
  begin=$(now)
  k rollout restart "deployment/$release-tagging" >/dev/null
  if ! k rollout status "deployment/$release-tagging" --timeout "${timeout}s" >/dev/null 2>&1; then
    row "restart of one function" FAILED $(($(now) - begin)) "tagging does not become ready"
    return
  fi
  pod=$(k get pods --selector "app.kubernetes.io/instance=$release,app.kubernetes.io/name=tagging" \
    --sort-by=.metadata.creationTimestamp --output name | tail -1)
  started=$(k get "$pod" --output 'jsonpath={.status.containerStatuses[0].state.running.startedAt}')
  ready=$(k get "$pod" --output 'jsonpath={.status.conditions[?(@.type=="Ready")].lastTransitionTime}')
  said=$(k logs "$pod" | sed -n 's/.* started in \([0-9.]*s\)\..*/\1/p' | head -1)
  row "restart of one function" ok $(($(now) - begin)) \
    "started in ${said:-?} by its log; ready $(($(date -d "$ready" +%s) - $(date -d "$started" +%s))) s after its container began"
}

connect() {
  forward "service/$release-demo" 8191
  token=$(curl -sSf -m 10 "http://127.0.0.1:$forwarded/token?role=service&sub=cluster-test") || fail "the issuer gives no token"
  url=http://$release-gateway.$namespace.svc.cluster.local:8080/graphql
  if [ -n "$load_image" ]; then
    k run load --image "$load_image" --restart Never --command -- sleep 86400 >/dev/null
    k wait pod/load --for condition=Ready --timeout "${timeout}s" >/dev/null || fail "the pod with $load_image does not start"
  elif [ ${#in_cluster[@]} -eq 0 ]; then
    forward "service/$release-gateway" 8080
    url=http://127.0.0.1:$forwarded/graphql
  fi
}

# The functions that are restarted. The stand-ins of the demo have one pod with all they know; a forwarded port ends with its pod.
restarted_functions() {
  local name
  while read -r name; do
    case $name in
      demo | legacy) ;;
      gateway) [ -z "$load_image" ] && [ ${#in_cluster[@]} -eq 0 ] || echo "$name" ;;
      *) echo "$name" ;;
    esac
  done < <(k get deployments --output 'jsonpath={range .items[*]}{.metadata.labels.app\.kubernetes\.io/name}{"\n"}{end}')
}

# Each function alone, one after the other: no request may fail.
rolling_restart() {
  local begin name restarted=0
  begin=$(now)
  start_load "$workers" 0.2
  while read -r name; do
    k rollout restart "deployment/$release-$name" >/dev/null
    if ! k rollout status "deployment/$release-$name" --timeout "${timeout}s" >"$work/helm.log" 2>&1; then
      stop_load
      row "rolling restart under load" FAILED $(($(now) - begin)) "$name does not become ready"
      return
    fi
    restarted=$((restarted + 1))
  done < <(restarted_functions)
  sleep 5
  stop_load
  check_load "rolling restart under load, function by function" $(($(now) - begin)) "$restarted functions; "
}

# All functions at once, as a new version does it. What a small cluster is late with then is asked again, as apps do: nothing may be lost.
rolling_upgrade() {
  local begin name restarted=0
  while read -r name; do
    changes+=(--set-string "functions.$name.podAnnotations.cluster-test=upgraded")
    restarted=$((restarted + 1))
  done < <(restarted_functions)
  begin=$(now)
  start_load "$workers" 0.2 30
  sleep 3
  local upgraded=true
  upgrade || upgraded=false
  sleep 5
  stop_load
  if [ "$upgraded" = false ]; then
    row "upgrade under load" FAILED $(($(now) - begin)) "$(tail -1 "$work/helm.log")"
    return
  fi
  check_load "upgrade of all functions at once under load" $(($(now) - begin)) "$restarted functions; $(count again) times asked again; "
  grep '^ok' "$work/load" | cut -d ' ' -f 2 >"$work/calls" || true
}

# Every call that was accepted in the upgrade is there, and was decided.
nothing_lost() {
  local begin i open=0 lost=0
  begin=$(now)
  for ((i = 0; i < 12; i++)); do
    inside sh -c "$look_script" look "$url" "$token" <"$work/calls" >"$work/states" 2>&1 || true
    open=$(grep -c '^REQUESTED' "$work/states" || true)
    lost=$(grep -c '^LOST' "$work/states" || true)
    [ $((open + lost)) -gt 0 ] || break
    sleep 5
  done
  local detail
  detail="$(wc -l <"$work/calls") calls, $lost not found, $open undecided"
  if [ $((open + lost)) -eq 0 ] && [ "$(wc -l <"$work/states")" -eq "$(wc -l <"$work/calls")" ]; then
    row "calls of the upgrade" ok $(($(now) - begin)) "$detail"
  else
    row "calls of the upgrade" FAILED $(($(now) - begin)) "$detail"
  fi
}

image_of() { k get deployment "$release-$1" --output 'jsonpath={.spec.template.spec.containers[0].image}'; }

broken_upgrade() {
  local begin before
  before=$(image_of tagging)
  begin=$(now)
  start_load "$workers" 0.2
  if h upgrade "$release" "$chart" "${base[@]}" "${changes[@]}" --set functions.tagging.image.tag=no-such-tag \
    --wait --timeout 60s "$rollback_option" >"$work/helm.log" 2>&1; then
    stop_load
    row "broken upgrade" FAILED $(($(now) - begin)) "an image that does not exist was accepted"
    return
  fi
  stop_load
  if [ "$(image_of tagging)" != "$before" ]; then
    row "broken upgrade" FAILED $(($(now) - begin)) "not rolled back: $(tail -1 "$work/helm.log")"
    return
  fi
  check_load "broken upgrade, rolled back by helm" $(($(now) - begin)) "an image that does not exist; "
}

# evict POD
evict() {
  printf '{"apiVersion":"%s","kind":"Eviction","metadata":{"name":"%s","namespace":"%s"}}' "$eviction_version" "$1" "$namespace" \
    | kubectl create --raw "/api/v1/namespaces/$namespace/pods/$1/eviction" --filename - 2>&1
}

eviction() {
  local begin pods=() answer
  begin=$(now)
  changes+=(--set functions.tagging.replicas=2 --set functions.tagging.autoscaling.engine=none)
  upgrade || {
    row "eviction" FAILED $(($(now) - begin)) "$(tail -1 "$work/helm.log")"
    return
  }
  k get poddisruptionbudget "$release-tagging" >/dev/null || {
    row "eviction" FAILED $(($(now) - begin)) "no PodDisruptionBudget $release-tagging for two pods"
    return
  }
  mapfile -t pods < <(ready_pods tagging)
  # the budget's controller must have counted both
  local i
  for ((i = 0; i < 60; i++)); do
    [ "$(k get poddisruptionbudget "$release-tagging" --output 'jsonpath={.status.disruptionsAllowed}')" != 1 ] || break
    sleep 1
  done
  begin=$(now)
  start_load "$workers" 0.2
  answer=$(evict "${pods[0]}") || {
    stop_load
    row "eviction" FAILED $(($(now) - begin)) "the first pod was not evicted: $answer"
    return
  }
  if answer=$(evict "${pods[1]}"); then
    stop_load
    row "eviction" FAILED $(($(now) - begin)) "the second pod was evicted too, against the budget"
    return
  fi
  case $answer in
    *"disruption budget"*) ;;
    *)
      stop_load
      row "eviction" FAILED $(($(now) - begin)) "$answer"
      return
      ;;
  esac
  k rollout status "deployment/$release-tagging" --timeout "${timeout}s" >/dev/null || true
  sleep 5
  stop_load
  check_load "eviction of one of two pods; the other's is refused by the budget" $(($(now) - begin)) ""
}

scale_up() {
  local begin running=1
  if ! kubectl get --raw /apis/metrics.k8s.io/v1beta1 >/dev/null 2>&1; then
    row "scaling up under load" skipped 0 "the cluster has no metrics API"
    return
  fi
  changes+=(--set functions.call.autoscaling.engine=hpa --set functions.call.autoscaling.min=1
    --set functions.call.autoscaling.max=3 --set functions.call.autoscaling.cpu=50)
  upgrade || {
    row "scaling up under load" FAILED 0 "$(tail -1 "$work/helm.log")"
    return
  }
  begin=$(now)
  start_load $((workers * 2)) 0
  while [ "$running" -lt 2 ] && [ $(($(now) - begin)) -lt 240 ]; do
    sleep 2
    running=$(ready_pods call | wc -l)
  done
  local seconds=$(($(now) - begin))
  sleep 5
  stop_load
  if [ "$running" -ge 2 ]; then
    check_load "scaling up under load" "$seconds" "call: 1 to $running pods; "
  else
    row "scaling up under load" FAILED "$seconds" "call still has $running pod: $(k get hpa "$release-call" --no-headers 2>&1)"
  fi
}

uninstall() {
  local begin kinds left=''
  begin=$(now)
  if ! h uninstall "$release" --wait --timeout "${timeout}s" >"$work/helm.log" 2>&1; then
    row "uninstall" FAILED $(($(now) - begin)) "$(tail -1 "$work/helm.log")"
    return
  fi
  kinds=$(kubectl api-resources --namespaced --verbs list --output name 2>/dev/null \
    | grep -vE '^(events|pods\.metrics)' | paste -sd , -)
  local i
  for ((i = 0; i < 60; i++)); do
    left=$(k get "$kinds" --selector "app.kubernetes.io/instance=$release" --output name --ignore-not-found 2>/dev/null || true)
    [ -n "$left" ] || break
    sleep 1
  done
  if [ -z "$left" ]; then
    row "uninstall, with nothing left" ok $(($(now) - begin)) ""
  else
    row "uninstall, with nothing left" FAILED $(($(now) - begin)) "left: $(printf '%s' "$left" | tr '\n' ' ')"
  fi
}

say "Kubernetes 1.$kubernetes_minor, helm $helm_version"
[ ${#load_command[@]} -eq 0 ] || load_images
install
connect
measure
start_of_a_pod
rolling_restart
rolling_upgrade
[ ! -s "$work/calls" ] || nothing_lost
broken_upgrade
eviction
scale_up
[ "$keep" = true ] || uninstall

printf '\n'
if [ -n "$report" ]; then
  table | tee "$report"
else
  table
fi
[ "$failed" -eq 0 ] || exit 1
