import type { Connection } from 'vscode-languageserver';
import type { Framework } from '../framework/framework.ts';
import type { Client } from './client.ts';
import type { Courts } from './courts.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { openTexts } from './open-texts.ts';
import { type Reading, readingOf } from './readings.ts';
import { scheduleOf } from './schedule.ts';

/** The documents that are open in the editor. */
export interface Desk {
  readonly isOpen: (uri: string) => boolean;
  /** The reading of what stands in the editor now; undefined for a document that is not open. */
  readonly read: (uri: string) => Promise<Reading | undefined>;
  /** Reads and judges all of them anew. */
  readonly readAgain: () => void;
}

/** How long, in milliseconds, the server waits for the next key before it judges. */
const pause = { least: 120, most: 2000 } as const;

/** Follows what is opened, typed and closed, and tells the editor what is wrong with it; `tell` hears of faults. */
export function deskFor(
  connection: Connection,
  courts: Courts,
  client: () => Client,
  tell: (error: unknown) => undefined,
): Desk {
  const texts = openTexts(() => client().encoding);
  const readings = new Map<string, Promise<Reading>>();
  const frameworks = new Map<string, Framework>();
  const durations = new Map<string, number>();

  const read = async (uri: string): Promise<Reading | undefined> => {
    const text = texts.get(uri);
    if (!text) return undefined;
    const known = readings.get(uri);
    if (known) return known;
    const reading = readingOf(text, courts, client().encoding, frameworks.get(uri));
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
    const diagnostics = diagnosticsOf(reading, client().abilities);
    durations.set(uri, performance.now() - started);
    await connection.sendDiagnostics({ uri, version: reading.version, diagnostics });
  });
  /** A long document is judged when the hands rest, so that the server can answer in between. */
  const pauseFor = (uri: string) => Math.min(Math.max(pause.least, durations.get(uri) ?? 0), pause.most);

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
  return {
    isOpen: (uri) => texts.get(uri) !== undefined,
    read,
    readAgain: () => {
      readings.clear();
      for (const uri of texts.uris()) publishing.ask(uri, 0);
    },
  };
}
