import type { Nodes, PhrasingContent } from 'mdast';
import { withoutQuotations } from '../text/quotation.ts';
import { countBefore } from '../text/sorted.ts';
import { type Source, spanAt } from '../text/source.ts';
import { joinSpans, type Span } from '../text/span.ts';

/**
 * A stretch of prose that stands in one piece in the source: either letter for letter, or as one thing that cannot be
 * divided, such as an entity. Then its span is longer than its text.
 */
export interface Run {
  /** Where it starts in the prose's text. */
  readonly from: number;
  readonly text: string;
  readonly span: Span;
  readonly style: 'plain' | 'emphasis' | 'code' | 'struck';
}

/** The words of a heading, paragraph, item or cell, without Markdown's marks, and where each stands. */
export interface Prose {
  readonly text: string;
  readonly span: Span;
  readonly runs: readonly Run[];
}

const styles: Readonly<Partial<Record<string, Run['style']>>> = {
  strong: 'emphasis',
  emphasis: 'emphasis',
  delete: 'struck',
};

interface Waiting {
  readonly node: Nodes;
  readonly style: Run['style'];
}

/** Reads the phrasing content of a block. HTML and comments are left out, an image is its description, a hard break is a line break. */
export function proseOf(source: Source, content: readonly PhrasingContent[], span: Span): Prose {
  const whole = plainRun(source, content, span);
  if (whole) return { text: whole.text, span, runs: [whole] };
  const runs: Run[] = [];
  const stack: Waiting[] = content.map((node): Waiting => ({ node, style: 'plain' })).reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, style } = next;
    const written = writtenText(node);
    if (written !== undefined) {
      const start = node.position?.start.offset ?? span.start.offset;
      const end = node.position?.end.offset ?? start;
      const kind = node.type === 'inlineCode' ? 'code' : style;
      for (const piece of piecesOf(source.text.slice(start, end), written)) {
        append(runs, piece.text, spanAt(source, start + piece.from, start + piece.to), kind);
      }
    } else if ('children' in node) {
      const inner = style === 'struck' ? style : (styles[node.type] ?? style);
      for (const child of [...node.children].reverse()) stack.push({ node: child, style: inner });
    }
  }
  return { text: runs.map((run) => run.text).join(''), span, runs };
}

/** The only run of a prose that is nothing but text, as it is written: of most items, and of the cells of long tables. */
function plainRun(source: Source, [only, second]: readonly PhrasingContent[], span: Span): Run | undefined {
  if (only?.type !== 'text' || second || only.value.includes('\r')) return undefined;
  const start = only.position?.start.offset ?? span.start.offset;
  const end = only.position?.end.offset ?? start;
  const { value: text } = only;
  if (end - start !== text.length || !source.text.startsWith(text, start)) return undefined;
  const isWhole = start === span.start.offset && end === span.end.offset;
  return { from: 0, text, span: isWhole ? span : spanAt(source, start, end), style: 'plain' };
}

function writtenText(node: Nodes): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode') return normaliseBreaks(node.value);
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'break' ? '\n' : undefined;
}

interface Piece {
  readonly text: string;
  /** Where it stands in what was written. */
  readonly from: number;
  readonly to: number;
}

/**
 * What was written and the text that was made of it run side by side, but for what Markdown takes out: escapes, entities,
 * the indentation of the next line, quotation marks. The text is cut where such characters are stepped over.
 */
function piecesOf(written: string, text: string): Piece[] {
  if (written === text) return [{ text, from: 0, to: written.length }];
  const pieces: Piece[] = [];
  let at = 0;
  let from = 0;
  let first = 0;
  const close = (index: number) => {
    if (index > first) pieces.push({ text: text.slice(first, index), from, to: from + index - first });
    first = index;
  };
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? '';
    if (written[at] === letter) {
      at += 1;
      continue;
    }
    close(index);
    if (letter === '\n' && written[at] === '\r') {
      const end = at + (written[at + 1] === '\n' ? 2 : 1);
      pieces.push({ text: letter, from: at, to: end });
      first = index + 1;
      from = end;
      at = end;
      continue;
    }
    const ahead = written.slice(at, at + longestSkip);
    const found = letter === '\n' ? ahead.search(/[\r\n]/) : ahead.indexOf(letter);
    from = at + Math.max(0, found);
    at = from + 1;
  }
  close(text.length);
  return pieces;
}

/** No mark of Markdown's own is longer; a letter that is not found so near was made of an entity. */
const longestSkip = 200;

