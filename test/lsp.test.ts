import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editorIn, startServer } from './editor.ts';
import { root } from './files.ts';
import { scratch, sla } from './sla.ts';

const poor = readdirSync(join(root, 'examples/poor')).map((name) => join('examples/poor', name));

/** A range of the protocol as `line:column-line:column` from 1, as a report has it. */
const shown = ({ start, end }: { start: Point; end: Point }) =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
interface Point {
  readonly line: number;
  readonly character: number;
}

describe('what an editor is told', () => {
  test.each(poor)('%s: the findings of sla check, with their ids and places', async (path) => {
    const report = JSON.parse(sla(['check', '--format', 'json', path]).out);
    const expected = report.documents[0].findings.map(
      ({ rule, at, severity }: { rule: string; severity: string; at: { start: Place; end: Place } }) =>
        `${at.start.line}:${at.start.column}-${at.end.line}:${at.end.column} ${rule} ${severity}`,
    );
    const editor = await editorIn(root);
    const uri = pathToFileURL(join(root, path)).href;
    editor.open(uri, readFileSync(join(root, path), 'utf8'));
    const told = await editor.diagnostics(uri, 1);
    const severities = ['', 'error', 'warning', 'info'];
    expect(told.map((one) => `${shown(one.range)} ${one.code} ${severities[one.severity]}`)).toEqual(expected);
    expect(await editor.quit()).toBe(0);
  });
  interface Place {
    readonly line: number;
    readonly column: number;
  }
});

describe('repairs', () => {
  test.each(poor)('%s: “make all safe repairs” leaves the bytes that sla check --fix leaves', async (path) => {
    const folder = scratch();
    const file = join(folder, 'SLA.md');
    copyFileSync(join(root, path), file);
    const uri = pathToFileURL(file).href;
    const text = readFileSync(file, 'utf8');
    const editor = await editorIn(folder);
    editor.open(uri, text);
    const { result } = await editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    sla(['check', '--fix', 'SLA.md'], { cwd: folder });
    const edits = result[0]?.edit.changes[uri] ?? [];
    expect(edited(text, edits)).toBe(readFileSync(file, 'utf8'));
    expect(await editor.quit()).toBe(0);
  });
});

/** A text after the edits of an answer. */
function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

describe('positions', () => {
  const text = '---\nframework: service\nstatus: draft\ntitle: x\n---\n\n# x\n\n😀ü **Owner:** [insert name] ‹name›\n';
  test.each([
    [undefined, 'utf-16', 15],
    [['utf-8', 'utf-16'], 'utf-16', 15],
    [['utf-8'], 'utf-8', 18],
    [['utf-32', 'utf-8'], 'utf-8', 18],
    [['utf-32'], 'utf-32', 14],
  ])('a client that offers %s is answered in %s', async (positionEncodings, encoding, character) => {
    const folder = scratch();
    const editor = startServer({ cwd: folder });
    const { result } = await editor.request('initialize', {
      processId: null,
      rootUri: pathToFileURL(folder).href,
      capabilities: { general: { positionEncodings } },
    });
    expect(result.capabilities.positionEncoding).toBe(encoding);
    editor.notify('initialized', {});
    const uri = pathToFileURL(join(folder, 'SLA.md')).href;
    editor.open(uri, text);
    const found = (await editor.diagnostics(uri, 1)).find((one) => one.code === 'placeholder-left');
    expect(found.range.start).toEqual({ line: 8, character });
    // The words from there to the end of the line are taken out, in the units agreed on: the finding goes with them.
    const end = { line: 8, character: 1000 };
    editor.change(uri, 2, { range: { start: found.range.start, end }, text: 'the Council' });
    const after = await editor.diagnostics(uri, 2);
    expect(after.filter((one) => one.code === 'placeholder-left')).toEqual([]);
    const { result: hover } = await editor.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 1 },
    });
    expect(hover.contents.value).toContain('Status');
    expect(await editor.quit()).toBe(0);
  });
});

