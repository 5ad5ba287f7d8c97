import type { Block, Table } from '../document/blocks.ts';
import type { Prose } from '../document/prose.ts';
import type { Span } from '../text/span.ts';

/** A place for one signature. What stands there counts, a placeholder too: another rule speaks of that. */
export interface SignatureEntry {
  /** All its words, with those of the heading or line above it. */
  readonly text: string;
  readonly filled: boolean;
  /** What stands where a date is asked for. */
  readonly dates: readonly Prose[];
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
const field = /^(?:name|print(?:ed)? name|post|position|title|role|rank|job title|witness(?:ed by)?)\b/i;

/** The last section whose heading speaks of signing and that has places for signatures. */
export function signatureBlock(blocks: readonly Block[]): SignatureBlock | undefined {
  const found = blocks.flatMap((block, from) => {
    if (block.kind !== 'heading' || !heading.test(block.prose.text)) return [];
    const own = contentBelow(blocks, from, block.level);
    return [{ at: block.span, title: block.prose.text, blocks: own, entries: entriesIn(own) }];
  });
  return found.findLast((one) => one.entries.length > 0) ?? found.at(-1);
}

/** The blocks of a heading, with those of the headings beside it that also speak of signing. */
function contentBelow(blocks: readonly Block[], from: number, level: number): readonly Block[] {
  const length = blocks.slice(from + 1).findIndex((block) => {
    if (block.kind !== 'heading') return false;
    return block.level < level || (block.level === level && !heading.test(block.prose.text));
  });
  return length < 0 ? blocks.slice(from) : blocks.slice(from, from + 1 + length);
}

/** Lines such as `Name:`, `Signature:` and `Date:` belong together until one of them comes again or other words stand between. */
function entriesIn(blocks: readonly Block[]): SignatureEntry[] {
  const entries: SignatureEntry[] = [];
  let open: { text: string; filled: boolean; seen: Set<string>; dates: Prose[] } | undefined;
  let above = '';
  const close = () => {
    if (open) entries.push({ text: open.text, filled: open.filled, dates: open.dates });
    open = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      entries.push(...tableEntries(block, above));
      continue;
    }
    const lead = block.kind === 'paragraph' || block.kind === 'item' ? block.lead : undefined;
    const label = lead?.label.text.toLowerCase() ?? '';
    if (!lead || !(signing.test(label) || field.test(label))) {
      close();
      if ('prose' in block) above = block.prose.text;
      continue;
    }
    if (open?.seen.has(label)) close();
    open ??= { text: above, filled: false, seen: new Set(), dates: [] };
    open.seen.add(label);
    open.text += ` ${label} ${lead.value.text}`;
    if (dated.test(label)) open.dates.push(lead.value);
    if (signing.test(label) && lead.value.text.trim() !== '') open.filled = true;
  }
  close();
  return entries.filter((one) => !/\bwitness/i.test(one.text));
}

/** An entry a row, an entry a column, or one for the whole table: as the labels for signature and date stand. */
function tableEntries(table: Table, above: string): SignatureEntry[] {
  const { columns, rows } = table;
  const isAsked = (text: string | undefined) => signing.test((text ?? '').trim());
  const asked = columns.flatMap((column, index) => (isAsked(column.text) ? [index] : []));
  const cell = (row: Table['columns'], index: number) => (row[index]?.text ?? '').trim();
  if (asked.length > 0 && columns.length > 2) {
    return rows.map((row) => ({
      text: `${above} ${row.map((one) => one.text).join(' ')}`,
      filled: asked.some((index) => cell(row, index) !== ''),
      dates: asked.flatMap((index) => (dated.test(columns[index]?.text ?? '') ? (row[index] ?? []) : [])),
    }));
  }
  const all = [columns, ...rows];
  const labelled = all.filter(([label]) => isAsked(label?.text));
  if (labelled.length === 0) return [];
  return columns.slice(1).map((_column, index) => ({
    text: `${above} ${all.map((row) => cell(row, index + 1)).join(' ')}`,
    filled: labelled.some((row) => cell(row, index + 1) !== ''),
    dates: labelled.flatMap((row) => (dated.test(row[0]?.text ?? '') ? (row[index + 1] ?? []) : [])),
  }));
}
