#!/usr/bin/env bash
#
# Takes the pictures of the README, and screenshots of a report to look at before a release.
#
#   docs/screenshots.sh [DIR]   default: a new directory; the README's go to docs/images
#
# Needs chromium. The machine is simulated, so the pictures are the same on every machine with the
# same fonts.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-$(mktemp -d)}
mkdir -p "$out"
browser=$(command -v chromium || command -v google-chrome) || {
  printf 'screenshots.sh: install chromium\n' >&2
  exit 2
}

# page picture width height theme (0 dark, 1 light)
picture() {
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars \
    --window-size="$3,$4" --blink-settings=preferredColorScheme="$5" \
    --screenshot="$2" "file://$1" >/dev/null 2>&1
}

run=$out/run
if ! [ -d "$run" ]; then
  "$here/run.sh" run --simulate "$here/docs/machines/4c8t-mixed.json" --seed 1 --out "$run" \
    >"$out/terminal.txt"
fi
page=$run/report/report.html
cp "$run/report/figures/scaling-range.png" "$here/docs/images/"

# A window is no narrower than 500 px: a telephone is a frame.
printf '<!doctype html><body style="margin:0"><iframe src="file://%s" width=360 height=9000 style="border:0">' \
  "$page" >"$out/360.html"
for theme in dark light; do
  number=$([ "$theme" = light ] && echo 1 || echo 0)
  picture "$out/360.html" "$out/360-$theme.png" 500 9000 "$number"
  picture "$page" "$out/768-$theme.png" 768 7500 "$number"
  picture "$page" "$out/1440-$theme.png" 1440 6500 "$number"
  picture "$page" "$here/docs/images/report-$theme.png" 1200 1180 "$number"
done
"$browser" --headless=new --no-sandbox --disable-gpu --no-pdf-header-footer \
  --print-to-pdf="$out/report.pdf" "file://$page" >/dev/null 2>&1
printf 'Look at %s, and at docs/images\n' "$out"
