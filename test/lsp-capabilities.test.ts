import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Editor, editorIn } from './editor.ts';
import { root } from './files.ts';

const agreement = `---
framework: surveillance-camera
title: Town centre CCTV
reference: SLA-2026-014
version: 1.0.0
status: draft
effective: 2026-04-01
surveillance: [cctv]
parties:
  - id: council
    name: Exampleton Borough Council
    role: system-owner
  - id: force
    name: Exampleshire Police
    role: police
history:
  - { version: 1.0.0, date: 2026-03-12, by: council, change: First. }
---

# Town centre CCTV

## 1. Purpose and objectives

This agreement is between Exampleton Borough Council (the “Council”) and Exampleshire Police.
See [how long images are kept](#2-information-sharing) and Annex A.

The Council keeps the Data Protection Act 1998 in mind. 😀 The Council meets every 12 months.

## 2. Information sharing

### Retention period

Footage is kept for 31 days.

- one
- two

## Annex A – Cameras

Sixty-four cameras.
`;
const uri = 'file:///tmp/agreements/SLA.md';
const lines = agreement.split('\n');

/** The position of some words, the first time that they stand there, and of a later place by how far it lies behind. */
function at(words: string, behind = 0) {
  const line = lines.findIndex((one) => one.includes(words));
  if (line < 0) throw new Error(`there is no “${words}” in the text`);
  return { line, character: (lines[line] ?? '').indexOf(words) + behind };
}

/** The words in a range. */
function words({ start, end }: { start: Point; end: Point }): string {
  const line = lines[start.line] ?? '';
  return start.line === end.line ? line.slice(start.character, end.character) : line.slice(start.character);
}
interface Point {
  readonly line: number;
  readonly character: number;
}

let editor: Editor;
beforeAll(async () => {
  editor = await editorIn(root, { workspace: { workspaceEdit: { documentChanges: true } } });
  editor.open(uri, agreement);
});
afterAll(async () => {
  expect(await editor.quit()).toBe(0);
});
const ask = async (method: string, more: object = {}) =>
  (await editor.request(`textDocument/${method}`, { textDocument: { uri }, ...more })).result;

describe('hover', () => {
  const hover = async (position: Point) => (await ask('hover', { position }))?.contents.value as string | undefined;

  test('a section heading tells what the section asks, why, and its source', async () => {
    const told = await hover(at('Purpose and objectives', 3));
    expect(told).toContain('# Purpose and legitimacy');
    expect(told).toContain('**Why:**');
    expect(told).toContain('**Source:**');
  });
  test('a component heading tells what the component asks', async () => {
    expect(await hover(at('Retention period', 3))).toContain('`surveillance-camera/information-sharing/retention`');
  });
  test('a key of the front matter tells what it means and what it can be given', async () => {
    const told = await hover(at('status', 2));
    expect(told).toContain('How far the agreement has come.');
    expect(told).toContain('`in-review`');
    expect(await hover(at('role', 2))).toContain('What the party does under the agreement.');
  });
  test('a superseded reference tells its current form', async () => {
    expect(await hover(at('Data Protection Act 1998', 4))).toContain('Data Protection Act 2018');
  });
  test('a duration tells how many days it counts as', async () => {
    expect(await hover(at('12 months', 1))).toContain('**12 months** counts as 366 days');
    expect(await hover(at('31 days', 1))).toContain('counts as 31 days');
  });
  test('a defined term tells its meaning', async () => {
    expect(await hover(at('The Council meets', 6))).toContain('**Council**, as this document defines it');
  });
  test('plain words tell nothing', async () => {
    expect(await hover(at('Sixty-four', 1))).toBeUndefined();
  });
});

