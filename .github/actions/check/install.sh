#!/usr/bin/env bash
# Installs ledger, at the versions it was tested with, into an environment of its own: the job's Python stays as it is.
# in: PYTHON, RUNNER_TEMP; out: ledger (the program)
set -euo pipefail
. "${BASH_SOURCE%/*}/messages.sh"

top=$(cd "${BASH_SOURCE%/*}/../../.." && pwd)
pins=$top/.ci/constraints.txt
# what a job may have set for its own Python would lead pip astray; an index or a proxy is kept
unset PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX PIP_CONSTRAINT PIP_REQUIRE_HASHES

place=$(mktemp -d "${RUNNER_TEMP:?}/ledger-program.XXXXXX")
"$PYTHON" -I -m venv "$place"
install=("$place/bin/python" -I -m pip --quiet --disable-pip-version-check install -c "$pins")
"${install[@]}" hatchling editables
"${install[@]}" --no-build-isolation "$top"
"$place/bin/ledger" --version
output ledger "$place/bin/ledger"
