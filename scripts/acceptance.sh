#!/usr/bin/env bash
# What only the world outside can tell: that pre-commit can build and run the hook of this repository. Needs the network
# and some minutes, so “npm test” leaves it out. It checks what is committed.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '== %s\n' "$*"; }
cannot() {
  printf 'acceptance: %s\n' "$*" >&2
  exit 2
}

if ! command -v pre-commit >/dev/null; then
  say 'installing pre-commit'
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update && apt-get install -y pre-commit; } >"$work/log" 2>&1 || { cat "$work/log" >&2; cannot 'pre-commit cannot be installed by apt-get'; }
  else
    cannot 'pre-commit is not installed, and only root on Debian can have it installed from here; see https://pre-commit.com'
  fi
fi

say 'npm pack prints the name of the file and nothing else'
git clone --quiet "$here" "$work/sla"
(cd "$work/sla" && npm ci --silent --ignore-scripts >"$work/log" 2>&1) || { cat "$work/log" >&2; cannot 'the packages cannot be installed'; }
printed=$(cd "$work/sla" && npm pack --silent)
[ -f "$work/sla/$printed" ] || { printf '%s\n' "$printed" >&2; exit 1; }
rm -rf "$work/sla/node_modules" "$work/sla/$printed"

export PRE_COMMIT_HOME="$work/pre-commit"
mkdir "$work/repo" && cd "$work/repo"
git init --quiet
git config user.name Acceptance && git config user.email acceptance@example.org
hook() { pre-commit try-repo "$work/sla" sla-check --verbose "$@" >"$work/out" 2>&1; }

say 'the hook lets a good agreement pass, and what is no agreement'
printf '# Readme\n' >README.md
sed 's/^status: .*/status: superseded/' "$here/examples/good/exampleton-town-centre.md" >SLA.md
git add . && hook --all-files || { cat "$work/out" >&2; exit 1; }
grep -q 'Passed' "$work/out"
grep -q '1 document checked' "$work/out" || { cat "$work/out" >&2; exit 1; }

say 'the hook stops a poor one'
cp "$here/examples/poor/millbrook-district.md" "an agreement.md"
git add . && if hook --all-files; then cat "$work/out" >&2; exit 1; fi
grep -q 'an agreement.md:.*placeholder-left' "$work/out" || { cat "$work/out" >&2; exit 1; }

say 'all is well'
