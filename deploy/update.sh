#!/bin/sh
# A new release: check the sum, unpack beside the old one, wait until nobody is using the screen, switch, ask for health, go
# back when it is not healthy.
#   update.sh spine-1.2.tar.gz spine-1.2.tar.gz.sha256
# Settings by environment, for tests and other layouts: SPINE_ROOT, SPINE_PREPARE, SPINE_RESTART, SPINE_HEALTH, SPINE_PATIENCE
# (seconds to become healthy), SPINE_BUSY (a command: is somebody using the screen?), SPINE_WAIT (seconds to wait for the end).
set -eu
archive=$(readlink -f "$1")
sums=$(readlink -f "$2")
root=${SPINE_ROOT:-/opt/spine}
prepare=${SPINE_PREPARE:-make .venv/.ready-run assets/vendor/.ready}
restart=${SPINE_RESTART:-systemctl restart spine-server.service}
health=${SPINE_HEALTH:-curl --fail --silent --max-time 2 --output /dev/null http://127.0.0.1:8050/health}
patience=${SPINE_PATIENCE:-30}
busy=${SPINE_BUSY:-python3 $(dirname "$(readlink -f "$0")")/heartbeat.py 9222 busy}
wait=${SPINE_WAIT:-3600}
say() { printf '%s\n' "$*"; }

(cd "$(dirname "$archive")" && sha256sum --status --check "$sums") || { say "The checksum is wrong. Nothing was changed."; exit 2; }

release="$root/releases/$(basename "$archive" .tar.gz)-$(date +%Y%m%d%H%M%S)"
mkdir -p "$release"
drop() { rm -rf "$release"; }
tar --extract --gzip --no-same-owner --file "$archive" --directory "$release" --strip-components=1 || { drop; say "The archive cannot be read. Nothing was changed."; exit 3; }
(cd "$release" && sh -c "$prepare") || { drop; say "The release cannot be set up. Nothing was changed."; exit 3; }

# One rename switches: there is no moment without a release, not even when the power goes.
point() { ln -s "$1" "$root/next.$$" && mv -T "$root/next.$$" "$root/current"; }
healthy() {
    count=0
    while [ "$count" -lt "$patience" ]; do
        if sh -c "$health"; then return 0; fi
        count=$((count + 1))
        sleep 1
    done
    return 1
}

# Never during a session: the switch waits for the visitor, and gives up rather than disturb.
count=0
while sh -c "$busy"; do
    if [ "$count" -ge "$wait" ]; then drop; say "The screen is in use. Nothing was changed."; exit 4; fi
    count=$((count + 1))
    sleep 1
done

before=$(readlink "$root/current" 2>/dev/null || true)
point "$release"
sh -c "$restart" || true
if healthy; then
    say "Running: $release"
    # The last three stay, to go back to by hand.
    ls -1dt "$root"/releases/*/ | tail -n +4 | while read -r old; do rm -rf "$old"; done
    exit 0
fi
if [ -n "$before" ]; then
    point "$before"
    sh -c "$restart" || true
    drop
    if healthy; then say "The new release was not healthy. The old one runs again: $before"; else say "Neither release is healthy."; fi
else
    say "The release is not healthy, and there is no older one."
fi
exit 1