/** Adds a run; one that goes on where the last one ended is joined to it, for the engines cut text differently. */
function append(runs: Run[], text: string, span: Span, style: Run['style']) {
  const last = runs.at(-1);
  const goesOn = last?.style === style && style !== 'code' && last.span.end.offset === span.start.offset;
  if (last && goesOn && isVerbatim(last) && isVerbatim({ text, span })) {
    runs[runs.length - 1] = { ...last, text: last.text + text, span: joinSpans(last.span, span) };
    return;
  }
  const from = last ? last.from + last.text.length : 0;
  runs.push({ from, text, span, style });
}

function isVerbatim({ text, span }: Pick<Run, 'text' | 'span'>): boolean {
  return span.end.offset - span.start.offset === text.length;
}

function normaliseBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether a cell is there, and has words. */
export function isFilled(cell: Prose | undefined): cell is Prose {
  return cell !== undefined && cell.text.trim() !== '';
}

/** Where the words of a prose stand, without the padding of a cell or the marks of a heading. */
export function textSpan({ runs, span }: Pick<Prose, 'runs' | 'span'>): Span {
  const first = runs[0];
  const last = runs.at(-1);
  return first && last ? joinSpans(first.span, last.span) : span;
}

/** Whether a stretch of the source, by its offsets there, gave no text: an HTML tag is such. */
export function isLeftOut({ runs }: Pick<Prose, 'runs'>, from: number, to: number): boolean {
  const next = runs[countBefore(runs, ({ span }) => span.end.offset <= from)];
  return !next || next.span.start.offset >= to;
}

/** The text with its code turned into spaces, so that every offset stays what it was. */
export function withoutCode({ runs, text: whole }: Prose): string {
  if (runs.every(({ style }) => style !== 'code')) return whole;
  return runs.map(({ style, text }) => (style === 'code' ? ' '.repeat(text.length) : text)).join('');
}

/** The text with its code and what stands in quotation marks turned into spaces: what the authors say in their own words. */
export function ownWords(prose: Prose): string {
  return withoutQuotations(withoutCode(prose));
}

/** The text without what is struck through, which its author took back. */
export function withoutStruck({ runs, text: whole }: Prose): string {
  if (runs.every(({ style }) => style !== 'struck')) return whole;
  return runs.map(({ style, text }) => (style === 'struck' ? ' ' : text)).join('');
}

/** The prose with its line breaks turned into spaces, so that every offset stays what it was. */
export function inOneLine(prose: Prose): Prose {
  const flat = (text: string) => text.replaceAll('\n', ' ');
  if (!prose.text.includes('\n')) return prose;
  return { ...prose, text: flat(prose.text), runs: prose.runs.map((run) => ({ ...run, text: flat(run.text) })) };
}

/** A part of a prose, by offsets in its text. */
export function sliceProse(source: Source, prose: Prose, start: number, end = prose.text.length): Prose {
  const runs: Run[] = [];
  for (let index = runAt(prose, start); index < prose.runs.length; index++) {
    const run = prose.runs[index];
    if (!run || run.from >= end) break;
    const from = Math.max(start, run.from);
    const to = Math.min(end, run.from + run.text.length);
    if (from >= to) continue;
    const text = run.text.slice(from - run.from, to - run.from);
    runs.push({ from: from - start, text, span: spanInRun(source, run, from, to), style: run.style });
  }
  const span = textSpan({ runs, span: spanIn(source, prose, start, end) });
  return { text: prose.text.slice(start, end), span, runs };
}

/** The index of the run that holds a character of the text; the number of runs when none does. */
function runAt({ runs }: Prose, offset: number): number {
  return countBefore(runs, ({ from, text }) => from + text.length <= offset);
}

/** Where the characters `start` to `end` of a prose's text stand in the source. */
export function spanIn(source: Source, prose: Prose, start: number, end: number): Span {
  const first = prose.runs[runAt(prose, start)];
  const last = prose.runs[runAt(prose, Math.max(start, end - 1))] ?? prose.runs.at(-1);
  if (!first || !last) return { start: prose.span.end, end: prose.span.end };
  const head = spanInRun(source, first, start, Math.max(start + 1, end)).start;
  const tail = spanInRun(source, last, Math.max(last.from, end - 1), end).end;
  return tail.offset < head.offset ? { start: head, end: head } : { start: head, end: tail };
}

function spanInRun(source: Source, run: Run, start: number, end: number): Span {
  if (!isVerbatim(run)) return run.span;
  const { offset } = run.span.start;
  return spanAt(source, offset + Math.max(0, start - run.from), offset + Math.min(end - run.from, run.text.length));
}
