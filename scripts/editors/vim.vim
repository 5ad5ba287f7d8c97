" Opens an agreement in Vim with ALE, without a screen, and writes what ALE shows as JSON.
set nocompatible hidden
let g:ale_linters = {'markdown': ['sla']}
let g:ale_linters_explicit = 1
let g:ale_lint_delay = 0
packadd ale
let s:words = split($SLA_LSP, ' ')
call ale#linter#Define('markdown', {
\   'name': 'sla',
\   'lsp': 'stdio',
\   'executable': s:words[0],
\   'command': join(['%e'] + s:words[1:], ' '),
\   'project_root': {buffer -> expand('#' . buffer . ':p:h')},
\})
execute 'edit ' . fnameescape($SLA_WORK . '/SLA.md')
set filetype=markdown
let s:tries = 0
call ale#Queue(0)
while s:tries < 600 && empty(get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', []))
  sleep 100m
  let s:tries += 1
endwhile
let s:shown = map(copy(g:ale_buffer_info[bufnr('')].loclist), {_, one -> {
\   'code': get(one, 'code', ''), 'line': one.lnum, 'column': one.col, 'severity': one.type,
\}})
call writefile([json_encode({'shown': s:shown})], $SLA_WORK . '/seen.json')
qall!