describe('finding one’s way', () => {
  test('the outline has the headings, each with the requirement that it answers, and the front matter', async () => {
    const symbols = await ask('documentSymbol');
    expect(symbols.map((one: { name: string }) => one.name)).toEqual(['Front matter', 'Town centre CCTV']);
    const sections = symbols[1].children.map(({ name, detail }: { name: string; detail?: string }) => [name, detail]);
    expect(sections).toEqual([
      ['1. Purpose and objectives', 'purpose-and-legitimacy'],
      ['2. Information sharing', 'information-sharing'],
      ['Annex A – Cameras', undefined],
    ]);
    expect(symbols[1].children[1].children[0].detail).toBe('information-sharing/retention');
  });
  test('sections and the front matter can be folded', async () => {
    const folds = await ask('foldingRange');
    const first = folds.map((one: { startLine: number }) => lines[one.startLine]);
    expect(first).toContain('---');
    expect(first).toContain('## 2. Information sharing');
    const sharing = folds.find((one: { startLine: number }) => lines[one.startLine] === '## 2. Information sharing');
    expect(lines[sharing.endLine]).toBe('- two');
  });
  test('a link to a heading leads there', async () => {
    const links = await ask('documentLink');
    expect(links).toHaveLength(1);
    expect(links[0].target).toBe(`${uri}#L${at('## 2. Information').line + 1}`);
    const found = await ask('definition', { position: at('how long images', 2) });
    expect(words(found.range)).toBe('2. Information sharing');
  });
  test('an annex, a party and a defined term lead to where they are named', async () => {
    const led = async (position: Point) => words((await ask('definition', { position })).range);
    expect(await led(at('Annex A.', 2))).toBe('Annex A – Cameras');
    expect(await led(at('and Exampleshire Police', 8))).toBe('Exampleshire Police');
    expect((await ask('definition', { position: at('and Exampleshire Police', 8) })).range.start.line).toBe(
      at('name: Exampleshire').line,
    );
    expect(await led(at('by: council', 5))).toBe('Exampleton Borough Council');
    expect(await ask('definition', { position: at('Sixty-four', 2) })).toBeNull();
  });
  test('the places that speak of a term or a party are found, with and without its own', async () => {
    const position = at('“Council', 3);
    const all = await ask('references', { position, context: { includeDeclaration: true } });
    expect(all).toHaveLength(3);
    expect(await ask('references', { position, context: { includeDeclaration: false } })).toHaveLength(2);
    expect(await ask('documentHighlight', { position })).toHaveLength(3);
  });
  test('a label that is no title tells which requirement it answers', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const hints = await ask('inlayHint', { range });
    const shown = hints.map((one: { position: Point; label: string }) => [lines[one.position.line], one.label]);
    expect(shown).toContainEqual(['## 1. Purpose and objectives', 'answers: Purpose and legitimacy']);
    expect(shown).not.toContainEqual(['## 2. Information sharing', expect.anything()]);
  });
});

describe('renaming', () => {
  test('a defined term changes wherever it stands, and nothing else does', async () => {
    const position = at('The Council meets', 6);
    expect(await ask('prepareRename', { position })).toMatchObject({ placeholder: 'Council' });
    const { documentChanges } = await ask('rename', { position, newName: 'Authority' });
    const [{ edits, textDocument }] = documentChanges;
    expect(textDocument).toEqual({ uri, version: 1 });
    expect(edits).toHaveLength(3);
    for (const { range, newText } of edits) expect([words(range), newText]).toEqual(['Council', 'Authority']);
  });
  test('other words cannot be renamed', async () => {
    expect(await ask('prepareRename', { position: at('Sixty-four', 2) })).toBeNull();
    const { error } = await editor.request('textDocument/rename', {
      textDocument: { uri },
      position: at('Sixty-four', 2),
      newName: 'x',
    });
    expect(error?.message).toBe('Only a defined term can be renamed, to a word.');
  });
});

