import type { Paragraph as MdastParagraph, Table as MdastTable, Nodes, Root, RootContent } from 'mdast';
import { concordanceOf } from '../text/concordance.ts';
import { oncePer } from '../text/remember.ts';
import { type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { type LeadIn, piecesOf } from './lead-in.ts';
import { type Prose, proseOf } from './prose.ts';

interface Placed {
  readonly span: Span;
  /** How many lists and quotations stand around the block. */
  readonly nesting: number;
  /** Whether it stands in a quotation or a footnote. */
  readonly quoted: boolean;
}

export interface Heading extends Placed {
  readonly kind: 'heading';
  readonly level: number;
  readonly prose: Prose;
}
export interface Paragraph extends Placed {
  readonly kind: 'paragraph';
  readonly prose: Prose;
  readonly lead: LeadIn | undefined;
}
/** A list item's first paragraph; what else the item holds follows as blocks that are nested deeper. */
export interface Item extends Placed {
  readonly kind: 'item';
  readonly prose: Prose;
  readonly lead: LeadIn | undefined;
  /** Its number in an ordered list. */
  readonly number: number | undefined;
  /** The state of its task-list box. */
  readonly checked: boolean | undefined;
}
export interface Table extends Placed {
  readonly kind: 'table';
  readonly columns: readonly Prose[];
  readonly rows: readonly (readonly Prose[])[];
}
/**
 * The rows of a table as `label, value, …`: a first cell with the number of a clause (1.1) is no label, and the header row of a
 * table with two columns is a row when its second cell reads like a value, as in tables that came from a word processor.
 */
export function labelledRows({ columns, rows }: Table): (readonly [label: Prose, ...values: Prose[]])[] {
  const readsLikeValue = columns.length === 2 && /\d|\S+\s+\S+\s+\S/.test(columns[1]?.text ?? '');
  return (readsLikeValue ? [columns, ...rows] : rows).flatMap((row) => {
    const [first, second, ...rest] = row;
    if (!first || !second) return [];
    return [/^\W*\d+(?:\.\d+)+\W*$/.test(first.text) ? [second, ...rest] : [first, second, ...rest]];
  });
}

/** Code, HTML, or an HTML comment: nothing that an author says to a reader. */
export interface Verbatim extends Placed {
  readonly kind: 'code' | 'html' | 'comment';
  readonly text: string;
}

/** A piece of a document. A document is a plain sequence of these. */
export type Block = Heading | Paragraph | Item | Table | Verbatim;

/** The proses of a block: one for a paragraph, one for each cell of a table. */
export function prosesOf(block: Block): readonly Prose[] {
  if (block.kind === 'table') return cellsOf(block);
  return 'prose' in block ? [block.prose] : [];
}

const cellsOf = oncePer(({ columns, rows }: Table): readonly Prose[] => [columns, ...rows].flat());

/** Whether a block is a paragraph, be it that of a list's item. */
export function isParagraph(block: Block | undefined): block is Paragraph | Item {
  return block?.kind === 'paragraph' || block?.kind === 'item';
}

/** The label that a block begins with, and what stands behind it. */
export function leadOf(block: Block | undefined): LeadIn | undefined {
  return block && 'lead' in block ? block.lead : undefined;
}

/** The prose of some blocks, and in which of it each word stands. */
export const wordingOf = oncePer((blocks: readonly Block[]) => {
  const proses = blocks.flatMap(prosesOf);
  return { proses, concordance: concordanceOf(proses.map(({ text }) => text)) };
});

interface Waiting {
  readonly node: Nodes;
  readonly nesting: number;
  /** Whether it stands in a quotation. */
  readonly quoted: boolean;
  readonly item?: Pick<Item, 'number' | 'checked'>;
}

/** Lays a Markdown tree out as a sequence of blocks, without recursion. */
export function blocksOf(source: Source, root: Root): Block[] {
  const blocks: Block[] = [];
  const spanOf = (node: Nodes) => spanAt(source, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const stack: Waiting[] = below(root, 0, false);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, nesting, quoted, item } = next;
    const span = spanOf(node);
    if (node.type === 'heading') {
      // A heading that a converter put into a list is still a heading of the document; a quoted one is not.
      const prose = proseOf(source, node.children, span);
      blocks.push({ kind: 'heading', level: node.depth, prose, span, nesting: quoted ? nesting : 0, quoted });
    } else if (node.type === 'paragraph') {
      pushAll(blocks, paragraphs(source, node, { span, nesting, quoted }, item));
    } else if (node.type === 'table') {
      blocks.push(table(source, node, { span, nesting, quoted }, spanOf));
    } else if (node.type === 'code') {
      blocks.push({ kind: 'code', text: node.value, span, nesting, quoted });
    } else if (node.type === 'html') {
      const kind = /^\s*<!--/.test(node.value) ? 'comment' : 'html';
      blocks.push({ kind, text: node.value, span, nesting, quoted });
    } else if (node.type === 'list') {
      const items = node.children.map((child): Waiting => {
        // As it is typed: Markdown itself counts on from a list's first number, whatever the others are.
        const typed = /^\d{1,9}/.exec(
          source.text.slice(child.position?.start.offset, (child.position?.start.offset ?? 0) + 9),
        );
        const number = node.ordered && typed ? Number(typed[0]) : undefined;
        return { node: child, nesting: nesting + 1, quoted, item: { number, checked: child.checked ?? undefined } };
      });
      pushAll(stack, items.reverse());
    } else if (node.type === 'listItem') {
      const [head, ...rest] = below(node, nesting + 1, quoted).reverse();
      pushAll(stack, rest.reverse());
      if (head?.node.type === 'paragraph') stack.push({ ...head, nesting, ...(item && { item }) });
      else {
        blocks.push(emptyItem({ span, nesting, quoted }, item));
        if (head) stack.push(head);
      }
    } else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') {
      pushAll(stack, below(node, nesting + 1, true));
    }
  }
  return blocks;
}

/** A spread would put every value on the call stack, and a document may have more than fit. */
function pushAll<T>(target: T[], values: readonly T[]): void {
  for (const value of values) target.push(value);
}

/** The children of a node, the last one first, as a stack wants them. */
function below(parent: { readonly children: readonly RootContent[] }, nesting: number, quoted: boolean): Waiting[] {
  return parent.children.map((node): Waiting => ({ node, nesting, quoted })).reverse();
}

function paragraphs(source: Source, node: MdastParagraph, placed: Placed, item: Waiting['item']): Block[] {
  const { span, nesting, quoted } = placed;
  return piecesOf(source, proseOf(source, node.children, span)).map(({ prose, lead }, index) => {
    const at = index === 0 ? { start: span.start, end: prose.span.end } : prose.span;
    if (item && index === 0) return { kind: 'item', prose, lead, ...item, span: at, nesting, quoted };
    return { kind: 'paragraph', prose, lead, span: at, nesting: item ? nesting + 1 : nesting, quoted };
  });
}

function emptyItem({ span, nesting, quoted }: Placed, item: Waiting['item']): Item {
  const at = { start: span.start, end: span.start };
  const prose = { text: '', span: at, runs: [] };
  return {
    kind: 'item',
    prose,
    lead: undefined,
    number: item?.number,
    checked: item?.checked,
    span: at,
    nesting,
    quoted,
  };
}

function table(source: Source, node: MdastTable, placed: Placed, spanOf: (node: Nodes) => Span): Table {
  const [head, ...body] = node.children.map((row) =>
    row.children.map((cell) => proseOf(source, cell.children, spanOf(cell))),
  );
  return { kind: 'table', columns: head ?? [], rows: body, ...placed };
}
