#!/bin/sh
# find_browser.sh: print the path of a Chromium or Chrome; CHROMIUM=/path/to/it wins. Exit 1 when there is none.
set -eu
for name in ${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name"; then exit 0; fi
done
mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
if [ -x "$mac" ]; then echo "$mac"; exit 0; fi
exit 1
