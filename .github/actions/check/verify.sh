#!/usr/bin/env bash
# Runs `ledger verify` on every bulletin (annotations, summary, log). Each is recomputed from the commit that it names,
# which a checkout of one commit does not hold.
# in:  LEDGER FOLDER BASE FORCED STRICT RUNNER_TEMP; out: code, verified (true or false; empty without any bulletin)
set -euo pipefail
. "${BASH_SOURCE%/*}/messages.sh"
. "${BASH_SOURCE%/*}/history.sh"
. "${BASH_SOURCE%/*}/ledger.sh"

# The bulletins, looked for where ledger would; a link is none.
bulletins=()
find_bulletins() {
  local folder file
  for folder in "${FOLDER:-.}" "${FOLDER:-.}/plans"; do
    [[ ! -e $folder/ledger.yaml ]] || break
  done
  for file in "$folder"/bulletins/[12][0-9][0-9][0-9]-[01][0-9].md; do
    [[ ! -f $file || -L $file ]] || bulletins+=("$file")
  done
}

# The commits that their front matters name.
named() {
  local file key commit fences
  for file in "${bulletins[@]}"; do
    fences=0
    while read -r key commit _; do
      case $key in
      ---*) ((++fences < 2)) || break ;;
      commit:) printf '%s\n' "${commit%$'\r'}" ;;
      esac
    done <"$file"
  done
}

# Fetches those that are not here. One that was squashed or rebased away may be nowhere: then the commit in which the
# bulletin landed holds the same files, and all history is fetched to find it.
fetch_named() {
  local commit missing=() lost=0
  while read -r commit; do
    [[ ! $commit =~ $HASH ]] || is_here "$commit" || missing+=("$commit")
  done < <(named | sort -u)
  ((${#missing[@]})) || return 0
  if ! fetch_tips "${missing[@]}"; then
    for commit in "${missing[@]}"; do fetch_tips "$commit" || lost=$((lost + 1)); done
  fi
  printf '月报依据的提交，补取了 %s 个\n' "$((${#missing[@]} - lost))"
  if ((lost)) && is_shallow; then
    printf '%s 个已不在远端，改取全部历史\n' "$lost"
    fetch --unshallow origin "$(repository rev-parse HEAD)" || warning "取不到月报依据的提交。$REMEDY"
  fi
}

find_bulletins
if ((${#bulletins[@]} == 0)); then
  printf '台账里还没有月报\n'
  output code 0
  output verified ""
  exit 0
fi
fetch_named

ask_to verify
run "${asked[@]}" --format=github
code=$got
((code > 1)) || tell "${asked[@]}"
output code "$code"
output verified "$([[ $code == 0 ]] && printf true || printf false)"
