import { type Source, spanAt } from './source.ts';
import type { Span } from './span.ts';

/** One change of a text: the stretch `at` becomes `text`. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** Puts words in before an offset. */
export function insertionAt(source: Source, offset: number, text: string): Edit {
  return { at: spanAt(source, offset, offset), text };
}

/** Whether no edit touches a stretch that another one changes; two insertions at one place are taken to touch. */
export function areApart(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.at.start.offset - b.at.start.offset);
  return sorted.every((edit, index) => {
    const before = sorted[index - 1];
    if (!before) return true;
    const { start } = edit.at;
    return before.at.end.offset <= start.offset && before.at.start.offset < start.offset;
  });
}

/** Applies edits that are apart. Line breaks in them become those of the text; all else stays byte for byte. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const adapt = withBreaks(lineBreakOf(text));
  let result = '';
  let from = 0;
  for (const { at, text: replacement } of [...edits].sort((a, b) => a.at.start.offset - b.at.start.offset)) {
    result += text.slice(from, at.start.offset) + adapt(replacement);
    from = at.end.offset;
  }
  return result + text.slice(from);
}

/** How the lines of a text end: as its first one does. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Gives the texts of edits the line breaks of the text that they are for. */
export function withBreaks(lineBreak: string): (replacement: string) => string {
  return (replacement) => replacement.replace(/\r\n|\n|\r/g, lineBreak);
}
