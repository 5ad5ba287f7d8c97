#!/usr/bin/env bash
# What only the world outside can tell: that pre-commit builds and runs the hook of this repository, that Vim finds its way
# by what “sla check” prints, that real shells complete its commands, and that the validator of SARIF's makers is content.
# Needs the network and some minutes, so “npm test” leaves it out. It checks what is committed.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '== %s\n' "$*"; }
cannot() {
  printf 'acceptance: %s\n' "$*" >&2
  exit 2
}

lacking=()
has() { command -v "$1" >/dev/null; }
for program in pre-commit vim bash zsh fish; do
  has "$program" && continue
  say "installing $program"
  if [ "$(id -u)" = 0 ] && has apt-get; then
    { apt-get update && apt-get install -y --no-install-recommends "$program"; } >"$work/log" 2>&1 || true
  fi
  has "$program" || lacking+=("$program")
done
# PowerShell is in no Debian; where it is installed by hand, its completion is tried, too.
has pwsh || lacking+=('pwsh (PowerShell, which Debian has not)')

say 'completion in each shell that is here'
(cd "$here" && npx vitest run test/completion.test.ts >"$work/log" 2>&1) || { cat "$work/log" >&2; exit 1; }
grep -E 'Tests .*passed' "$work/log"

if has vim; then
  say 'Vim jumps from finding to finding after :make'
  mkdir -p "$work/vim/bin"
  printf '#!/bin/sh\nexec node "%s/bin/sla.cjs" "$@"\n' "$here" >"$work/vim/bin/sla"
  chmod +x "$work/vim/bin/sla"
  # The two lines of the documentation, with the program from here instead of the one that npx would fetch.
  grep '^autocmd FileType markdown' "$here/docs/integration.md" | sed 's/npx\\ --yes\\ sla-cli/sla/' >"$work/vim/vimrc"
  cp "$here/examples/poor/millbrook-district.md" "$work/vim/SLA.md"
  (
    cd "$work/vim"
    export PATH="$work/vim/bin:$PATH"
    sla check --format unix SLA.md >expected || true
    vim -N -u vimrc -i NONE -es -c 'edit SLA.md' -c 'set filetype=markdown' -c 'silent make! %' \
      -c 'call writefile(map(getqflist(), "bufname(v:val.bufnr) . \":\" . v:val.lnum . \":\" . v:val.col"), "found")' \
      -c 'cfirst' -c 'call writefile([line(".") . ":" . col(".")], "first")' -c 'qa!' </dev/null >/dev/null 2>&1 || true
    sed -E 's/^([^:]+:[0-9]+:[0-9]+): .*/\1/' expected >places
    diff places found
    [ "SLA.md:$(cat first)" = "$(head -n 1 places)" ]
    [ "$(wc -l <found)" -gt 10 ]
  )
fi

say 'the validator of SARIF'
if npm install --silent --no-save --prefix "$work/multitool" @microsoft/sarif-multitool >"$work/log" 2>&1 &&
  chmod +x "$work"/multitool/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool 2>>"$work/log"; then
  "$work/multitool/node_modules/.bin/sarif-multitool" validate "$here/test/fixtures/golden/delivery-plan.sarif" >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; exit 1; }
  if grep ': error ' "$work/log"; then exit 1; fi
else
  lacking+=('@microsoft/sarif-multitool')
fi

if has pre-commit; then
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

fi

if [ "${#lacking[@]}" -gt 0 ]; then say 'could not be installed, so not tried:' && printf '   %s\n' "${lacking[@]}"; fi
say 'all that was tried is well'
