#!/usr/bin/env bash
# Runs `ledger check` (annotations, summary, log) and `ledger diff` (summary, files). The verdict is an output: the
# comment comes first.
# in:  LEDGER FOLDER BASE FORCED STRICT RUNNER_TEMP; out: code, errors, changed, diff-json, diff-markdown
set -euo pipefail
. "${BASH_SOURCE%/*}/messages.sh"
. "${BASH_SOURCE%/*}/ledger.sh"

# What an expression in Python says of the JSON answer `a`, by the Python that ledger was installed with.
ask() {
  "${LEDGER%/*}/python" -I -c "import json, sys; a = json.load(open(sys.argv[1], encoding='utf-8')); print($2)" "$1"
}

count='sum(d["severity"] == "error" for d in a["diagnostics"])'
# a finding that is no change is about a day or a file, except those about history
change='str(bool(a["data"]["changes"]) or any(d["code"].startswith("D") for d in a["diagnostics"])).lower()'

ask_to check
run "${asked[@]}" --format=github
code=$got
errors=""
if ((code <= 1)); then
  run "${asked[@]}" --format=json -o "$out/check.json"
  errors=$(ask "$out/check.json" "$count")
  tell "${asked[@]}"
fi

changed=""
if [[ -n ${BASE:-} ]]; then
  dots=...
  [[ ${FORCED:-} != true ]] || dots=..
  diff=(diff "$BASE${dots}HEAD")
  [[ -z ${FOLDER:-} ]] || diff+=("--ledger=$FOLDER")
  run "${diff[@]}" --format=markdown -o "$out/diff.md"
  [[ ! -s $out/diff.md ]] || cat "$out/diff.md" >>"$GITHUB_STEP_SUMMARY"
  run "${diff[@]}" --format=json -o "$out/diff.json"
  # 1 adds nothing: rewritten history is an error of check too, and a file that could not be read before fails no branch
  ((got <= 1 || got <= code)) || code=$got
  [[ ! -s $out/diff.json ]] || changed=$(ask "$out/diff.json" "$change")
  # after a forced push check saw one version only: what was rewritten is for diff alone to find
  if [[ ${FORCED:-} == true && $code -le 1 ]] && ((got == 1)); then
    code=1
    lost=$(ask "$out/diff.json" "$count")
    errors=$((errors + lost))
    printf '::error title=ledger diff::%s\n' "强制推送改动了已入库的内容，错误 $lost 处，见本次运行的摘要；请找回推送前的提交"
  fi
fi

output code "$code"
output errors "$errors"
output changed "$changed"
output diff-markdown "$([[ ! -s $out/diff.md ]] || printf '%s' "$out/diff.md")"
output diff-json "$([[ ! -s $out/diff.json ]] || printf '%s' "$out/diff.json")"
