import { lineSpan, type Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import { type Prose, spanIn, textSpan } from './prose.ts';

/** A table as converters draw it where they are not told to write Markdown's own: with a frame, or with dashes below its head. */
export interface DrawnTable {
  readonly drawn: 'frame' | 'dashes';
  readonly at: Span;
}

/** The tables that Markdown does not read as such, outside quotations, in the order of the text. */
export function drawnTablesOf(source: Source, blocks: readonly Block[]): DrawnTable[] {
  return blocks.flatMap((block, index): DrawnTable[] => {
    if (block.quoted) return [];
    const framed = 'prose' in block ? frameIn(source, block.prose) : undefined;
    if (framed) return [{ drawn: 'frame', at: framed }];
    // Words that start far enough to the right are code to Markdown.
    const mayStand = block.kind === 'paragraph' || block.kind === 'code';
    if (!mayStand || !isAboveDashes(source, block, blocks[index + 1])) return [];
    return [{ drawn: 'dashes', at: block.kind === 'paragraph' ? textSpan(block.prose) : block.span }];
  });
}

const border = /^\+[-=:+]{4,}\+$/;

/** From the first line such as `+---+---+` to the last, where nothing but rows stands between them. */
function frameIn(source: Source, prose: Prose): Span | undefined {
  if (!prose.text.includes('+--')) return undefined;
  const lines = prose.text.split('\n').map((line) => line.trim());
  const isBorder = (line: string) => border.test(line) && /[-=:]\+[-=:]/.test(line);
  const [first, last] = [lines.findIndex(isBorder), lines.findLastIndex(isBorder)];
  if (last <= first || !lines.slice(first, last).every((line) => /^[|+]/.test(line))) return undefined;
  const starts = [0, ...[...prose.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return spanIn(source, prose, starts[first] ?? 0, (starts[last + 1] ?? prose.text.length + 1) - 1);
}

/** Whether a line of dashes below a block, with another block or the same line around it, parts their words into columns. */
function isAboveDashes(source: Source, block: Block, next: Block | undefined): boolean {
  const { start, end } = block.span;
  const columns = columnsOf(lineAt(source, end.line + 1));
  if (columns.length < 2 || !isParted(lineAt(source, end.line), columns)) return false;
  const above = lineAt(source, start.line - 1).trimEnd();
  if (above !== '' && above === lineAt(source, end.line + 1).trimEnd()) return true;
  return next?.span.start.line === end.line + 2 && isParted(lineAt(source, end.line + 2), columns);
}

function lineAt(source: Source, line: number): string {
  const { start, end } = lineSpan(source, line);
  return source.text.slice(start.offset, end.offset);
}

/** Where the columns below dashes start and end; none where a line holds anything but dashes and spaces. */
function columnsOf(line: string): readonly (readonly [from: number, to: number])[] {
  if (!/^[- ]+$/.test(line)) return [];
  const groups = [...line.matchAll(/-+/g)].map(({ 0: { length }, index }) => [index, index + length] as const);
  return groups.every(([from, to]) => to - from >= 3) ? groups : [];
}

/** Whether words stand in two columns or more and nowhere else. */
function isParted(line: string, columns: readonly (readonly [from: number, to: number])[]): boolean {
  const filled = columns.filter(([from, to]) => line.slice(from, to).trim() !== '');
  const outside = columns.map(([from], index) => line.slice(columns[index - 1]?.[1] ?? 0, from)).join('');
  return filled.length >= 2 && outside.trim() === '' && line.slice(columns.at(-1)?.[1]).trim() === '';
}
