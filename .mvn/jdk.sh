# Read by scripts that need a JDK 25 or newer: find_jdk sets JAVA_HOME, to itself if it is new enough, else to the newest JDK found in
# the usual places. Versions are read from the JDK's `release` file, no JVM is started.
# shellcheck shell=sh

JDK_MINIMUM=25

# prints the feature release of the JDK in $1 (25 for JAVA_VERSION="25.0.1"), or nothing if there is no JDK
jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# keeps the JDK in $1 if it is new enough and newer than what was kept before
consider_jdk() {
  jdk_candidate="$(jdk_release "$1")"
  if [ "${jdk_candidate:-0}" -ge "$JDK_MINIMUM" ] && [ "$jdk_candidate" -gt "$jdk_best" ]; then
    jdk_best="$jdk_candidate"
    jdk_home="$1"
  fi
}

# prints the home of the `java` on the PATH, links followed
jdk_on_path() {
  jdk_link="$(command -v java)" || return 0
  while [ -L "$jdk_link" ]; do
    jdk_target="$(readlink "$jdk_link")"
    case "$jdk_target" in
      /*) jdk_link="$jdk_target" ;;
      *) jdk_link="${jdk_link%/*}/$jdk_target" ;;
    esac
  done
  (cd "${jdk_link%/*}/.." 2>/dev/null && pwd -P) || :
}

find_jdk() {
  jdk_best=0 jdk_home=''
  [ -z "${JAVA_HOME-}" ] || consider_jdk "$JAVA_HOME"
  if [ -z "$jdk_home" ]; then
    set +f
    for jdk_directory in \
      /usr/lib/jvm/* \
      "${HOME-}"/.sdkman/candidates/java/* \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
      /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
      consider_jdk "$jdk_directory"
    done
    set -f
  fi
  if [ -z "$jdk_home" ] && [ -x /usr/libexec/java_home ]; then
    consider_jdk "$(/usr/libexec/java_home -v "$JDK_MINIMUM+" 2>/dev/null)"
  fi
  [ -n "$jdk_home" ] || consider_jdk "$(jdk_on_path)"
  if [ -z "$jdk_home" ]; then
    echo "${0##*/}: no JDK $JDK_MINIMUM or newer found (looked at JAVA_HOME=${JAVA_HOME-}, /usr/lib/jvm, ~/.sdkman, Homebrew, /Library/Java/JavaVirtualMachines and the java on the PATH). Install one, or set JAVA_HOME." >&2
    exit 1
  fi
  JAVA_HOME="$jdk_home"
  export JAVA_HOME
}
