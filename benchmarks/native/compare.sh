#!/usr/bin/env bash
#
# Holds Java's kernels, and the start and end of a parallel region, against C: builds kernels.c and
# runs both in turn. Takes 12 minutes; cores should have nothing else to do.
#
#   benchmarks/native/compare.sh [JMH-ARGS]   for example -p kernel=range-ilp -f 3
#
# Needs a C compiler with OpenMP: $CC, or cc.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
run=$here/../../run.sh
cc=${CC:-cc}
command -v "$cc" >/dev/null || {
  printf 'compare.sh: %s is not installed: install a C compiler, or name one with CC=…\n' "$cc" >&2
  exit 2
}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
library=$built/kernels.so
"$cc" -O3 -march=native -fopenmp -shared -fPIC -o "$library" "$here/kernels.c"

"$run" NativeKernelBenchmark -p library="$library" "$@"
[[ " $* " == *" kernel="* ]] && exit
"$run" '\.DispatchBenchmark' -p model=platform,virtual,fork-join
for policy in active passive; do
  printf 'OpenMP, OMP_WAIT_POLICY=%s\n' "$policy"
  OMP_WAIT_POLICY=$policy "$run" NativeDispatchBenchmark -p library="$library"
done