describe('configuration', () => {
  test('a change of .sla.yaml or of the framework is picked up, and what is wrong with it is told in the document', async () => {
    const folder = scratch();
    const uri = pathToFileURL(join(folder, 'SLA.md')).href;
    copyFileSync(join(root, 'examples/framework/car-parks.yaml'), join(folder, 'own.yaml'));
    const editor = await editorIn(folder, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const asked = await editor.until(({ method }) => method === 'client/registerCapability');
    expect(asked.params.registrations[0].method).toBe('workspace/didChangeWatchedFiles');
    const changed = (name: string) =>
      editor.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(join(folder, name)).href, type: 2 }],
      });
    const rules = async (version: number) => (await editor.diagnostics(uri, version)).map((one) => one.code);
    const text =
      '---\nframework: ./own.yaml\ntitle: x\n---\n\n# x\n\n## Scope\n\n**Area:** TBC\n\n**Exclusions:** shops.\n';
    editor.open(uri, text);
    expect(await rules(1)).toContain('placeholder-left');

    writeFileSync(join(folder, '.sla.yaml'), 'rules: { placeholder-left: "off" }\n');
    changed('.sla.yaml');
    editor.change(uri, 2, { text });
    expect(await rules(2)).not.toContain('placeholder-left');

    writeFileSync(join(folder, '.sla.yaml'), 'rules: { placeholder-gone: "off" }\n');
    changed('.sla.yaml');
    editor.change(uri, 3, { text });
    const [complaint] = await editor.diagnostics(uri, 3);
    expect(complaint.message).toContain('.sla.yaml:1:10: there is no rule “placeholder-gone”');

    writeFileSync(join(folder, '.sla.yaml'), 'fail-on: error\n');
    changed('.sla.yaml');
    writeFileSync(join(folder, 'own.yaml'), 'title: [broken\n');
    changed('own.yaml');
    editor.change(uri, 4, { text });
    const [broken] = await editor.diagnostics(uri, 4);
    expect(broken.message).toMatch(/^This document cannot be judged: own.yaml:/);
    expect(await editor.quit()).toBe(0);
  });

  test('what the configuration excludes is left alone, and so is what names no framework', async () => {
    const folder = scratch();
    mkdirSync(join(folder, 'archive'));
    writeFileSync(join(folder, '.sla.yaml'), 'exclude: [archive/**]\n');
    const editor = await editorIn(folder);
    for (const [name, text] of [
      ['archive/old.md', '---\nframework: service\n---\n'],
      ['README.md', '# Read me\n\n[insert name]\n'],
    ] as const) {
      const uri = pathToFileURL(join(folder, name)).href;
      editor.open(uri, text);
      expect(await editor.diagnostics(uri, 1)).toEqual([]);
    }
    expect(await editor.quit()).toBe(0);
  });

  test('the whole workspace is checked on demand, with what documents say of each other', async () => {
    const folder = scratch();
    const agreement = '---\nframework: service\nstatus: draft\nreference: A-1\ntitle: x\n---\n\n# x\n';
    for (const name of ['one.md', 'two.md']) writeFileSync(join(folder, name), agreement);
    writeFileSync(join(folder, 'README.md'), '# Read me\n');
    const editor = await editorIn(folder);
    const { result } = await editor.request('workspace/executeCommand', { command: 'sla.checkWorkspace' });
    expect(result.documents).toBe(2);
    const told = await editor.until(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri.endsWith('two.md'),
    );
    expect(told.params.diagnostics.map((one: { code: string }) => one.code)).toContain('reference-duplicated');
    const report = JSON.parse(sla(['check', '--format', 'json'], { cwd: folder }).out);
    expect(result.findings).toBe(
      report.documents.reduce((sum: number, one: { findings: unknown[] }) => sum + one.findings.length, 0),
    );
    expect(await editor.quit()).toBe(0);
  });
});

