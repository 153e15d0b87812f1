#!/usr/bin/env bash
# Builds the container images of all services, without a Docker daemon, as target/images/*.tar, each with its SBOM beside it.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'EOF'
usage: helm/images.sh [option…] [-- Maven option…]

  --only NAME,…       these instead of all (folders in services/)
  --list              only prints the names
  --print-base        only prints the base of the images; .ci/pinned prints its digest
  --native            native images; needs GRAALVM_HOME, or -- -Dquarkus.native.container-build=true
  --base IMAGE        the base; needs glibc and no more (native: zlib too). `scratch` takes the glibc of this machine:
                      for checks, needs no registry
  --repository NAME   what stands before the service's name, e.g. ghcr.io/example/supporters (default: supporters)
  --tag TAG           default: the version in pom.xml; -native is added to native ones

Each tar is of the format of `docker save`: docker load, podman load, kind load image-archive and
ctr images import take it.
EOF
}

fail() {
  printf 'helm/images.sh: %s\n' "$*" >&2
  exit 1
}

# service: a Quarkus application; program: a module whose pom has its image itself, for the JVM only
kind_of() {
  if [ -f "services/$1/src/main/resources/application.properties" ]; then
    echo service
  elif grep -q jib-maven-plugin "services/$1/pom.xml" 2>/dev/null && [ "$native" = false ]; then
    echo program
  fi
}

only=''
tag=''
native=false
list=false
print_base=false
scratch=false
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --only | --base | --repository | --tag)
      [ $# -ge 2 ] || fail "$1 has no value"
      case $1 in
        --only) only=$2 ;;
        --base)
          options+=("-Dcontainer.base=$2" "-Dcontainer.base.name=${2%@*}")
          case $2 in
            *@*) options+=("-Dcontainer.base.digest=${2#*@}") ;;
          esac
          ;;
        --repository) options+=("-Dcontainer.repository=$2") ;;
        --tag) tag=$2 ;;
      esac
      [ "$1 $2" = "--base scratch" ] && scratch=true
      shift 2
      ;;
    --native)
      native=true
      shift
      ;;
    --list)
      list=true
      shift
      ;;
    --print-base)
      print_base=true
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    --)
      shift
      options+=("$@")
      break
      ;;
    *) fail "$1 is no option (see --help)" ;;
  esac
done

if [ "$print_base" = true ]; then
  bases=$(sed -n 's|.*<container.base>\(.*\)</container.base>.*|\1|p' services/pom.xml) # of the JVM's images, then of native ones
  if [ "$native" = true ]; then
    tail -n 1 <<<"$bases"
  else
    head -n 1 <<<"$bases"
  fi
  exit 0
fi

services=()
if [ -n "$only" ]; then
  IFS=, read -ra services <<<"$only"
else
  for pom in services/*/pom.xml; do
    service=$(basename "$(dirname "$pom")")
    [ -z "$(kind_of "$service")" ] || services+=("$service")
  done
fi
if [ "$list" = true ]; then
  printf '%s\n' "${services[@]}"
  exit 0
fi
projects=''
for service in "${services[@]}"; do
  [ -n "$(kind_of "$service")" ] || fail "services/$service has no image"
  projects+="${projects:+,}services/$service"
done

# What a dynamically linked program needs of a system, and a base of `scratch` has not.
rm -rf target/libc
if [ "$scratch" = true ]; then
  libc=$(ldd "$(command -v bash)" | awk '$1 ~ /^libc\.so/ { print $3 }')
  loader=$(ldd "$(command -v bash)" | awk '$1 ~ /ld-linux/ { print $1 }')
  if [ ! -f "$libc" ] || [ ! -f "$loader" ]; then
    fail "this machine has no glibc (expected: --base with another image)"
  fi
  mkdir -p target/libc/etc
  cp -L --parents "$loader" target/libc
  for library in libc.so.6 libdl.so.2 libm.so.6 libpthread.so.0 librt.so.1 libresolv.so.2 libnss_dns.so.2 \
    libnss_files.so.2 libz.so.1; do
    file=$(dirname "$libc")/$library
    [ ! -f "$file" ] || cp -L --parents "$file" target/libc
  done
  printf 'hosts: files dns\n' >target/libc/etc/nsswitch.conf
fi

options+=("-Dcontainer.revision=$(git rev-parse HEAD 2>/dev/null || echo unknown)")
suffix=''
if [ "$native" = true ]; then
  options+=(-Dnative)
  suffix=-native
fi
[ -z "$tag" ] || options+=("-Dcontainer.tag=$tag")
./mvnw -B -q -Dquick -Dcontainer package -pl "$projects" -am "${options[@]}"

printf '\n| image | MB |\n|---|---:|\n'
for service in "${services[@]}"; do
  tar=target/images/$service$suffix.tar
  [ -f "$tar" ] || fail "$tar was not made"
  sbom=services/$service/target/sbom/sbom.cdx.json
  [ -f "$sbom" ] || fail "$sbom was not made"
  cp "$sbom" "target/images/$service$suffix.cdx.json"
  printf '| %s | %s |\n' "$tar" "$(($(wc -c <"$tar") / 1000000))"
done
