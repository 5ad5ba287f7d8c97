import type { Block, Table } from '../document/blocks.ts';
import type { Span } from '../text/span.ts';

/** A place for one signature. What stands there counts, a placeholder too: another rule speaks of that. */
export interface SignatureEntry {
  /** All its words, with those of the heading above it. */
  readonly text: string;
  readonly filled: boolean;
}

const heading = /\b(?:sign(?:ed|atures?|atories|ing)?|sign-off|execution)\b/i;
const signing = /^(?:date )?(?:signed|signature|date)(?: (?:by|on|signed|of signature))?:?$/i;

/** The part of a document where the parties sign. */
export interface SignatureBlock {
  readonly at: Span;
  readonly blocks: readonly Block[];
  readonly entries: readonly SignatureEntry[];
}

/** The section for the signatures: the first whose heading speaks of signing, with those like it right behind. */
export function signatureBlock(blocks: readonly Block[]): SignatureBlock | undefined {
  const from = blocks.findIndex((block) => block.kind === 'heading' && heading.test(block.prose.text));
  const top = blocks[from];
  if (top?.kind !== 'heading') return undefined;
  const length = blocks.slice(from + 1).findIndex((block) => {
    if (block.kind !== 'heading') return false;
    return block.level < top.level || (block.level === top.level && !heading.test(block.prose.text));
  });
  const own = length < 0 ? blocks.slice(from) : blocks.slice(from, from + 1 + length);
  let above = top.prose.text;
  const entries = own.flatMap((block): SignatureEntry[] => {
    if (block.kind === 'heading') above = block.prose.text;
    if (block.kind === 'table') return tableEntries(block, above);
    const lead = block.kind === 'paragraph' || block.kind === 'item' ? block.lead : undefined;
    return lead && signing.test(lead.label) ? [{ text: above, filled: lead.value.text.trim() !== '' }] : [];
  });
  return { at: top.span, blocks: own, entries };
}

/** One entry a row where a column is for the signature or the date, else one for the table whose rows are labelled so. */
function tableEntries({ columns, rows }: Table, above: string): SignatureEntry[] {
  const asked = columns.flatMap((column, index) => (signing.test(column.text.trim()) ? [index] : []));
  if (asked.length > 0 && columns.length > 2) {
    return rows.map((row) => ({
      text: `${above} ${row.map((cell) => cell.text).join(' ')}`,
      filled: asked.some((index) => (row[index]?.text ?? '').trim() !== ''),
    }));
  }
  const labelled = [columns, ...rows].filter(([label]) => label && signing.test(label.text.trim()));
  if (labelled.length === 0) return [];
  const text = [columns, ...rows]
    .flat()
    .map((cell) => cell.text)
    .join(' ');
  return [
    {
      text: `${above} ${text}`,
      filled: labelled.some(([, value]) => value !== undefined && value.text.trim() !== ''),
    },
  ];
}
