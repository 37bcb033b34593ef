#!/usr/bin/env bash
# Finds the commit to compare with, and fetches as much history as that takes: a checkout is one commit deep.
# in:  FOLDER BASE PULL_BASE QUEUE_BASE BEFORE DEFAULT_BRANCH (each may be empty), GITHUB_REF, GITHUB_SHA
# out: base, an ancestor of HEAD, empty when there is nothing to compare with; forced=true: base is no ancestor, it is
#      what a forced push took away
set -euo pipefail
. "${BASH_SOURCE%/*}/messages.sh"
. "${BASH_SOURCE%/*}/history.sh"
export LC_ALL=C

ZERO='^0+$'
MOST=8192 # the last step; with the steps before it some 10,000 commits
fetched=0

# GitHub checks out a merge of the pull request into its target: the target it was merged into is its first parent,
# which may be newer than the one the event tells.
merged_into() {
  [[ ${GITHUB_REF:-} == refs/pull/*/merge && $(repository rev-parse HEAD) == "${GITHUB_SHA:-}" ]] || return 0
  repository cat-file commit HEAD | awk '/^$/ { over = 1 } !over && $1 == "parent" { parent[++n] = $2 }
    END { if (n == 2) print parent[1] }'
}

# The commit that a hash, a branch or a tag of origin, or any revision that is here, means.
commit_of() {
  local name=$1 kind
  if [[ $name =~ $HASH ]]; then
    is_here "$name" || fetch_tips "$name" || return 1
    printf '%s' "$name"
    return
  fi
  for kind in heads tags; do
    if git check-ref-format "refs/$kind/$name" && fetch_tips "refs/$kind/$name" 2>/dev/null; then
      repository rev-parse --verify --quiet 'FETCH_HEAD^{commit}'
      return
    fi
  done
  repository rev-parse --verify --quiet --end-of-options "$name^{commit}"
}

# Fetches further back until BASE and HEAD have an ancestor in common.
connect() {
  local base=$1 head step=32
  head=$(repository rev-parse HEAD)
  until repository merge-base "$base" "$head" >/dev/null; do
    is_shallow && ((step <= MOST)) || return 1
    fetch --deepen="$step" origin "$base" "$head" || return 1
    fetched=$((fetched + step))
    step=$((step * 4))
  done
}

# Ends the script if NAME is a commit to compare with.
try() {
  local name=$1 why=$2 commit base
  [[ -n $name && ! $name =~ $ZERO ]] || return 0
  commit=$(commit_of "$name") && [[ $commit =~ $HASH ]] && connect "$commit" || return 0
  base=$(repository merge-base "$commit" HEAD)
  printf '与 %s 比较（%s）；' "${base:0:12}" "$why"
  if ((fetched)); then printf '检出的历史不够深，往前补取了 %s 层提交\n' "$fetched"; else printf '历史够用，没有补取\n'; fi
  output base "$base"
  exit 0
}

# Ends the script if COMMIT had landed on the default branch and HEAD does not grow from it: compared with their fork,
# what was taken away would be seen by nobody.
forced() {
  local commit=$1
  [[ ${GITHUB_REF:-} == "refs/heads/${DEFAULT_BRANCH:-}" && -n $commit && ! $commit =~ $ZERO ]] || return 0
  commit=$(commit_of "$commit") || return 0
  if connect "$commit" && [[ $(repository merge-base "$commit" HEAD) == "$commit" ]]; then return 0; fi
  warning "默认分支被强制推送，推送前的提交 ${commit:0:12} 不再是它的历史：检查全部台账，并与那个提交直接比较"
  output base "$commit"
  output forced true
  exit 0
}

# shellcheck disable=SC1111 # Chinese quotation marks are meant
[[ -z ${FOLDER:-} || -d $FOLDER ]] || fail "没有“$FOLDER”这个文件夹；请改输入 ledger，写从仓库顶层算起的台账文件夹，如 plans"
repository rev-parse --verify --quiet HEAD >/dev/null 2>&1 ||
  fail "这里不是 git 仓库，或还没有提交；请在本步骤之前用 actions/checkout 检出"

if [[ -n ${BASE:-} ]]; then
  try "$BASE" "输入 base"
  # shellcheck disable=SC1111 # Chinese quotation marks are meant
  fail "取不到 base“$BASE”，或它与当前提交没有共同的祖先。$REMEDY"
elif [[ -n ${PULL_BASE:-} ]]; then
  try "$(merged_into)" "拉取请求并入的目标"
  try "$PULL_BASE" "拉取请求的目标"
  fail "取不到拉取请求的目标，或它与当前提交没有共同的祖先。$REMEDY"
elif [[ -n ${QUEUE_BASE:-} ]]; then
  try "$QUEUE_BASE" "合并队列的基准"
  fail "取不到合并队列的基准。$REMEDY"
fi
forced "${BEFORE:-}"
try "${BEFORE:-}" "推送前的提交"
[[ ${GITHUB_REF:-} == "refs/heads/${DEFAULT_BRANCH:-}" ]] || try "${DEFAULT_BRANCH:-}" "默认分支"
notice "没有可以比较的提交（新仓库，或历史被改写）：检查全部台账，不作比较"
output base ""
