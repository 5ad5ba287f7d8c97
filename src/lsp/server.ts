import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { MarkdownParser } from '../document/parser.ts';
import type { Framework } from '../framework/framework.ts';
import { answerOn, capabilitiesFor, checkWorkspace } from './answers.ts';
import { courtsFor } from './courts.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { openTexts } from './open-texts.ts';
import { type Encoding, encodingFor } from './positions.ts';
import { type Reading, readingOf } from './readings.ts';
import { scheduleOf } from './schedule.ts';
import { workspaceCheck } from './workspace-check.ts';

/** What the process gives to the server. */
export interface Surroundings {
  readonly parse: MarkdownParser;
  readonly cwd: string;
  /** Today as YYYY-MM-DD; a server may run for days. */
  readonly today: () => string;
  readonly version: string;
  /** The address of the pages of the rules, where they have one. */
  readonly docs: string | undefined;
}

/** How long, in milliseconds, the server waits for the next key before it judges. */
const pause = { least: 120, most: 2000 } as const;

/** Answers an editor until it ends the connection. Nothing is written to the disk. */
export function serve(connection: Connection, { parse, cwd, today, version, docs }: Surroundings): void {
  const client = {
    encoding: 'utf-16' as Encoding,
    watches: false,
    hasFolders: false,
    abilities: { related: false, versioned: false, docs },
  };
  const courts = courtsFor(cwd, parse, today);
  const texts = openTexts(() => client.encoding);
  const readings = new Map<string, Promise<Reading>>();
  const frameworks = new Map<string, Framework>();
  const durations = new Map<string, number>();

  const tell = (error: unknown) => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  };

  /** The reading of what stands in the editor now; undefined for a document that is not open. */
  const read = async (uri: string): Promise<Reading | undefined> => {
    const text = texts.get(uri);
    if (!text) return undefined;
    const known = readings.get(uri);
    if (known) return known;
    const reading = readingOf(text, courts, client.encoding, frameworks.get(uri));
    readings.set(uri, reading);
    const { framework } = await reading;
    if (framework) frameworks.set(uri, framework);
    return reading;
  };

  const publishing = scheduleOf(async (uri) => {
    const started = performance.now();
    const reading = await read(uri).catch(tell);
    // Where the text has changed meanwhile, its next version is due already.
    if (!reading || texts.get(uri)?.version !== reading.version) return;
    const diagnostics = diagnosticsOf(reading, client.abilities);
    durations.set(uri, performance.now() - started);
    await connection.sendDiagnostics({ uri, version: reading.version, diagnostics });
  });
  /** A long document is judged when the hands rest, so that the server can answer in between. */
  const pauseFor = (uri: string) => Math.min(Math.max(pause.least, durations.get(uri) ?? 0), pause.most);
  const readAgain = () => {
    readings.clear();
    for (const uri of texts.uris()) publishing.ask(uri, 0);
  };
  const renew = () => {
    courts.forget();
    readAgain();
  };

  connection.onInitialize((params): InitializeResult => {
    const { general, textDocument, workspace } = params.capabilities;
    client.encoding = encodingFor(general?.positionEncodings);
    client.watches = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    client.hasFolders = workspace?.workspaceFolders === true;
    client.abilities = {
      related: textDocument?.publishDiagnostics?.relatedInformation === true,
      versioned: workspace?.workspaceEdit?.documentChanges === true,
      docs,
    };
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

  connection.onDidOpenTextDocument((params) => {
    const { uri } = params.textDocument;
    texts.open(params);
    readings.delete(uri);
    publishing.ask(uri, 0);
  });
  connection.onDidChangeTextDocument((params) => {
    const { uri } = params.textDocument;
    if (!texts.change(params)) return;
    readings.delete(uri);
    publishing.ask(uri, pauseFor(uri));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    texts.close(uri);
    for (const kept of [readings, frameworks, durations]) kept.delete(uri);
    publishing.cancel(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onDidSaveTextDocument(renew);
  connection.onDidChangeWatchedFiles(renew);
  connection.onDidChangeConfiguration(renew);

  answerOn(connection, { read, today, abilities: () => client.abilities });
  const checkFolders = workspaceCheck(connection, courts, {
    cwd,
    today,
    encoding: () => client.encoding,
    abilities: () => client.abilities,
    isOpen: (uri) => texts.get(uri) !== undefined,
  });
  connection.onExecuteCommand(async ({ command }) => {
    if (command !== checkWorkspace) return null;
    const sum = await checkFolders();
    readAgain();
    return sum;
  });
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
