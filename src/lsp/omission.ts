import { entryOf } from '../data/node.ts';
import type { Document } from '../document/document.ts';
import { type Edit, insertionAt } from '../text/edits.ts';
import { placeholderOf } from '../text/placeholder.ts';
import { lineText, pointAt, type Source } from '../text/source.ts';

/** Leaves a section out in the front matter, with a placeholder for the reason; undefined where there is no place for it. */
export function omissionOf({ source, frontMatter }: Document, id: string): Edit | undefined {
  if (frontMatter.state !== 'present') return undefined;
  const entry = entryOf(frontMatter.root, 'omitted');
  const line = (indent: string) => `${indent}${id}: ${placeholderOf('why this agreement does not need it')}\n`;
  if (!entry) {
    const closing = source.lineStarts[frontMatter.span.end.line - 1] ?? frontMatter.span.end.offset;
    return insertionAt(source, closing, `omitted:\n${line('  ')}`);
  }
  const { value, keySpan } = entry;
  if (value.kind === 'scalar' && value.value === null)
    return insertionAt(source, below(source, keySpan.end.line), line('  '));
  const [first] = value.kind === 'map' ? value.entries : [];
  const last = value.kind === 'map' ? value.entries.at(-1) : undefined;
  // A map in braces, on the line of its key, is left to its author.
  if (!first || !last || first.keySpan.start.line === keySpan.start.line) return undefined;
  const indent = lineText(source, first.keySpan.start.line).slice(0, first.keySpan.start.column - 1);
  return insertionAt(source, below(source, lastLine(source, last.value.span.end.offset)), line(indent));
}

/** The line of the last character before an offset: the span of a long text may end at the start of the next line. */
function lastLine(source: Source, offset: number): number {
  const end = source.text.slice(0, offset).trimEnd().length;
  return pointAt(source, end).line;
}

/** Where the line below another one starts. */
function below(source: Source, line: number): number {
  return source.lineStarts[line] ?? source.text.length;
}
