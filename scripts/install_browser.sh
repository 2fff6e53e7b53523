#!/bin/sh
# install_browser.sh: install Debian's Chromium, which the browser tests and benchmarks drive.
set -eu
say() {
    echo "The browser tests need Chromium and found none." >&2
    echo "Install it (Debian, Ubuntu: sudo apt-get install chromium) or name one: make test CHROMIUM=/path/to/chrome" >&2
    exit 1
}
command -v apt-get >/dev/null 2>&1 || say
if [ "$(id -u)" = 0 ]; then root=""; elif sudo -n true 2>/dev/null; then root="sudo -n"; else say; fi
echo "Installing Chromium for the browser tests (once)." >&2
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends chromium
