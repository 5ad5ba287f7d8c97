import { type Block, type Item, leadOf, type Paragraph, type Table } from '../document/blocks.ts';
import type { LeadIn } from '../document/lead-in.ts';
import { inOneLine, type Prose } from '../document/prose.ts';
import { signedDay } from '../text/date.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { oncePer } from '../text/remember.ts';
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
  /** The words of its heading, or of the line that it starts with. */
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
 * The last section whose heading speaks of signing and that has places for signatures, else what signed lines without
 * such a heading stand together. They are looked for up to the next such heading only, so that no block is read twice
 * however many there are.
 */
export const signatureBlock = oncePer((blocks: readonly Block[]): SignatureBlock | undefined => {
  const all = blocks.flatMap((block, index) => (speaksOfSigning(block) ? [index] : []));
  const hasPlaces = (from: number, next = blocks.length) =>
    entriesIn(blocks.slice(from, endOf(blocks, from, next))).length > 0;
  const from = all.findLast((index, place) => hasPlaces(index, all[place + 1]));
  if (from !== undefined) return blockFrom(blocks, from);
  return blockWithoutHeading(blocks) ?? blockFrom(blocks, all.at(-1));
});

function blockFrom(blocks: readonly Block[], from: number | undefined): SignatureBlock | undefined {
  const block = from === undefined ? undefined : blocks[from];
  if (from === undefined || block?.kind !== 'heading') return undefined;
  const own = blocks.slice(from, endOf(blocks, from, blocks.length));
  return { at: block.span, title: block.prose.text, blocks: own, entries: entriesIn(own) };
}

/** "Signed on behalf of Nash Council", "Signed by A. Clerk for …", "In witness whereof …". */
const signingLine =
  /^(?:(?:signed|executed)(?: as a deed)?(?: by\b[^.;:]{2,100}?)? (?:for|on behalf of)\b|for and on behalf of\b|in witness (?:whereof|of which)\b)/i;

/**
 * The last clause may be followed by signatures without a heading. Only what is signed counts: an empty form in an annex
 * is none of the agreement's.
 */
function blockWithoutHeading(blocks: readonly Block[]): SignatureBlock | undefined {
  let end = blocks.length;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind === 'heading') {
      end = index;
      continue;
    }
    if (block?.kind !== 'paragraph' || !signingLine.test(block.prose.text)) continue;
    // The first such line below the same heading.
    const start = firstSigningLine(blocks, index);
    const first = blocks[start];
    const own = blocks.slice(start, end);
    const entries = entriesIn(own).filter(({ filled, text }) => filled && findPlaceholders(text).length === 0);
    if (first?.kind === 'paragraph' && entries.length > 0)
      return { at: first.span, title: first.prose.text, blocks: own, entries: entriesIn(own) };
    index = start;
  }
  return undefined;
}

function firstSigningLine(blocks: readonly Block[], last: number): number {
  let first = last;
  for (let index = last - 1; index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind === 'heading') break;
    if (block?.kind === 'paragraph' && signingLine.test(block.prose.text)) first = index;
  }
  return first;
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

/** An entry whose lines are still being read. */
interface Open {
  text: string;
  filled: boolean;
  readonly seen: Set<string>;
  readonly dates: Prose[];
  readonly signers: Prose[];
  /** Where its day stands when no line gives one. */
  readonly undated: Prose | undefined;
}

