#!/bin/sh
# get_nginx.sh: nginx for the tests of the static site, unpacked in build/ and not installed, so that no web server starts.
# Without it they are skipped, so that nothing here has to succeed.
set -u
PATH=$PATH:/usr/sbin
target=build/nginx
if command -v nginx >/dev/null || [ -d "$target" ] || ! command -v apt-get dpkg-deb >/dev/null; then exit 0; fi
echo "Getting nginx for the tests of the static site (once)." >&2
mkdir -p "$target.new" && cd "$target.new" || exit 0
apt-get download -qq nginx nginx-common 2>/dev/null || exit 0
for package in *.deb; do dpkg-deb --extract "$package" . || exit 0; done
cd - >/dev/null && mv "$target.new" "$target"
