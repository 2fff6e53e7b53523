#!/bin/sh
# The browser on the wall screen, for ever. Opens the waiting page, which goes on to the app as soon as it answers; asks the
# page itself every 10 s whether it is well, and starts the browser afresh when it has ended or crashed, or when the page was
# not well three times. Tells systemd's watchdog that this script itself still runs.
# Settings by environment, for tests and other layouts: SPINE_BROWSER, SPINE_PROFILES, SPINE_DEBUG_PORT, SPINE_BEAT, SPINE_URL.
set -u
here=$(dirname "$(readlink -f "$0")")
browser=${SPINE_BROWSER:-/usr/bin/chromium}
profiles=${SPINE_PROFILES:-/run/spine-browser}
port=${SPINE_DEBUG_PORT:-9222}
beat=${SPINE_BEAT:-10}
home=${SPINE_URL:-http://127.0.0.1:8050/}
crashed=2 # exit code of heartbeat.py

# A profile of its own for each start: nothing to restore, nothing left behind, no lock of a browser that was killed.
start() {
    profile=$(mktemp -d "$profiles/profile.XXXXXX")
    "$browser" --kiosk --ozone-platform=wayland --user-data-dir="$profile" --remote-debugging-port="$port" \
        --remote-debugging-address=127.0.0.1 --no-first-run --no-default-browser-check --noerrdialogs \
        --disable-session-crashed-bubble --hide-crash-restore-bubble --disable-translate --disable-pinch \
        --overscroll-history-navigation=0 --disable-features=Translate,TouchpadOverscrollHistoryNavigation \
        --disable-component-update --disable-background-networking --disable-sync --password-store=basic \
        --allow-file-access-from-files "file://$here/waiting.html#$home" &
    browser_id=$!
}
stop() {
    kill -KILL "$browser_id" 2>/dev/null
    wait "$browser_id" 2>/dev/null
    # Its children, which end a moment later, may still write.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        rm -rf "$profile"
        sleep 0.1
        if ! [ -e "$profile" ]; then break; fi
    done
}
# Returns when the browser has to be started afresh.
watch() {
    waited=0
    missed=0
    while kill -0 "$browser_id" 2>/dev/null; do
        sleep 1 &
        wait $! # and not the sleep itself, so that an end that is asked for comes at once
        waited=$((waited + 1))
        if [ "$waited" -lt "$beat" ]; then continue; fi
        waited=0
        systemd-notify WATCHDOG=1 2>/dev/null
        python3 "$here/heartbeat.py" "$port" live
        case $? in
            0) missed=0 ;;
            "$crashed") return ;;
            *) missed=$((missed + 1)) ;;
        esac
        if [ "$missed" -ge 3 ]; then return; fi
    done
}

mkdir -p "$profiles"
trap 'stop; exit 0' INT TERM
while :; do
    start
    watch
    stop
done
