-- Drives the language server from Neovim without a screen, and writes what it saw as JSON.
-- Neovim 0.7.2 has no “-l”, so this runs by “-S”: the folder is in SLA_WORK, the command in SLA_LSP.
local work = assert(os.getenv('SLA_WORK'))
local command = vim.split(assert(os.getenv('SLA_LSP')), ' ')
local path = work .. '/SLA.md'
local seen = {}

local function save(name, text)
  local file = assert(io.open(work .. '/' .. name, 'wb'))
  file:write(text)
  file:close()
end

local function finish()
  save('seen.json', vim.json.encode(seen))
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  vim.wait(3000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
  vim.cmd('qall!')
end

local function until_true(what, fits)
  if vim.wait(60000, fits, 20) then return end
  seen.failed = what
  finish()
end

vim.cmd('edit ' .. path)
vim.bo.filetype = 'markdown'
local buffer = vim.api.nvim_get_current_buf()
local published = 0
local client = assert(vim.lsp.start_client({
  name = 'sla',
  cmd = command,
  root_dir = work,
  handlers = {
    ['textDocument/publishDiagnostics'] = function(error, result, context, config)
      vim.lsp.diagnostic.on_publish_diagnostics(error, result, context, config)
      seen.published = result.diagnostics
      published = published + 1
    end,
  },
}))
vim.lsp.buf_attach_client(buffer, client)
until_true('diagnostics', function() return published > 0 end)
seen.shown = #vim.diagnostic.get(buffer)

local function ask(method, more)
  local params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params(buffer) }, more)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000)
  local answer = answers and answers[client] or {}
  if answer.error then seen.failed = method .. ': ' .. answer.error.message end
  return answer.result
end

-- Hover over the first section.
local heading
for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
  if not heading and line:match('^## ') then heading = number - 1 end
end
local hover = ask('textDocument/hover', { position = { line = heading, character = 6 } })
seen.hover = hover and hover.contents.value

-- Every safe repair, applied as the editor applies it.
local start = { line = 0, character = 0 }
local actions = ask('textDocument/codeAction', {
  range = { start = start, ['end'] = start },
  context = { diagnostics = {}, only = { 'source.fixAll' } },
})
seen.actions = vim.tbl_map(function(one) return one.title end, actions or {})
if actions and actions[1] then vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16') end
vim.cmd('write! ' .. work .. '/fixed.md')

-- A heading: the first section that is missing.
local last = vim.api.nvim_buf_line_count(buffer)
vim.api.nvim_buf_set_lines(buffer, last, last, false, { '', '## ' })
local items = ask('textDocument/completion', { position = { line = last + 1, character = 3 } })
for _, item in ipairs(items and items.items or {}) do
  if not seen.chosen and item.textEdit.newText:find('<!-- guidance: ', 1, true) then
    seen.chosen = item.label
    vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, 'utf-16')
  end
end
seen.completed = table.concat(vim.api.nvim_buf_get_lines(buffer, last + 1, last + 5, false), '\n')
finish()
