import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './files.ts';

/** What the server sends. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a scripted client looks into whatever comes.
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: a scripted client looks into whatever comes.
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** An editor that speaks to the built server over standard input and output, message by message. */
export interface Editor {
  readonly process: ChildProcess;
  /** Everything that came, in order. */
  readonly received: readonly Message[];
  readonly request: (method: string, params?: unknown) => Promise<Message>;
  readonly notify: (method: string, params?: unknown) => void;
  /** Sends bytes that may be no message at all. */
  readonly raw: (bytes: string) => void;
  /** The first message, from now or before, that fits. */
  readonly until: (fits: (message: Message) => boolean) => Promise<Message>;
  readonly open: (uri: string, text: string, version?: number) => void;
  readonly change: (uri: string, version: number, ...contentChanges: readonly unknown[]) => void;
  /** The diagnostics for a version of a document. */
  // biome-ignore lint/suspicious/noExplicitAny: a scripted client looks into whatever comes.
  readonly diagnostics: (uri: string, version: number) => Promise<any[]>;
  /** Ends the server as an editor does, and tells its exit code. */
  readonly quit: () => Promise<number | null>;
  readonly exited: Promise<number | null>;
}

interface Options {
  readonly cwd?: string;
  readonly args?: readonly string[];
  readonly folder?: string;
  readonly capabilities?: object;
}

/** Starts the server in a folder and says hello; documents are judged as on a day that does not pass. */
export async function editorIn(folder: string, capabilities: object = {}): Promise<Editor> {
  const editor = startServer({ cwd: folder });
  const uri = pathToFileURL(folder).href;
  await editor.request('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'test' }],
    capabilities,
  });
  editor.notify('initialized', {});
  return editor;
}

/** Starts the server without a word. */
export function startServer({ cwd = root, args = ['--as-of', '2026-03-12'] }: Options = {}): Editor {
  const server = spawn(process.execPath, [join(root, 'bin/sla.cjs'), 'lsp', '--stdio', ...args], { cwd });
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  let rest = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(0, end)).toString())?.[1]);
      if (end < 0 || rest.length < end + 4 + length) break;
      received.push(JSON.parse(rest.subarray(end + 4, end + 4 + length).toString()));
      rest = rest.subarray(end + 4 + length);
    }
    for (const look of [...waiting]) look();
  });
  const exited = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const raw = (bytes: string) => void server.stdin.write(bytes);
  server.stdin.on('error', () => undefined);
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const until = (fits: (message: Message) => boolean) =>
    new Promise<Message>((resolve, reject) => {
      const look = () => {
        const found = received.find(fits);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void exited.then((code) => {
        look();
        reject(new Error(`the server ended with ${code} before it answered`));
      });
    });
  let last = 0;
  const request = (method: string, params?: unknown) => {
    last += 1;
    const id = last;
    send({ id, method, params });
    return until((message) => message.id === id && message.method === undefined);
  };
  const notify = (method: string, params?: unknown) => send({ method, params });
  return {
    process: server,
    received,
    request,
    notify,
    raw,
    until,
    exited,
    open: (uri, text, version = 1) =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } }),
    change: (uri, version, ...contentChanges) =>
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    diagnostics: async (uri, version) => {
      const { params } = await until(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' && params.uri === uri && params.version === version,
      );
      return params.diagnostics;
    },
    quit: async () => {
      await request('shutdown');
      notify('exit');
      return exited;
    },
  };
}
