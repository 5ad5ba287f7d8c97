import type { Finding } from '../finding/finding.ts';
import { withBreaks } from '../text/edits.ts';
import type { Extract } from '../text/extract.ts';
import { flatMapped } from '../text/lazy.ts';
import type { Point, Span } from '../text/span.ts';
import { printable } from './printable.ts';
import type { DocumentReport, Format } from './report.ts';
import { serialised } from './serialise.ts';

/** The diagnostic format of reviewdog, with the repairs as suggestions. */
export const rdjson: Format = ({ documents }) =>
  serialised({ source: { name: 'sla' }, diagnostics: flatMapped(documents, diagnosticsOf) });

function diagnosticsOf({ source, findings }: DocumentReport) {
  const columnOf = byteColumns(source);
  const adapt = withBreaks(source.lineBreak);
  const position = (point: Point) => ({ line: point.line, column: columnOf(point) });
  const range = ({ start, end }: Span) => ({ start: position(start), end: position(end) });
  const location = (at: Span) => ({ path: source.path, range: range(at) });
  return findings.map(({ text, help, severity, rule, at, related, fix }: Finding) => ({
    message: `${printable(text)} ${printable(help)}`,
    location: location(at),
    severity: severity.toUpperCase(),
    code: { value: rule },
    ...(fix && { suggestions: fix.edits.map((edit) => ({ range: range(edit.at), text: adapt(edit.text) })) }),
    ...(related.length > 0 && {
      related_locations: related.map((one) => ({ message: printable(one.text), location: location(one.at) })),
    }),
  }));
}

/** How many code units there are between two marks. */
const step = 1024;

/** Reviewdog counts columns in the bytes of UTF-8. */
function byteColumns({ lines }: Extract): (point: Point) => number {
  const counters = new Map<number, (column: number) => number>();
  return ({ line, column }) => {
    const counter = counters.get(line) ?? byteCounter(lines[line] ?? '');
    counters.set(line, counter);
    return 1 + counter(column - 1);
  };
}

/**
 * How many bytes the first so many code units of a line have. They are counted once, with a mark at every step, for one line
 * may be as long as the document and hold thousands of findings.
 */
function byteCounter(text: string): (length: number) => number {
  const marks = [0];
  for (let from = 0; from < text.length; from += step)
    marks.push((marks.at(-1) ?? 0) + bytesIn(text, from, from + step));
  return (length) => {
    const passed = Math.floor(Math.min(length, text.length) / step);
    return (marks[passed] ?? 0) + bytesIn(text, passed * step, length);
  };
}

/** The bytes of a stretch of a text. Each half of a letter beyond 16 bits counts for two of its four. */
function bytesIn(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let index = from; index < to && index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}
