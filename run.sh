#!/usr/bin/env bash
#
# Finds a JDK 25 or newer, builds if a source is newer than the jars, and runs CoreYield.
#
#   ./run.sh [ARGS]            the quick campaign, or what ARGS say (./run.sh --help)
#   ./run.sh test [MVN-ARGS]   every check and test
#   ./run.sh dist              a distribution that needs no Java: target/coreyield-VERSION-OS-ARCH.tar.gz
#
# Exit codes of its own: 2 when no JDK or no Maven is found or the build fails.
# Plain bash 3.2 (macOS) and no `readlink -f`: it runs wherever Java does.
set -euo pipefail

readonly LEAST_JAVA=25
# Libraries of CoreYield use sun.misc.Unsafe and native code: without these the JVM warns of it.
readonly QUIET_JVM='--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED'

refuse() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 2
}

# Prints $1 with every symbolic link at its end followed.
follow_links() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in
      /*) path=$target ;;
      *) path=$(dirname "$path")/$target ;;
    esac
  done
  printf '%s\n' "$path"
}

# Prints the value of JAVA_VERSION of the JDK in $1. Starts a JVM only where it has no release file.
declared_version() {
  local key value
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value || [ -n "$key" ]; do
      if [ "$key" = JAVA_VERSION ]; then
        printf '%s\n' "$value"
        return
      fi
    done <"$1/release"
  else
    "$1/bin/java" -XshowSettings:properties -version 2>&1 |
      while read -r key _ value; do
        if [ "$key" = java.version ]; then
          printf '%s\n' "$value"
        fi
      done
  fi
}

best_jdk=
best_rank=0

# Keeps the directory $1 if it is a JDK (not a JRE) and newer than what was kept before.
consider() {
  local pattern='^"?([0-9]+)(\.([0-9]+))?(\.([0-9]+))?' rank
  if ! [ -x "$1/bin/java" ] || ! [ -x "$1/bin/javac" ]; then
    return 0
  fi
  if [[ $(declared_version "$1" || true) =~ $pattern ]]; then
    rank=$((10#${BASH_REMATCH[1]} * 1000000 + 10#${BASH_REMATCH[3]:-0} * 1000 + 10#${BASH_REMATCH[5]:-0}))
    if [ "$rank" -ge $((LEAST_JAVA * 1000000)) ] && [ "$rank" -gt "$best_rank" ]; then
      best_jdk=$1
      best_rank=$rank
    fi
  fi
}

# Considers the JDK that `java` on the PATH belongs to.
consider_path() {
  local java key value
  java=$(follow_links "$(command -v java)")
  if [ -r "$(dirname "$java")/../release" ]; then
    consider "$(cd -P "$(dirname "$java")/.." && pwd)"
    return
  fi
  # A launcher of a version manager (jenv, asdf) is a script that only tells when it is run.
  while read -r key _ value; do
    if [ "$key" = java.home ]; then
      consider "$value"
    fi
  done < <("$java" -XshowSettings:properties -version 2>&1 || true)
}

# Sets best_jdk: JAVA_HOME if it will do, else the newest in the usual places, else the PATH's.
find_jdk() {
  local place
  if [ -n "${JAVA_HOME:-}" ]; then
    consider "$JAVA_HOME"
    if [ -n "$best_jdk" ]; then
      return
    fi
  fi
  for place in \
    /usr/lib/jvm/* \
    "${HOME:-}"/.sdkman/candidates/java/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    consider "$place"
  done
  if [ -z "$best_jdk" ] && [ -x /usr/libexec/java_home ]; then
    consider "$(/usr/libexec/java_home -v "$LEAST_JAVA+" 2>/dev/null || true)"
  elif [ -z "$best_jdk" ] && command -v java >/dev/null; then
    # Not on macOS: its /usr/bin/java without a JDK opens a window.
    consider_path
  fi
  if [ -z "$best_jdk" ]; then
    refuse "needs a JDK $LEAST_JAVA or newer and found none: install one (Debian: apt-get install openjdk-$LEAST_JAVA-jdk, macOS: brew install openjdk, or https://adoptium.net), or set JAVA_HOME to one"
  fi
}

require_maven() {
  if ! command -v mvn >/dev/null; then
    refuse "needs Maven to build CoreYield and found no 'mvn' on the PATH: install it (Debian: apt-get install maven, macOS: brew install maven, or https://maven.apache.org)"
  fi
  export JAVA_HOME=$best_jdk
  export MAVEN_OPTS="${MAVEN_OPTS:+$MAVEN_OPTS }$QUIET_JVM"
}

# Whether a jar is missing or older than a source. A directory is newer when a file left it.
is_stale() {
  local jar
  for jar in "$@"; do
    if ! [ -f "$jar" ] || [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main "$root"/.mvn -newer "$jar")" ]; then
      return 0
    fi
  done
  return 1
}

build_log=
build_options=
trap 'rm -f "$build_log"' EXIT

build() {
  local started=$root/target/.build-start
  require_maven
  mkdir -p "$root/target"
  touch "$started"
  build_log=$(mktemp "${TMPDIR:-/tmp}/coreyield-build.XXXXXX")
  printf 'Building CoreYield (once)…\n' >&2
  # shellcheck disable=SC2086 # no option, or one
  if ! (cd "$root" && mvn -B -ntp package -pl benchmarks -am -DskipTests -Dspotless.check.skip $build_options) >"$build_log" 2>&1; then
    cat "$build_log" >&2
    refuse "the build failed, for the reason above"
  fi
  # What is edited during the build is newer than the jars, and is built the next time.
  touch -c -r "$started" "$@"
  rm -f "$build_log"
}

# Records $2, a cache of loaded classes that the jar $1 starts with where it measures nothing. Without
# it everything works, only slower.
rehearse() {
  local scratch
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/coreyield-rehearsal.XXXXXX")
  rm -f "$2"
  # shellcheck disable=SC2086 # two options in one word
  "$best_jdk/bin/java" $QUIET_JVM -XX:AOTCacheOutput="$2" -cp "$1" io.coreyield.benchmarks.cli.Rehearsal \
    "$root/docs/machines/4c8t-mixed.json" "$scratch" >/dev/null 2>&1 || rm -f "$2"
  rm -rf "$scratch"
}

make_distribution() {
  build_options=-Pdist
  build "$root/benchmarks/target/benchmarks.jar" "$root/analysis/target/analysis.jar"
  exec "$root/dist/make" "$best_jdk"
}

run_campaign() {
  local jar=$root/benchmarks/target/benchmarks.jar cache=$root/benchmarks/target/benchmarks.aot
  if is_stale "$jar" "$root/analysis/target/analysis.jar"; then
    build "$jar" "$root/analysis/target/analysis.jar"
    rehearse "$jar" "$cache"
  fi
  # shellcheck disable=SC2086 # two options in one word
  exec "$best_jdk/bin/java" $QUIET_JVM -jar "$jar" ${1+"$@"}
}

# The browser and the fonts that tests look at a report with, the LaTeX that sets what a bundle holds
# for papers, and what reads these scripts. Tests say so where they are missing.
install_test_packages() {
  local missing=() package
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    return 0
  fi
  for package in libfontconfig1 fonts-dejavu-core; do
    if ! dpkg -s "$package" >/dev/null 2>&1; then
      missing+=("$package")
    fi
  done
  if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
    missing+=(chromium)
  fi
  if ! command -v shellcheck >/dev/null; then
    missing+=(shellcheck)
  fi
  if ! command -v pdflatex >/dev/null || ! kpsewhich pgfplots.sty booktabs.sty >/dev/null; then
    missing+=(texlive-latex-base texlive-latex-recommended texlive-pictures)
  fi
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  printf 'Installing what the tests need: %s\n' "${missing[*]}" >&2
  if ! (
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq -y --no-install-recommends install "${missing[@]}"
  ) >/dev/null 2>&1; then
    printf 'run.sh: could not install %s: the tests that need it are skipped\n' "${missing[*]}" >&2
  fi
}

run_tests() {
  require_maven
  install_test_packages
  cd "$root"
  case " $* " in
    # What lists the parts of a distribution refuses to work offline. Its test is skipped, and says so.
    *' -o '* | *' --offline '*) exec mvn -B verify "$@" ;;
    *) exec mvn -B verify -Pdist ${1+"$@"} ;;
  esac
}

root=$(cd -P "$(dirname "$(follow_links "${BASH_SOURCE[0]}")")" && pwd)
find_jdk
case ${1:-} in
  test)
    shift
    run_tests ${1+"$@"}
    ;;
  dist) make_distribution ;;
  *) run_campaign ${1+"$@"} ;;
esac
