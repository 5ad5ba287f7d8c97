import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { MarkdownParser } from '../document/parser.ts';
import { answerOn, capabilitiesFor, checkWorkspace } from './answers.ts';
import { clientWith } from './client.ts';
import { courtsFor } from './courts.ts';
import { deskFor } from './desk.ts';
import { workspaceCheck } from './workspace-check.ts';

/** What the process gives to the server. */
export interface Host {
  readonly parse: MarkdownParser;
  readonly cwd: string;
  /** Today as YYYY-MM-DD; a server may run for days. */
  readonly today: () => string;
  readonly version: string;
  /** The address of the pages of the rules, where they have one. */
  readonly docs: string | undefined;
}

/** Answers an editor until it ends the connection. Nothing is written to the disk. */
export function serve(connection: Connection, { parse, cwd, today, version, docs }: Host): void {
  let client = clientWith({}, docs);
  const tell = (error: unknown) => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  };
  const courts = courtsFor(cwd, parse, today);
  const desk = deskFor(connection, courts, () => client, tell);
  const renew = () => {
    courts.forget();
    desk.readAgain();
  };

  connection.onInitialize((params): InitializeResult => {
    client = clientWith(params.capabilities, docs);
    courts.change(foldersOf(params), []);
    return { serverInfo: { name: 'sla', version }, capabilities: capabilitiesFor(client.encoding) };
  });
  connection.onInitialized(() => {
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        courts.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        renew();
      });
    }
    if (!client.watches) return;
    const watchers = [{ globPattern: '**/*.{md,markdown,yaml,yml,json}' }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(tell);
  });
  connection.onDidSaveTextDocument(renew);
  connection.onDidChangeWatchedFiles(renew);
  connection.onDidChangeConfiguration(renew);

  answerOn(connection, desk, () => client.abilities, today);
  const checkFolders = workspaceCheck(connection, courts, desk, () => client, cwd, today);
  connection.onExecuteCommand(async ({ command }) => {
    if (command !== checkWorkspace) return null;
    const sum = await checkFolders();
    desk.readAgain();
    return sum;
  });
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