/** Lines such as `Name:`, `Signature:` and `Date:` belong together until one of them comes again or other words stand between. */
function entriesIn(blocks: readonly Block[]): SignatureEntry[] {
  const entries: SignatureEntry[] = [];
  let open: Open | undefined;
  let above = '';
  /** The line that says for whom somebody signs, and those without labels below it. */
  let loose: Prose[] = [];
  const close = () => {
    if (open) {
      const { text, signers, seen, undated } = open;
      const dates = open.dates.length > 0 || !undated ? open.dates : [undated];
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
      if (open?.undated && block.kind === 'paragraph' && isDayAlone(block.prose.text)) {
        open.dates.push(block.prose);
        continue;
      }
      close();
      if (block.kind === 'paragraph' || block.kind === 'item') {
        const line = signedLine(inOneLine(block.prose)) ?? (lead && signedLabel(block.prose, lead));
        if (line?.dates.every((one) => one.text === '')) {
          const [undated] = line.dates;
          open = { text: line.text, filled: true, seen: new Set(), dates: [], signers: [...line.signers], undated };
        } else if (line) entries.push(line);
        else if (signsFor(block)) loose = linesOf(block.prose);
        else if (loose.length > 0) loose = loose.length < mostLines ? [...loose, ...linesOf(block.prose)] : [];
        const signed = signedLines(loose);
        if (signed) entries.push(signed);
        if (line || signed) loose = [];
      } else if (block.kind === 'heading') loose = speaksOfSigning(block) ? [] : [block.prose];
      if ('prose' in block) above = block.prose.text;
      continue;
    }
    loose = [];
    if (open?.seen.has(label)) close();
    open ??= { text: above, filled: false, seen: new Set(), dates: [], signers: [], undated: undefined };
    open.seen.add(label);
    open.text += ` ${label} ${lead.value.text}`;
    if (dated.test(label)) open.dates.push(lead.value);
    if (signer.test(label)) open.signers.push(lead.value);
    if (signing.test(label) && lead.value.text.trim() !== '') open.filled = true;
  }
  close();
  return entries.filter((one) => !/\bwitness/i.test(one.text));
}

/** A line in bold, or one such as "For Nash Council": whoever signs stands below it. */
function signsFor({ lead, prose }: Paragraph | Item): boolean {
  return lead?.emphasised === true || /^(?:signed )?(?:for|on behalf of)\b/i.test(prose.text);
}

function linesOf(prose: Prose): Prose[] {
  return prose.text.split('\n').map((line) => worded(prose, line.trim()));
}

/** A part of a prose that is shown with all of it. */
function worded(prose: Prose, text: string): Prose {
  return { ...prose, text };
}

/** Whether a line has a day and nothing else. */
function isDayAlone(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:(?:dated?|on)\b:?\s*)?(?:this\s+)?\d[\w ,./-]*$/i.test(text) &&
    signedDay(text) !== undefined
  );
}

const mostLines = 6;

/** Who it is for, a name, perhaps a post, and a day, each in a line of its own. */
function signedLines(lines: readonly Prose[]): SignatureEntry | undefined {
  const [owner, name] = lines;
  const day = lines.at(-1);
  if (!owner || !name || !day || lines.length < 3 || lines.length > mostLines) return undefined;
  if (!isDayAlone(day.text) || !nameAlone.test(name.text) || lines.some(({ text }) => text.length > 160))
    return undefined;
  return { text: lines.map(({ text }) => text).join(' '), filled: true, dates: [day], signers: [name] };
}

/** Whether a label asks for something else than a signature. */
function isNoSignature(label: string): boolean {
  return dated.test(label) || !signing.test(label);
}

const signedFor = /^(?:Signed|SIGNED) (?:for|on behalf of)\b.{2,120}?(?::\s*\S| by \p{Lu})/u;
const signedBy = /^(?:Signed|SIGNED) by (?!(?:an? |the )?(?:duly )?[Aa]uthori[sz]ed\b).{2,100}? (?:for|on behalf of)\b/;
const nameWords = "(?:(?:\\p{Lu}[\\p{L}.'’-]*|van|von|de|der)\\s+){1,4}\\p{Lu}[\\p{L}.'’-]*";
const nameFirst = new RegExp(`^${nameWords},.*,\\s*(?:on )?\\d[\\w ./-]{5,24}\\.?\\s*$`, 'u');
const nameAlone = new RegExp(`^${nameWords}(?:,.*)?$`, 'u');

