#!/usr/bin/env bash
# Licences, sources and known faults of what others wrote. What cannot be asked here is said, not passed over.
set -euo pipefail
cd "$(dirname "$0")/.."

ask() { # whom, what stands in the answer where it could not be asked, the command
  local said
  if said=$("${@:3}" 2>&1); then
    printf '%s: no known faults\n' "$1"
  elif grep -q "$2" <<<"$said"; then
    printf 'hourglass: %s: nobody here can be asked for known faults\n' "$1"
  else
    printf '%s\n' "$said" >&2
    exit 1
  fi
}

cargo deny --log-level error check licenses bans sources
ask crates "failed to fetch advisory database\|unable to fetch\|failed to prepare fetch" cargo deny --log-level error check advisories
ask "npm packages" "audit endpoint returned an error" npm --prefix .tools/npm audit --audit-level=high
