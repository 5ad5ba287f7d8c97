import { lineBreakOf } from './edits.ts';
import { lineText, type Source } from './source.ts';
import type { Span } from './span.ts';

/** What a report shows of a text: no more than the lines that it speaks of, for a run may hold many documents. */
export interface Extract {
  /** As the user would write it: relative, with forward slashes. */
  readonly path: string;
  readonly lineBreak: string;
  /** By their numbers, without their endings. */
  readonly lines: Readonly<Record<number, string>>;
}

/** The lines at which some spans start and end. */
export function extractOf(source: Source, spans: readonly Span[]): Extract {
  const numbers = new Set(spans.flatMap(({ start, end }) => [start.line, end.line]));
  const lines = Object.fromEntries([...numbers].map((line) => [line, lineText(source, line)]));
  return { path: source.path, lineBreak: lineBreakOf(source.text), lines };
}
