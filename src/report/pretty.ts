import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Finding } from '../finding/finding.ts';
import type { Coverage } from '../finding/verdict.ts';
import type { Excerpt } from '../text/excerpt.ts';
import type { Span } from '../text/span.ts';
import { printable } from './printable.ts';
import { type DocumentReport, type Format, type Report, totalsOf } from './report.ts';

interface Page {
  readonly paint: ChalkInstance;
  readonly width: number;
}

/** For people at a terminal: every finding with the line that it is about, why it matters and what to do. */
export const pretty: Format = (report, { color, width }) => {
  const page = {
    paint: new Chalk({ level: color ? 1 : 0 }),
    width: Math.min(Math.max(width, 40), 100),
  };
  const parts = report.documents.map((document) => documentPart(page, document, report.documents.length === 1));
  return `${[...parts.filter(Boolean), closing(page, report)].join('\n')}\n`;
};

function documentPart(page: Page, document: DocumentReport, alone: boolean): string {
  const { findings, coverage } = document;
  const loud = findings.filter((finding) => finding.severity !== 'info');
  const notes = findings.filter((finding) => finding.severity === 'info');
  const parts = loud.map((finding) => findingPart(page, document.source, finding));
  if (notes.length > 0) parts.push(notesPart(page, document, notes));
  if (alone && loud.length === 0 && coverage.length > 0) parts.push(coveragePart(page, document));
  return parts.join('\n');
}

function findingPart(page: Page, source: Excerpt, finding: Finding): string {
  const { paint } = page;
  const { at, severity, rule, text, why, help, related } = finding;
  const name = severity === 'error' ? paint.red.bold(severity) : paint.yellow.bold(severity);
  const lines = [
    `${paint.bold(placeIn(source, at))}  ${name}  ${paint.dim(rule)}`,
    ...paragraph(page, '  ', printable(text)),
    ...frame(page, source, at),
    ...related.flatMap((other) => [
      ...paragraph(page, '  ', `${printable(other.text)}: line ${other.at.start.line}`),
      ...frame(page, source, other.at),
    ]),
    ...paragraph(page, `  ${paint.dim('Why:')} `, printable(why)),
    ...paragraph(page, `  ${paint.dim('Do:')}  `, printable(help)),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is worth knowing takes one line each: there may be many, and none of them makes the check fail. */
function notesPart(page: Page, { source }: DocumentReport, notes: readonly Finding[]): string {
  const places = notes.map(({ at }) => `${at.start.line}:${at.start.column}`);
  const room = places.reduce((most, place) => Math.max(most, place.length), 0);
  const lines = notes.flatMap(({ text }, index) =>
    paragraph(page, `  ${page.paint.dim((places[index] ?? '').padStart(room))}  `, printable(text)),
  );
  return `${page.paint.bold(printable(source.path))}  ${page.paint.blue.bold('info')}\n${lines.join('\n')}\n`;
}

function coveragePart(page: Page, { source, coverage, framework, status }: DocumentReport): string {
  const room = Math.max(...coverage.map(({ title }) => widthIn(printable(title))));
  const lines = coverage.flatMap((one) => {
    if (one.state === 'absent' && !one.wanted) return [];
    const mark = one.state === 'absent' ? page.paint.yellow('-') : page.paint.green('✓');
    return paragraph(page, `  ${mark} ${pad(printable(one.title), room)}  `, printable(standing(one)));
  });
  return `${page.paint.bold(printable(source.path))}  ${printable(framework ?? '')}, ${status}\n${lines.join('\n')}\n`;
}

function standing({ state, reason, written, asked }: Coverage): string {
  if (state === 'absent') return 'missing';
  if (state === 'omitted') return reason ? `left out: ${reason}` : 'left out';
  return asked === 0 ? 'written' : `${written} of ${asked} components`;
}

function closing({ paint }: Page, report: Report): string {
  return `${report.failed ? paint.red('✗') : paint.green('✓')} ${totalsOf(report)}`;
}

function placeIn(source: Excerpt, { start }: Span): string {
  return `${printable(source.path)}:${start.line}:${start.column}`;
}

/** The line that a span starts in, cut to the page, with the span marked below it. */
function frame({ paint, width }: Page, source: Excerpt, { start, end }: Span): string[] {
  const gutter = String(start.line);
  const blank = ' '.repeat(gutter.length);
  const room = width - gutter.length - 6;
  const line = source.lines[start.line] ?? '';
  const from = start.column > room - 10 ? start.column - 11 : 0;
  // No more of a line is looked at than can be shown: one line may be as long as a document.
  const window = line.slice(from, from + 4 * room);
  const head = printable(window.slice(0, start.column - 1 - from));
  const last = end.line === start.line ? end.column - 1 : line.length;
  const marked = printable(window.slice(start.column - 1 - from, Math.max(last, start.column) - from));
  const shown = clip(printable(window), room, from + window.length < line.length);
  const marks = Math.max(1, Math.min(widthIn(marked), room - widthIn(head)));
  const bar = paint.dim('│');
  return [
    '',
    `  ${paint.dim(gutter)} ${bar} ${shown}`,
    `  ${blank} ${bar} ${' '.repeat(widthIn(head))}${paint.cyan('^'.repeat(marks))}`,
    '',
  ];
}

function clip(text: string, room: number, goesOn: boolean): string {
  if (widthIn(text) <= room) return goesOn ? `${text}…` : text;
  let width = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    width += widthIn(segment);
    if (width >= room) break;
    kept += segment;
  }
  return `${kept}…`;
}

const narrow = /^[\x20-\x7e“”‘’–—…£·›‹]*$/;

/** The columns that a text takes; most texts have one for each letter. */
function widthIn(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

function pad(text: string, room: number): string {
  return text + ' '.repeat(room - widthIn(text));
}

/** A text wrapped to the page, with a lead before its first line and the same indentation before the others. */
function paragraph({ width }: Page, lead: string, text: string): string[] {
  const indent = ' '.repeat(stringWidth(lead));
  const room = width - indent.length;
  const lines = wrapped(text, room);
  return lines.map((line, index) => (index === 0 ? lead : indent) + line);
}

/** Lines of at most `room` columns. Most texts need no library to count their letters. */
function wrapped(text: string, room: number): string[] {
  if (!narrow.test(text)) return wrapAnsi(text, room, { hard: true }).split('\n');
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    for (; line.length > room; line = line.slice(room)) lines.push(line.slice(0, room));
  }
  return [...lines, line];
}
