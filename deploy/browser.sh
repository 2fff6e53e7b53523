#!/bin/sh
# The browser on the wall screen. Opens the waiting page, which goes on to the app as soon as it answers; reports to
# systemd's watchdog every 10 s that the browser's page still runs.
set -eu
here=$(dirname "$(readlink -f "$0")")
browser=${SPINE_BROWSER:-/usr/bin/chromium}
profile=${SPINE_PROFILE:-/run/spine-browser/profile}
port=9222
mkdir -p "$profile"
"$browser" --kiosk --ozone-platform=wayland --user-data-dir="$profile" --remote-debugging-port=$port \
    --remote-debugging-address=127.0.0.1 --no-first-run --no-default-browser-check --noerrdialogs \
    --disable-session-crashed-bubble --hide-crash-restore-bubble --disable-translate --disable-pinch \
    --overscroll-history-navigation=0 --disable-features=Translate,TouchpadOverscrollHistoryNavigation \
    --disable-component-update --disable-background-networking --disable-sync --password-store=basic \
    --allow-file-access-from-files "file://$here/waiting.html" &
browser_id=$!
trap 'kill $browser_id 2>/dev/null || true' EXIT INT TERM
while kill -0 $browser_id 2>/dev/null; do
    if python3 "$here/heartbeat.py" $port; then systemd-notify WATCHDOG=1 || true; fi
    sleep 10
done