describe('what goes wrong on the way', () => {
  const uri = 'file:///tmp/agreements/SLA.md';
  const text = '---\nframework: service\nstatus: draft\ntitle: x\n---\n\n# x\n';

  test('half-written YAML and Markdown at every length, and a question at each', async () => {
    const editor = await editorIn(root);
    editor.open(uri, '');
    const whole = `${text}\n| a | b |\n| --- |\n\n- [ ] x\n<!-- sla-ignore`;
    let version = 1;
    for (let length = 1; length <= whole.length; length += 1) {
      version += 1;
      const half = whole.slice(0, length);
      editor.change(uri, version, { text: half });
      const lines = half.split('\n');
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const answers = await Promise.all(
        ['completion', 'hover', 'documentSymbol', 'foldingRange', 'inlayHint', 'codeAction', 'definition'].map((name) =>
          editor.request(`textDocument/${name}`, {
            textDocument: { uri },
            position,
            range: { start: { line: 0, character: 0 }, end: position },
            context: { diagnostics: [], includeDeclaration: true },
          }),
        ),
      );
      for (const { error } of answers) expect(error).toBeUndefined();
    }
    const diagnostics = await editor.diagnostics(uri, version);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(await editor.quit()).toBe(0);
  });

  test('1,000 rapid edits: the last version is judged, and hardly any other', async () => {
    const editor = await editorIn(root);
    editor.open(uri, text);
    await editor.diagnostics(uri, 1);
    for (let version = 2; version <= 1001; version += 1) {
      const at = { line: 7, character: 0 };
      editor.change(uri, version, { range: { start: at, end: at }, text: version === 1001 ? '[insert name]' : 'x' });
    }
    const last = await editor.diagnostics(uri, 1001);
    expect(last.map((one) => one.code)).toContain('placeholder-left');
    const published = editor.received.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(published.length).toBeLessThan(100);
    expect(await editor.quit()).toBe(0);
  });

  test('a version that is older than what is known is passed over', async () => {
    const editor = await editorIn(root);
    editor.open(uri, text, 5);
    await editor.diagnostics(uri, 5);
    editor.change(uri, 7, { text: `${text}\n[insert name]\n` });
    editor.change(uri, 6, { text: '# Another text\n' });
    expect((await editor.diagnostics(uri, 7)).map((one) => one.code)).toContain('placeholder-left');
    editor.change('file:///tmp/agreements/unknown.md', 1, { text });
    editor.notify('textDocument/didClose', { textDocument: { uri: 'file:///tmp/agreements/unknown.md' } });
    expect(await editor.quit()).toBe(0);
  });

  test('messages that are none, or that nobody knows, do not end the server', async () => {
    const editor = await editorIn(root);
    const frame = (body: string) => editor.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    frame('{"jsonrpc": "2.0", "method": ');
    frame('[]');
    frame('null');
    frame('{"jsonrpc":"2.0","id":null,"method":12}');
    frame('{"jsonrpc":"2.0","method":"textDocument/didOpen"}');
    frame('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{}}}');
    frame('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":3},"contentChanges":7}}');
    editor.raw('Content-Type: nonsense\r\n\r\n');
    frame('{"jsonrpc":"2.0","id":"x","result":1}');
    // What comes in one piece with a broken header is read once more comes.
    const more = setInterval(() => editor.notify('$/setTrace', { value: 'off' }), 50);
    expect((await editor.request('sla/nothing')).error?.code).toBe(-32601);
    clearInterval(more);
    expect((await editor.request('textDocument/hover')).error).toBeDefined();
    expect((await editor.request('textDocument/hover', { textDocument: { uri }, position: {} })).result).toBeNull();
    editor.open(uri, text);
    expect((await editor.diagnostics(uri, 1)).length).toBeGreaterThan(0);
    const wild = { line: 4_000_000_000, character: -7 };
    editor.change(uri, 2, { range: { start: wild, end: wild }, text: '\nMore.\n' });
    await editor.diagnostics(uri, 2);
    const { result } = await editor.request('textDocument/hover', { textDocument: { uri }, position: wild });
    expect(result).toBeNull();
    expect(await editor.quit()).toBe(0);
  });

  test('a document of 10 MB is judged, and one that is too long is told so', async () => {
    const editor = await editorIn(root);
    const paragraph = 'The parties keep to what they agreed, and tell each other what they find. ';
    const long = `${text}\n${`${paragraph.repeat(40)}\n\n`.repeat(3500)}`;
    expect(long.length).toBeGreaterThan(10_000_000);
    editor.open(uri, long);
    expect((await editor.diagnostics(uri, 1)).map((one) => one.code)).toContain('section-missing');
    const end = { line: 0, character: 0 };
    editor.change(uri, 2, { text: long.repeat(2) });
    const [refused] = await editor.diagnostics(uri, 2);
    expect(refused.message).toContain('the limit is 16 MB');
    editor.change(uri, 3, { range: { start: end, end }, text: 'x' });
    expect((await editor.diagnostics(uri, 3)).length).toBe(1);
    expect(await editor.quit()).toBe(0);
  });

  test('a question that is taken back is answered as such', async () => {
    const editor = await editorIn(root);
    editor.open(uri, text);
    const asked = editor.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 1 } });
    // The second request of this client, after “initialize”.
    editor.notify('$/cancelRequest', { id: 2 });
    expect((await asked).error?.code).toBe(-32800);
    expect(await editor.quit()).toBe(0);
  });
});

describe('the end', () => {
  test('exit without shutdown is a failure, and so is an editor that goes away', async () => {
    const leaving = await editorIn(root);
    leaving.notify('exit');
    expect(await leaving.exited).toBe(1);
    const gone = await editorIn(root);
    gone.process.stdin?.end();
    expect(await gone.exited).toBe(1);
  });
  test('unknown options are told on standard error, with exit code 2', () => {
    const { code, err, out } = sla(['lsp', '--nope']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--nope');
    expect(sla(['lsp', '--as-of', '31 April']).code).toBe(2);
  });
  test('help is there, in the program’s own and for the command', () => {
    expect(sla(['--help']).out).toContain('lsp');
    expect(sla(['lsp', '--help']).out).toContain('docs/editors.md');
  });
});
