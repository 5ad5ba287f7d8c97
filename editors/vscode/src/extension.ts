import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

/** Starts the language server of the folder, or the one on the path. Nothing is downloaded. */
export async function activate(context: ExtensionContext): Promise<void> {
  let client = await started();
  context.subscriptions.push(
    commands.registerCommand('sla.restart', async () => {
      await client?.stop();
      client = await started();
    }),
    { dispose: () => void client?.stop() },
  );
}

async function started(): Promise<LanguageClient | undefined> {
  const [command = '', ...args] = serverCommand();
  // On Windows a command of npm is a script, which only a shell can start.
  const options = { shell: process.platform === 'win32' };
  const client = new LanguageClient(
    'sla',
    'SLA',
    { command, args, options },
    {
      documentSelector: [
        { language: 'markdown', scheme: 'file' },
        { language: 'markdown', scheme: 'untitled' },
      ],
    },
  );
  try {
    await client.start();
    return client;
  } catch {
    const words = `“${[command, ...args].join(' ')}” cannot be started. Install it with “npm install --save-dev sla-cli”, or name it in the setting “sla.command”.`;
    void window.showErrorMessage(words);
    return undefined;
  }
}

/** What the settings name; else the program of a trusted folder; else the one on the path. */
function serverCommand(): readonly string[] {
  const named = workspace.getConfiguration('sla').get<string[]>('command', []);
  if (named.length > 0) return named;
  for (const { uri } of workspace.isTrusted ? (workspace.workspaceFolders ?? []) : []) {
    const script = join(uri.fsPath, 'node_modules/sla-cli/bin/sla.cjs');
    if (existsSync(script)) return ['node', script, 'lsp'];
  }
  return ['sla', 'lsp'];
}
