#!/usr/bin/env bash
# A Python that is there and new enough; without one the action brings its own.
# out: python (may be empty)
set -euo pipefail
. "${BASH_SOURCE%/*}/messages.sh"

usable='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'
for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
  if python=$(command -v "$name") && "$python" -I -c "$usable" 2>/dev/null; then
    output python "$python"
    exit 0
  fi
done
output python ""
