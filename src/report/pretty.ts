import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Finding } from '../finding/finding.ts';
import type { Coverage } from '../finding/verdict.ts';
import { lineText, type Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { printable } from './printable.ts';
import { counted, type DocumentReport, type Format, type Report, summaryOf } from './report.ts';

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

function findingPart(page: Page, source: Source, finding: Finding): string {
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
  const room = Math.max(...places.map((place) => place.length));
  const lines = notes.flatMap(({ text }, index) =>
    paragraph(page, `  ${page.paint.dim((places[index] ?? '').padStart(room))}  `, printable(text)),
  );
  return `${page.paint.bold(printable(source.path))}  ${page.paint.blue.bold('info')}\n${lines.join('\n')}\n`;
}

function coveragePart(page: Page, { source, coverage, framework, status }: DocumentReport): string {
  const room = Math.max(...coverage.map(({ title }) => stringWidth(title)));
  const lines = coverage.flatMap((one) => {
    const mark = one.state === 'absent' ? page.paint.yellow('-') : page.paint.green('✓');
    return paragraph(page, `  ${mark} ${pad(one.title, room)}  `, printable(standing(one)));
  });
  return `${page.paint.bold(printable(source.path))}  ${framework}, ${status}\n${lines.join('\n')}\n`;
}

function standing({ state, reason, written, asked }: Coverage): string {
  if (state === 'absent') return 'missing';
  if (state === 'omitted') return `left out: ${reason}`;
  return asked === 0 ? 'written' : `${written} of ${asked} components`;
}

function closing({ paint }: Page, report: Report): string {
  const { documents, passedOver, error, warning, info } = summaryOf(report);
  const mark = error > 0 ? paint.red('✗') : paint.green('✓');
  const found = [counted(error, 'error'), counted(warning, 'warning'), `${info === 0 ? 'no' : info} info`].join(', ');
  const skipped =
    passedOver > 0 ? ` ${counted(passedOver, 'other Markdown file')} passed over: no framework named.` : '';
  return `${mark} ${counted(documents, 'document')} checked: ${found}.${skipped}`;
}

function placeIn(source: Source, { start }: Span): string {
  return `${printable(source.path)}:${start.line}:${start.column}`;
}

/** The line that a span starts in, cut to the page, with the span marked below it. */
function frame({ paint, width }: Page, source: Source, { start, end }: Span): string[] {
  const gutter = String(start.line);
  const blank = ' '.repeat(gutter.length);
  const line = lineText(source, start.line);
  const room = width - gutter.length - 6;
  const from = start.column > room - 10 ? start.column - 11 : 0;
  const head = printable(line.slice(from, start.column - 1));
  const last = end.line === start.line ? end.column - 1 : line.length;
  const marked = printable(line.slice(start.column - 1, Math.max(last, start.column)));
  const shown = clip(printable(line.slice(from)), room);
  const marks = Math.max(1, Math.min(stringWidth(marked), room - stringWidth(head)));
  const bar = paint.dim('│');
  return [
    '',
    `  ${paint.dim(gutter)} ${bar} ${shown}`,
    `  ${blank} ${bar} ${' '.repeat(stringWidth(head))}${paint.cyan('^'.repeat(marks))}`,
    '',
  ];
}

function clip(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  const segments = [...new Intl.Segmenter('en').segment(text)].map((one) => one.segment);
  let width = 0;
  const kept = segments.filter((segment) => {
    width += stringWidth(segment);
    return width < room;
  });
  return `${kept.join('')}…`;
}

function pad(text: string, room: number): string {
  return text + ' '.repeat(room - stringWidth(text));
}

/** A text wrapped to the page, with a lead before its first line and the same indentation before the others. */
function paragraph({ width }: Page, lead: string, text: string): string[] {
  const indent = ' '.repeat(stringWidth(lead));
  const lines = wrapAnsi(text, width - indent.length, { hard: true }).split('\n');
  return lines.map((line, index) => (index === 0 ? lead : indent) + line);
}
