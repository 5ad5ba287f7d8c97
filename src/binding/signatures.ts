import { type Block, leadOf, type Table } from '../document/blocks.ts';
import { inOneLine, type Prose } from '../document/prose.ts';
import { readDate } from '../text/date.ts';
import type { Span } from '../text/span.ts';

/** A place for one signature. What stands there counts, a placeholder too: another rule speaks of that. */
export interface SignatureEntry {
  /** All its words, with those of the heading or line above it. */
  readonly text: string;
  /** Whether something stands where a signature or a date is asked for; where no signature is, the name stands for it. */
  readonly filled: boolean;
  /** What stands where a date is asked for. */
  readonly dates: readonly Prose[];
  /** What stands where a name or a signature is asked for. */
  readonly signers: readonly Prose[];
}

/** The part of a document where the parties sign. */
export interface SignatureBlock {
  readonly at: Span;
  /** The words of its heading. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly entries: readonly SignatureEntry[];
}

const heading = /\b(?:sign(?:ed|atures?|atories|ing)?|sign-off|execution|approvals?|authori[sz]ation|agreed by)\b/i;
const signing = /^(?:date )?(?:signed|signature|date)(?: (?:by|on|signed|of signature))?:?$/i;
const dated = /\bdate\b/i;
const signer = /^(?:name|print(?:ed)? name|sign(?:ed|ature)(?: by)?)\b/i;
const field = /^(?:name|print(?:ed)? name|post|position|title|role|rank|job title|witness(?:ed by)?)\b/i;

/**
 * The last section whose heading speaks of signing and that has places for signatures. They are looked for up to the next
 * such heading only, so that no block is read twice however many there are.
 */
export function signatureBlock(blocks: readonly Block[]): SignatureBlock | undefined {
  const all = blocks.flatMap((block, index) => (speaksOfSigning(block) ? [index] : []));
  const hasPlaces = (from: number, next = blocks.length) =>
    entriesIn(blocks.slice(from, endOf(blocks, from, next))).length > 0;
  const from = all.findLast((index, place) => hasPlaces(index, all[place + 1])) ?? all.at(-1);
  const block = from === undefined ? undefined : blocks[from];
  if (from === undefined || block?.kind !== 'heading') return undefined;
  const own = blocks.slice(from, endOf(blocks, from, blocks.length));
  return { at: block.span, title: block.prose.text, blocks: own, entries: entriesIn(own) };
}

function speaksOfSigning(block: Block): boolean {
  return block.kind === 'heading' && heading.test(block.prose.text);
}

/** Where the blocks of a heading end, with those of the headings beside it that also speak of signing. */
function endOf(blocks: readonly Block[], from: number, most: number): number {
  const first = blocks[from];
  const level = first?.kind === 'heading' ? first.level : 0;
  for (let index = from + 1; index < most; index++) {
    const block = blocks[index];
    if (block?.kind !== 'heading' || block.level > level) continue;
    if (block.level < level || !speaksOfSigning(block)) return index;
  }
  return most;
}

/** Lines such as `Name:`, `Signature:` and `Date:` belong together until one of them comes again or other words stand between. */
function entriesIn(blocks: readonly Block[]): SignatureEntry[] {
  const entries: SignatureEntry[] = [];
  let open: { text: string; filled: boolean; seen: Set<string>; dates: Prose[]; signers: Prose[] } | undefined;
  let above = '';
  const close = () => {
    if (open) {
      const { text, dates, signers, seen } = open;
      const isName =
        dates.length > 0 && [...seen].every(isNoSignature) && signers.some((one) => one.text.trim() !== '');
      entries.push({ text, filled: open.filled || isName, dates, signers });
    }
    open = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      entries.push(...tableEntries(block, above));
      continue;
    }
    const lead = leadOf(block);
    const label = lead?.label.text.toLowerCase() ?? '';
    if (!lead || !(signing.test(label) || field.test(label))) {
      close();
      const line = block.kind === 'paragraph' || block.kind === 'item' ? signedLine(inOneLine(block.prose)) : undefined;
      if (line) entries.push(line);
      if ('prose' in block) above = block.prose.text;
      continue;
    }
    if (open?.seen.has(label)) close();
    open ??= { text: above, filled: false, seen: new Set(), dates: [], signers: [] };
    open.seen.add(label);
    open.text += ` ${label} ${lead.value.text}`;
    if (dated.test(label)) open.dates.push(lead.value);
    if (signer.test(label)) open.signers.push(lead.value);
    if (signing.test(label) && lead.value.text.trim() !== '') open.filled = true;
  }
  close();
  return entries.filter((one) => !/\bwitness/i.test(one.text));
}

/** Whether a label asks for something else than a signature. */
function isNoSignature(label: string): boolean {
  return dated.test(label) || !signing.test(label);
}

const signedFor = /^(?:Signed|SIGNED) (?:for|on behalf of)\b.{2,120}?(?::\s*\S| by \p{Lu})/u;
const nameFirst =
  /^(?:(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der)\s+){1,4}\p{Lu}[\p{L}.'’-]*,.*,\s*(?:on )?\d[\w ./-]{5,24}\.?\s*$/u;

/**
 * A line such as "Signed for Exampleton Council: A. Clerk, Chief Executive, 12 March 2026", or one that starts with a name
 * and ends with a day: "A. Clerk, Chief Executive, for Exampleton Council, 12 March 2026".
 */
function signedLine(prose: Prose): SignatureEntry | undefined {
  const { text, span } = prose;
  if (text.length > 240 || !(signedFor.test(text) || nameFirst.test(text))) return undefined;
  const nothing = { text: '', span: { start: span.end, end: span.end }, runs: [] };
  return { text, filled: true, dates: [readDate(text) ? prose : nothing], signers: [prose] };
}

/** An entry a row, an entry a column, or one for the whole table: as the labels for signature and date stand. */
function tableEntries(table: Table, above: string): SignatureEntry[] {
  const { columns, rows } = table;
  const isAsked = (text: string | undefined) => signing.test((text ?? '').trim());
  const asked = columns.flatMap((column, index) => (isAsked(column.text) ? [index] : []));
  const names = columns.flatMap((column, index) => (signer.test(column.text.trim()) ? [index] : []));
  const cell = (row: Table['columns'], index: number) => (row[index]?.text ?? '').trim();
  if (asked.length > 0 && columns.length > 2) {
    const signs = asked.every((index) => isNoSignature(columns[index]?.text ?? '')) ? [...asked, ...names] : asked;
    return rows.map((row) => ({
      text: `${above} ${row.map((one) => one.text).join(' ')}`,
      filled: signs.some((index) => cell(row, index) !== ''),
      dates: asked.flatMap((index) => (dated.test(columns[index]?.text ?? '') ? (row[index] ?? []) : [])),
      signers: names.flatMap((index) => row[index] ?? []),
    }));
  }
  const all = [columns, ...rows];
  const labelled = all.filter(([label]) => isAsked(label?.text));
  const named = all.filter(([label]) => signer.test((label?.text ?? '').trim()));
  if (labelled.length === 0) return [];
  const signs = labelled.every(([label]) => isNoSignature(label?.text ?? '')) ? [...labelled, ...named] : labelled;
  return columns.slice(1).map((_column, index) => ({
    text: `${above} ${all.map((row) => cell(row, index + 1)).join(' ')}`,
    filled: signs.some((row) => cell(row, index + 1) !== ''),
    dates: labelled.flatMap((row) => (dated.test(row[0]?.text ?? '') ? (row[index + 1] ?? []) : [])),
    signers: named.flatMap((row) => row[index + 1] ?? []),
  }));
}
