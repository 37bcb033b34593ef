# Sourced by the scripts beside it: asking the repository of the ledger, and fetching what the checkout left out.
# in: FOLDER (may be empty)
# shellcheck shell=bash
export GIT_TERMINAL_PROMPT=0

# shellcheck disable=SC2034 # used by those who source this
HASH='^[0123456789abcdef]{40,64}$'
# shellcheck disable=SC2034 # used by those who source this
REMEDY="请在 actions/checkout 里写 fetch-depth: 0；私有仓库还要保留 persist-credentials"

repository() { git -C "${FOLDER:-.}" "$@"; }
is_shallow() { [[ $(repository rev-parse --is-shallow-repository) == true ]]; }
is_here() { repository cat-file -e "$1^{commit}" 2>/dev/null; }

fetch() {
  local said
  said=$(repository fetch --quiet --no-tags --no-recurse-submodules "$@" 2>&1) && return
  quoted <<<"$said" >&2
  return 1
}

# --depth would cut a full clone down, so only a shallow one is given it.
fetch_tips() {
  if is_shallow; then fetch --depth=1 origin "$@"; else fetch origin "$@"; fi
}
