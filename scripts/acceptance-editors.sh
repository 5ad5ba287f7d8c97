#!/usr/bin/env bash
# What only real editors can tell: that Neovim, Emacs with eglot and Vim with ALE can drive “sla lsp”. Each opens a poor
# example, must receive the findings of “sla check --format json”, apply every safe repair with the bytes that
# “sla check --fix” leaves, complete a heading and hover over a section. The extension for VS Code is packaged, where vsce
# can be had. Needs the network where something is not installed yet.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
day=2026-03-12
example=$here/examples/poor/service.md

say() { printf '== %s\n' "$*"; }
cannot() {
  printf 'acceptance: %s\n' "$*" >&2
  exit 2
}
sla() { node "$here/bin/sla.cjs" "$@"; }

[ -f "$here/dist/lsp.cjs" ] || cannot 'the program is not built; run “npm run build” first'
is_there() {
  command -v nvim >/dev/null && command -v emacs >/dev/null && command -v vim >/dev/null || return 1
  ls -d /usr/share/emacs/site-lisp/elpa-src/eglot-* /usr/share/vim/vimfiles/pack/*/opt/ale >/dev/null 2>&1
}
if ! is_there; then
  say 'installing the editors'
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update && apt-get install -y --no-install-recommends neovim emacs-nox elpa-eglot vim vim-ale; } >"$work/log" 2>&1 ||
      { cat "$work/log" >&2; cannot 'the editors cannot be installed by apt-get'; }
  else
    cannot 'Neovim, Emacs with eglot, or Vim with ALE is not installed, and only root on Debian can have them installed from here'
  fi
fi

export SLA_LSP="node $here/bin/sla.cjs lsp --as-of $day"
mkdir "$work/check"
cp "$example" "$work/check/SLA.md"
(cd "$work/check" && sla check --as-of "$day" --format json SLA.md >"$work/report.json") || [ $? = 1 ]
(cd "$work/check" && sla check --as-of "$day" --fix SLA.md >"$work/log" 2>&1) || [ $? = 1 ]
cmp -s "$example" "$work/check/SLA.md" && cannot 'the example has no safe repair any more; choose another one'

drive() {
  say "$1"
  export SLA_WORK=$work/$2
  mkdir "$SLA_WORK"
  cp "$example" "$SLA_WORK/SLA.md"
  shift 2
  timeout 200 "$@" >"$work/log" 2>&1 </dev/null || { cat "$work/log" >&2; cannot 'the editor failed'; }
}
drive "$(nvim --version | head -1)" neovim nvim --headless --clean -S "$here/scripts/editors/neovim.lua"
node "$here/scripts/editors/compare.js" "$SLA_WORK/seen.json" "$work/report.json" "$SLA_WORK/fixed.md" "$work/check/SLA.md"
cmp "$example" "$SLA_WORK/SLA.md"

drive "$(emacs --version | head -1), eglot" emacs emacs --batch -q --eval '(package-initialize)' -l "$here/scripts/editors/emacs.el"
node "$here/scripts/editors/compare.js" "$SLA_WORK/seen.json" "$work/report.json" "$SLA_WORK/fixed.md" "$work/check/SLA.md"
cmp "$example" "$SLA_WORK/SLA.md"

drive "$(vim --version | head -1), ALE" vim vim -N -u NONE -i NONE -es -S "$here/scripts/editors/vim.vim"
node "$here/scripts/editors/compare.js" "$SLA_WORK/seen.json" "$work/report.json"

say 'the extension for VS Code is packaged'
mkdir -p "$work/sla/editors"
cp -r "$here/schemas" "$work/sla/schemas"
cp -r "$here/editors/vscode" "$work/sla/editors/vscode"
cd "$work/sla/editors/vscode"
{ npm install --no-audit --no-fund --ignore-scripts && npm run --silent build && npm run --silent package; } >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; cannot 'the extension cannot be packaged'; }
unzip -l sla-*.vsix | awk '{print $4}' >"$work/files"
for file in extension/package.json extension/dist/extension.js extension/readme.md extension/LICENSE.txt; do
  grep -qix "$file" "$work/files" || { cat "$work/files" >&2; cannot "$file is not in the package"; }
done

say 'all is well'