/**
 * A line such as "Signed for Exampleton Council: A. Clerk, Chief Executive, 12 March 2026" or "Signed by A. Clerk for and on
 * behalf of Exampleton Council on 12 March 2026", or one that starts with a name and ends with a day: "A. Clerk, Chief
 * Executive, for Exampleton Council, 12 March 2026".
 */
function signedLine(prose: Prose): SignatureEntry | undefined {
  const { text, span } = prose;
  if (text.length > 240) return undefined;
  const day = signedDay(text);
  const isBy = signedBy.test(text) && (day !== undefined || /^.{6} by \p{Lu}/u.test(text));
  if (!isBy && !signedFor.test(text) && !nameFirst.test(text)) return undefined;
  const nothing = { text: '', span: { start: span.end, end: span.end }, runs: [] };
  return { text, filled: true, dates: [day === undefined ? nothing : prose], signers: [prose] };
}

/** Those who wrote or looked over a document do not sign it. */
const noParty = /\b(?:prepared|written|drafted|author|reviewed|checked|version|owner|contact|published|issued)\b/i;

/** The same behind the name of a party: "**Exampleton Council:** A. Clerk, Chief Executive, 12 March 2026". */
function signedLabel(prose: Prose, { label, value }: LeadIn): SignatureEntry | undefined {
  const line = noParty.test(label.text) ? undefined : signedLine(inOneLine(value));
  return line && { ...line, text: prose.text };
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
  if (labelled.length === 0) return cellEntries(table, above);
  const signs = labelled.every(([label]) => isNoSignature(label?.text ?? '')) ? [...labelled, ...named] : labelled;
  return columns.slice(1).map((_column, index) => ({
    text: `${above} ${all.map((row) => cell(row, index + 1)).join(' ')}`,
    filled: signs.some((row) => cell(row, index + 1) !== ''),
    dates: labelled.flatMap((row) => (dated.test(row[0]?.text ?? '') ? (row[index + 1] ?? []) : [])),
    signers: named.flatMap((row) => row[index + 1] ?? []),
  }));
}

const cellLabel =
  /(?:Signed(?: by)?|Signature|(?:Print )?Name|Position|Post|Title|Role|Rank|Date(?: signed| of signature)?)\s*:/g;

/** What the cells of a row or column ask for, where each cell has its own label: `Signed: A. Clerk`. */
function cellEntries({ columns, rows }: Table, above: string): SignatureEntry[] {
  const all = [columns, ...rows];
  const isLabelled = (cell: Prose | undefined) => cell !== undefined && pairsIn(cell).length > 0;
  const labelled = all.filter((row) => row.some(isLabelled));
  if (labelled.length === 0) return [];
  // A row for each party starts with its name; else each party has a column.
  const isByRow = labelled.every(([first]) => first && first.text.trim() !== '' && !isLabelled(first));
  const groups = isByRow ? labelled : columns.map((_column, index) => all.flatMap((row) => row[index] ?? []));
  return groups.flatMap((cells): SignatureEntry[] => {
    const pairs = cells.flatMap(pairsIn);
    const asked = pairs.filter(({ label }) => signing.test(label));
    if (asked.length === 0) return [];
    const signers = pairs.filter(({ label }) => signer.test(label)).map(({ value }) => value);
    const dates = asked.filter(({ label }) => dated.test(label)).map(({ value }) => value);
    const isDated = asked.every(({ label }) => isNoSignature(label));
    const filled = [...asked.map(({ value }) => value), ...(isDated ? signers : [])].some(({ text }) => text !== '');
    const text = `${above} ${cells.map((cell) => cell.text).join(' ')}`;
    return [{ text, filled, dates, signers }];
  });
}

/** The labels in a cell, each with what stands behind it. */
function pairsIn(cell: Prose): { readonly label: string; readonly value: Prose }[] {
  const labels = [...cell.text.matchAll(cellLabel)];
  return labels.map((match, index) => {
    const value = cell.text.slice(match.index + match[0].length, labels[index + 1]?.index);
    return { label: match[0].slice(0, -1).trim(), value: worded(cell, value.trim()) };
  });
}
