#!/usr/bin/env bash
# Keeps one comment of ours on the pull request up to date. A comment that cannot be made fails nothing: the same text
# stands in the summary.
# in: BODY (file), WORTHWHILE (false: nothing to make a first comment of), NUMBER, GITHUB_REPOSITORY, GH_TOKEN
set -euo pipefail
. "${BASH_SOURCE%/*}/messages.sh"

MARKER='<!-- reform-ledger diff -->'
comments=repos/$GITHUB_REPOSITORY/issues

# gh, and what it complains of in $complaint.
complaint=""
api() {
  local said
  said=$(mktemp)
  if gh api "$@" 2>"$said"; then
    rm -f "$said"
    return 0
  fi
  complaint=$(<"$said")
  quoted <"$said" >&2
  rm -f "$said"
  return 1
}

give_up() {
  case $complaint in
  *"HTTP 403"* | *"HTTP 404"*)
    notice "令牌没有写评论的权限（来自复刻仓库的拉取请求都是这样），改动说明见本次运行的摘要。本仓库的分支请在工作流里写 permissions: pull-requests: write"
    ;;
  *) warning "评论没有发出，改动说明见本次运行的摘要；原因见日志" ;;
  esac
  exit 0
}

command -v gh >/dev/null || {
  warning "运行环境里没有 gh，不能发评论；改动说明见本次运行的摘要"
  exit 0
}

listed=$(mktemp)
trap 'rm -f "$listed"' EXIT
fields=".[] | [.id, .user.type, .user.login, (.body | startswith(\"$MARKER\"))] | @tsv"
api --paginate "$comments/$NUMBER/comments?per_page=100" --jq "$fields" >"$listed" || give_up

# Somebody who quotes our comment begins with the marker too. An installation's token cannot ask who it is: it is a bot.
me=$(gh api user --jq .login 2>/dev/null) || me=""
ours=$(awk -F '\t' -v me="$me" '$4 == "true" && (me == "" ? $2 == "Bot" : $3 == me) && !id { id = $1 } END { print id }' "$listed")

if [[ -n $ours ]]; then
  api --method PATCH "$comments/comments/$ours" -F "body=@$BODY" --silent || give_up
  printf '更新了评论 %s\n' "$ours"
elif [[ $WORTHWHILE == false ]]; then
  printf '台账没有变化也没有错误，不发评论\n'
else
  api --method POST "$comments/$NUMBER/comments" -F "body=@$BODY" --silent || give_up
  printf '发了一条评论\n'
fi
