# Sourced by the scripts beside it: what they say to the runner.
# shellcheck shell=bash

# A value as the data of a workflow command: it cannot begin a line, so it cannot be a command of its own.
encoded() {
  local text=$1
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

notice() { printf '::notice title=台账::%s\n' "$(encoded "$1")"; }
warning() { printf '::warning title=台账::%s\n' "$(encoded "$1")"; }

# Stops the script: the check could not be made, which is not the same as a clean ledger.
fail() {
  printf '::error title=台账::%s\n' "$(encoded "$1")"
  exit 2
}

# What stands on standard input, shown in the log without being obeyed.
quoted() {
  local text token
  text=$(cat)
  [[ -n $text ]] || return 0
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$token"
  printf '%s\n::%s::\n' "$text" "$token"
}

output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }
