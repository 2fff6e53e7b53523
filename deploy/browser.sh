#!/bin/sh
# The browser on the wall screen, for ever. Opens the waiting page, which goes on to the app as soon as it answers. The page
# tells the server every 2 s that it lives; when it has been silent for 8 s, or the browser has ended, the browser starts
# afresh. A server that does not answer is not the browser's fault: the page goes on without it.
# Tells systemd's watchdog that this script itself still runs.
# Settings by environment, for tests and other layouts: SPINE_BROWSER, SPINE_PROFILES, SPINE_URL, SPINE_PLATFORM
# and those of beat.py.
set -u
here=$(dirname "$(readlink -f "$0")")
browser=${SPINE_BROWSER:-/usr/bin/chromium}
profiles=${SPINE_PROFILES:-/run/spine-browser}
home=${SPINE_URL:-http://127.0.0.1:8050/}

# A profile of its own for each start: nothing to restore, nothing left behind, no lock of a browser that was killed.
start() {
    profile=$(mktemp -d "$profiles/profile.XXXXXX")
    "$browser" --kiosk --ozone-platform="${SPINE_PLATFORM:-wayland}" --user-data-dir="$profile" --no-first-run \
        --no-default-browser-check --noerrdialogs --disable-session-crashed-bubble --hide-crash-restore-bubble \
        --disable-translate --disable-pinch --overscroll-history-navigation=0 \
        --disable-features=Translate,TouchpadOverscrollHistoryNavigation --disable-component-update \
        --disable-background-networking --disable-sync --password-store=basic --disable-background-timer-throttling \
        --disable-renderer-backgrounding --disable-backgrounding-occluded-windows \
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
    begun=$(uptime)
    while kill -0 "$browser_id" 2>/dev/null; do
        sleep 2 &
        wait $! # and not the sleep itself, so that an end that is asked for comes at once
        systemd-notify WATCHDOG=1 2>/dev/null
        if python3 -B "$here/beat.py" lost "$home" $(($(uptime) - begun)); then return; fi
    done
}
# In whole seconds: a clock that is set changes nothing.
uptime() { cut -d . -f 1 /proc/uptime; }

mkdir -p "$profiles"
trap 'stop; exit 0' INT TERM
while :; do
    start
    watch
    stop
done
