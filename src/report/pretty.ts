import { Chalk, type ChalkInstance } from 'chalk';
import type { Finding } from '../finding/finding.ts';
import type { Coverage } from '../finding/verdict.ts';
import type { Extract } from '../text/extract.ts';
import type { Span } from '../text/span.ts';
import { pad, widthIn, wrapped } from './columns.ts';
import { excerptOf } from './excerpt.ts';
import { printable } from './printable.ts';
import { type DocumentReport, type Format, type Report, totalsOf } from './report.ts';

interface Page {
  readonly paint: ChalkInstance;
  readonly width: number;
  /** The address of a document; undefined where it is not to be linked. */
  readonly addressOf: (path: string) => string | undefined;
  /** The folder with the pages of the rules; undefined where they are not to be linked. */
  readonly docs: string | undefined;
}

/** For people at a terminal: every finding with the line that it is about, why it matters and what to do. */
export const pretty: Format = function* (report, { color, width, addressOf }) {
  const page = {
    paint: new Chalk({ level: color ? 1 : 0 }),
    width: Math.min(Math.max(width, 40), 100),
    addressOf: addressOf ?? (() => undefined),
    docs: addressOf && report.tool.docs,
  };
  for (const document of report.documents) {
    const part = documentPart(page, document, report.summary.documents === 1);
    if (part) yield `${part}\n`;
  }
  yield `${closing(page, report)}\n`;
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

function findingPart(page: Page, source: Extract, finding: Finding): string {
  const { paint, docs } = page;
  const { at, severity, rule, text, why, help, related } = finding;
  const name = severity === 'error' ? paint.red.bold(severity) : paint.yellow.bold(severity);
  const lines = [
    `${documentName(page, source, `:${at.start.line}:${at.start.column}`)}  ${name}  ${paint.dim(linked(rule, docs && `${docs}/${rule}.md`))}`,
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
  return `${documentName(page, source)}  ${page.paint.blue.bold('info')}\n${lines.join('\n')}\n`;
}

function coveragePart(page: Page, { source, coverage, framework, status }: DocumentReport): string {
  const room = Math.max(...coverage.map(({ title }) => widthIn(printable(title))));
  const lines = coverage.flatMap((one) => {
    if (one.state === 'absent' && !one.wanted) return [];
    const mark = isBare(one) ? page.paint.yellow('-') : page.paint.green('✓');
    return paragraph(page, `  ${mark} ${pad(printable(one.title), room)}  `, printable(standing(one)));
  });
  return `${documentName(page, source)}  ${printable(framework ?? '')}, ${status}\n${lines.join('\n')}\n`;
}

/** Whether there is nothing of what is asked for, be it that a section is there or not. */
function isBare({ state, written, asked }: Coverage): boolean {
  return state === 'absent' || (state === 'written' && asked > 0 && written === 0);
}

function standing({ state, reason, written, asked }: Coverage): string {
  if (state === 'absent') return 'missing';
  if (state === 'omitted') return reason ? `left out: ${reason}` : 'left out';
  return asked === 0 ? 'written' : `${written} of ${asked} components`;
}

function closing({ paint }: Page, report: Report): string {
  return `${report.failed ? paint.red('✗') : paint.green('✓')} ${totalsOf(report)}`;
}

function documentName(page: Page, source: Extract, place = ''): string {
  return page.paint.bold(linked(`${printable(source.path)}${place}`, page.addressOf(source.path)));
}

/** The line that a span starts in, cut to the page, with the span marked below it. */
function frame({ paint, width }: Page, source: Extract, { start, end }: Span): string[] {
  const gutter = String(start.line);
  const blank = ' '.repeat(gutter.length);
  const line = source.lines[start.line] ?? '';
  const last = end.line === start.line ? end.column - 1 : line.length;
  const { text, indent, marks } = excerptOf(line, start.column - 1, last, width - gutter.length - 6);
  const bar = paint.dim('│');
  return [
    '',
    `  ${paint.dim(gutter)} ${bar} ${text}`,
    `  ${blank} ${bar} ${' '.repeat(indent)}${paint.cyan('^'.repeat(marks))}`,
    '',
  ];
}

/** A text wrapped to the page, with a lead before its first line and the same indentation before the others. */
function paragraph({ width }: Page, lead: string, text: string): string[] {
  const indent = ' '.repeat(widthIn(lead));
  return wrapped(text, width - indent.length).map((line, index) => (index === 0 ? lead : indent) + line);
}

/** A text that leads to an address, where the terminal shows such links (OSC 8). */
function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `\u001b]8;;${address}\u0007${text}\u001b]8;;\u0007`;
}