describe('completion', () => {
  /** What is offered once a line has been typed at the end of a place. */
  async function offered(text: string, cursor: string, trigger?: string) {
    const other = `file:///tmp/agreements/typing-${Math.random()}.md`;
    const [before = '', after = ''] = text.split(cursor);
    editor.open(other, before + after);
    const typed = before.split('\n');
    const { result } = await editor.request('textDocument/completion', {
      textDocument: { uri: other },
      position: { line: typed.length - 1, character: typed.at(-1)?.length ?? 0 },
      ...(trigger && { context: { triggerKind: 2, triggerCharacter: trigger } }),
    });
    editor.notify('textDocument/didClose', { textDocument: { uri: other } });
    return result.items as {
      label: string;
      detail?: string;
      documentation?: { value: string };
      textEdit: { newText: string };
    }[];
  }
  const labels = (items: readonly { label: string }[]) => items.map((one) => one.label);

  test('keys of the front matter that are not there yet, with their meaning', async () => {
    const items = await offered(agreement.replace('status: draft', 'status: draft\n|'), '|');
    expect(labels(items)).toContain('expires');
    expect(labels(items)).not.toContain('title');
    expect(items.find((one) => one.label === 'review')?.textEdit.newText).toBe('review:\n  ');
    expect(items.find((one) => one.label === 'expires')?.documentation?.value).toContain(
      'The last day on which it applies',
    );
  });
  test('keys within a party, and none that the party has', async () => {
    const items = await offered(agreement.replace('    role: police', '    role: police\n    |'), '|');
    expect(labels(items)).toContain('single-point-of-contact');
    expect(labels(items)).not.toContain('name');
    expect(labels(items)).not.toContain('status');
  });
  test('statuses, dates, frameworks, kinds of surveillance and ids of parties', async () => {
    const value = (line: string, to: string) => offered(agreement.replace(line, to), '|').then(labels);
    expect(await value('status: draft', 'status: |')).toEqual([
      'draft',
      'in-review',
      'agreed',
      'published',
      'superseded',
      'ended',
    ]);
    expect(await value('status: draft', 'status: draft\nexpires: |')).toEqual([
      '2026-03-12',
      '2027-04-01',
      '2026-04-01',
      'until-notice',
    ]);
    expect(await value('framework: surveillance-camera', 'framework: s|')).toContain('service');
    expect(await value('[cctv]', '[cctv, a|]')).toContain('anpr');
    expect(await value('by: council', 'by: |')).toEqual(['council', 'force']);
  });
  test('sections to leave out, with a place for the reason', async () => {
    const items = await offered(agreement.replace('status: draft', 'status: draft\nomitted:\n  |'), '|');
    expect(labels(items)).toContain('future-technology');
    expect(labels(items)).not.toContain('purpose');
    expect(items[0]?.textEdit.newText).toContain(': ‹why this agreement does not need it›');
  });
  test('half-written YAML is no obstacle', async () => {
    const items = await offered(agreement.replace('status: draft', 'status: [draft\n: : "\nsta|'), '|');
    expect(labels(items)).toContain('framework');
  });
  test('headings of sections that are not written, with the guidance that init writes', async () => {
    const items = await offered(agreement.replace('## Annex A', '## Gov|\n\n## Annex A'), '|', '#');
    expect(labels(items)).not.toContain('Information sharing');
    const governance = items.find((one) => one.label === 'Governance');
    expect(governance?.textEdit.newText).toMatch(/^3\. Governance\n\n<!-- guidance: /);
    expect(governance?.documentation?.value).toContain('**Why:**');
  });
  test('components of the section that one is in', async () => {
    const items = await offered(agreement.replace('- one\n', '### |\n\n- one\n'), '|', '#');
    expect(labels(items)).not.toContain('Retention period');
    expect(labels(items)).not.toContain('Governance');
    expect(items[0]?.textEdit.newText).toMatch(/^[A-Z].+\n\n<!-- guidance: /);
  });
  test('Acts by title and year, and parties, within a sentence', async () => {
    const typed = (text: string) =>
      offered(agreement.replace('Sixty-four cameras.', `Sixty-four cameras. ${text}|`), '|');
    expect(labels(await typed('They follow the Data Prot'))).toContain('Data Protection Act 2018');
    expect(labels(await typed('They follow the DPA 20'))).toContain('Data Protection Act 2018');
    expect(labels(await typed('Exampleshire P'))).toContain('Exampleshire Police');
    expect(labels(await typed('It ends on 202'))).toContain('2026-03-12');
  });
  test('a blank in a sentence brings nothing up', async () => {
    expect(await offered(agreement.replace('Sixty-four cameras.', 'Sixty-four |'), '|', ' ')).toEqual([]);
  });
});

describe('code actions', () => {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const actions = async (range: object, only?: string[]) =>
    (await ask('codeAction', { range, context: { diagnostics: [], ...(only && { only }) } })) as {
      title: string;
      kind: string;
      edit: { documentChanges: { edits: { range: { start: Point }; newText: string }[] }[] };
    }[];

  test('each missing section can be added, or left out with a reason', async () => {
    const found = await actions(everywhere, ['quickfix']);
    const add = found.find((one) => one.title === 'Add the section “Governance”');
    expect(add?.edit.documentChanges[0]?.edits[0]?.newText).toMatch(/^## \d+\. Governance|## Governance/m);
    const leave = found.find((one) => one.title.startsWith('Leave “') && one.title.endsWith('out, with a reason'));
    expect(leave?.edit.documentChanges[0]?.edits[0]?.newText).toMatch(/^omitted:\n {2}[a-z-]+: ‹/);
    expect(found.some((one) => one.title.startsWith('Leave “Governance”'))).toBe(false);
  });
  test('a finding can be silenced with a reason, above its paragraph', async () => {
    const position = at('Data Protection Act 1998', 3);
    const found = await actions({ start: position, end: position });
    const silence = found.find((one) => one.title.startsWith('Silence “reference-superseded”'));
    const [edit] = silence?.edit.documentChanges[0]?.edits ?? [];
    expect(edit?.newText).toBe('<!-- sla-ignore reference-superseded: ‹why it is right here› -->\n\n');
    expect(lines[edit?.range.start.line ?? 0]).toMatch(/^The Council keeps/);
  });
  test('only what is asked for', async () => {
    expect((await actions(everywhere, ['refactor'])).length).toBe(0);
    expect((await actions(everywhere, ['source.fixAll'])).every((one) => one.kind === 'source.fixAll.sla')).toBe(true);
  });
});
