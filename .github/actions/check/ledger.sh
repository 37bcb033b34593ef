# Sourced by the scripts beside it: how they run ledger.
# in: LEDGER FOLDER BASE FORCED STRICT RUNNER_TEMP
# shellcheck shell=bash
unset PYTHONPATH PYTHONHOME

case ${STRICT:=false} in
true | false) ;;
*) fail "输入 strict 只能写 true 或 false" ;;
esac

out=$(mktemp -d "${RUNNER_TEMP:?}/ledger-answers.XXXXXX")

# $asked becomes the command line of check or verify: which ledger, what of it, how strictly.
ask_to() {
  asked=("$1")
  [[ -z ${FOLDER:-} ]] || asked+=("--ledger=$FOLDER")
  [[ -z ${BASE:-} || ${FORCED:-} == true ]] || asked+=("--since=$BASE")
  [[ $STRICT == false ]] || asked+=(--strict)
}

# Runs ledger; what it says on standard error becomes one annotation when it could not do its work.
got=0
run() {
  got=0
  "$LEDGER" "$@" 2>"$out/said" || got=$?
  if ((got > 1)); then
    printf '::error title=ledger %s::%s\n' "$1" "$(encoded "$(<"$out/said")")"
  else
    quoted <"$out/said" >&2
  fi
}

# The same answer in words, folded in the log.
tell() {
  printf '::group::ledger %s\n' "$1"
  "$LEDGER" "$@" --format=text 2>&1 | quoted || true
  printf '::endgroup::\n'
}
