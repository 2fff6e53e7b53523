#!/bin/sh
# Installs the first release or changes to a new one, without any network:
#   update.sh spine-1.2.tar.gz spine-1.2.sha256
exec python3 -B "$(dirname "$(readlink -f "$0")")/update.py" "$@"
