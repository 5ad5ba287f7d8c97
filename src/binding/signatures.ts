import { type Block, type Item, isParagraph, leadOf, type Paragraph } from '../document/blocks.ts';
import { inOneLine, type Prose } from '../document/prose.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import {
  dated,
  field,
  isBegun,
  isNoSignature,
  isSigned,
  type SignatureEntry,
  signer,
  signing,
} from './signature-entry.ts';
import {
  blankLines,
  isDayAlone,
  isSignature,
  linesOf,
  mostLines,
  ownedBy,
  saysForWhom,
  signedLabel,
  signedLine,
  signedLines,
  signsFor,
  undatedLine,
} from './signature-lines.ts';
import { signedSentences } from './signature-sentence.ts';
import { tableEntries } from './signature-tables.ts';

/** The part of a document where the parties sign. */
export interface SignatureBlock {
  readonly at: Span;
  /** The words of its heading, or of the line that it starts with. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly entries: readonly SignatureEntry[];
}

const heading = /\b(?:sign(?:ed|atures?|atories|ing)?|sign-off|execution|approvals?|authori[sz]ation|agreed by)\b/i;

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

/** "Signed on behalf of Nash Council", "Signed by A. Clerk for …", "In witness whereof …", and "Signed" alone. */
const signingLine =
  /^(?:(?:(?:electronically |digitally )?signed|executed)(?: as a deed| electronically| digitally| online)?(?: by\b[^.;:]{2,100}?)? (?:for|on behalf of)\b|for and on behalf of\b|(?:agreed and )?signed(?: by the parties)?\W*$|signatures?\W*$|in witness (?:whereof|of which)\b)/i;

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
    if (!isParagraph(block) || !startsSigning(block)) continue;
    // The first such line below the same heading.
    const start = firstSigningLine(blocks, index);
    const first = blocks[start];
    const own = blocks.slice(start, end);
    const entries = entriesIn(own);
    const isSigned = entries.some(isBegun);
    if (isParagraph(first) && isSigned) return { at: first.span, title: first.prose.text, blocks: own, entries };
    index = start;
  }
  return undefined;
}

function firstSigningLine(blocks: readonly Block[], last: number): number {
  let first = last;
  for (let index = last - 1; index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind === 'heading') break;
    if (isParagraph(block) && startsSigning(block)) first = index;
  }
  return first;
}

/** Whether signatures start with a paragraph, or an item is one. */
function startsSigning({ kind, prose, lead }: Paragraph | Item): boolean {
  return (kind === 'paragraph' && signingLine.test(prose.text)) || isSignature(inOneLine(prose), lead);
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
  const isOpened = blocks.some((block) => isParagraph(block) && isSignature(inOneLine(block.prose), block.lead));
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
      if (isParagraph(block)) {
        const line =
          signedLine(inOneLine(block.prose)) ??
          (lead && signedLabel(block.prose, lead)) ??
          (isOpened ? undatedLine(inOneLine(block.prose), lead) : undefined);
        const told = signedSentences(block.prose);
        const owned = (one: SignatureEntry) => ownedBy(saysForWhom(block) ? undefined : loose[0], one);
        if (told.length > (line ? 1 : 0)) entries.push(...told.map(owned));
        else if (line?.dates.every((one) => one.text === '')) {
          const [undated] = line.dates;
          open = {
            text: owned(line).text,
            filled: true,
            seen: new Set(),
            dates: [],
            signers: [...line.signers],
            undated,
          };
        } else if (line) entries.push(owned(line));
        else if (signsFor(block)) loose = linesOf(block.prose);
        else if (loose.length > 0) loose = loose.length < mostLines ? [...loose, ...linesOf(block.prose)] : [];
        const signed = signedLines(loose) ?? blankLines(loose);
        if (signed) entries.push(signed);
        if (line || signed || told.length > 0) loose = [];
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
    if (signing.test(label) && isSigned(lead.value.text)) open.filled = true;
  }
  close();
  return entries.filter((one) => !/\bwitness/i.test(one.text));
}
