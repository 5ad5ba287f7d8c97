import type { Nodes, PhrasingContent } from 'mdast';
import { type Source, spanAt } from '../text/source.ts';
import { joinSpans, type Span } from '../text/span.ts';

/** A stretch of prose that stands in one piece in the source. */
export interface Run {
  /** Where it starts in the prose's text. */
  readonly from: number;
  readonly text: string;
  readonly span: Span;
  readonly style: 'plain' | 'emphasis' | 'code';
}

/** The words of a heading, paragraph, item or cell, without Markdown's marks, and where each stands. */
export interface Prose {
  readonly text: string;
  readonly span: Span;
  readonly runs: readonly Run[];
}

interface Waiting {
  readonly node: Nodes;
  readonly style: Run['style'];
}

/** Reads the phrasing content of a block. HTML and comments are left out, an image is its description, a hard break is a line break. */
export function proseOf(source: Source, content: readonly PhrasingContent[], span: Span): Prose {
  const runs: Run[] = [];
  const stack: Waiting[] = content.map((node): Waiting => ({ node, style: 'plain' })).reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, style } = next;
    const written = writtenText(node);
    if (written !== undefined) {
      const start = node.position?.start.offset ?? span.start.offset;
      const end = node.position?.end.offset ?? start;
      append(runs, written, spanAt(source, start, end), node.type === 'inlineCode' ? 'code' : style);
    } else if ('children' in node) {
      const inner = node.type === 'strong' || node.type === 'emphasis' ? 'emphasis' : style;
      for (const child of [...node.children].reverse()) stack.push({ node: child, style: inner });
    }
  }
  return { text: runs.map((run) => run.text).join(''), span, runs };
}

function writtenText(node: Nodes): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode') return normaliseBreaks(node.value);
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'break' ? '\n' : undefined;
}

/** Adds a run; one that goes on where the last one ended is joined to it, for the engines cut text differently. */
function append(runs: Run[], text: string, span: Span, style: Run['style']) {
  const last = runs.at(-1);
  if (last?.style === style && style !== 'code' && last.span.end.offset === span.start.offset) {
    runs[runs.length - 1] = { ...last, text: last.text + text, span: joinSpans(last.span, span) };
    return;
  }
  const from = last ? last.from + last.text.length : 0;
  runs.push({ from, text, span, style });
}

function normaliseBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Where the words of a prose stand, without the padding of a cell or the marks of a heading. */
export function textSpan({ runs, span }: Prose): Span {
  const first = runs[0];
  const last = runs.at(-1);
  return first && last ? joinSpans(first.span, last.span) : span;
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
  const first = runs[0];
  const last = runs.at(-1);
  const span = first && last ? { start: first.span.start, end: last.span.end } : spanIn(source, prose, start, end);
  return { text: prose.text.slice(start, end), span, runs };
}

/** The index of the run that holds a character of the text; the number of runs when none does. */
function runAt({ runs }: Prose, offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.from + run.text.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
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

/**
 * Source and text run side by side, but for what Markdown takes out of the text: escapes, entities, the indentation
 * of the next line, quotation marks. Those characters of the source are stepped over.
 */
function spanInRun(source: Source, run: Run, start: number, end: number): Span {
  const { offset: from } = run.span.start;
  const written = source.text.slice(from, run.span.end.offset);
  if (written === run.text)
    return spanAt(source, from + start - run.from, from + Math.min(end - run.from, written.length));
  let at = 0;
  let first: number | undefined;
  let last = 0;
  for (let index = 0; index < run.text.length && run.from + index < end; index++) {
    const wanted = run.text[index];
    const found = wanted === '\n' ? nextBreak(written, at) : written.indexOf(wanted ?? '', at);
    if (found >= 0) at = found;
    if (run.from + index >= start) {
      first ??= at;
      last = at + 1;
    }
    at += 1;
  }
  return spanAt(source, from + (first ?? 0), from + Math.min(Math.max(last, first ?? 0), written.length));
}

function nextBreak(text: string, from: number): number {
  const found = text.slice(from).search(/[\r\n]/);
  return found < 0 ? -1 : from + found;
}
