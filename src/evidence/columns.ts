import { textSpan } from '../document/prose.ts';
import type { Column } from '../framework/framework.ts';
import { enumerated } from '../text/enumeration.ts';
import { oneLine } from '../text/shorten.ts';
import { joinSpans } from '../text/span.ts';
import type { MissingColumn } from './schema.ts';

/** What a table lacks, as a message tells it. */
export interface Unnamed {
  /** The names of the columns: “Outcomes”. */
  readonly columns: string;
  /** What each of them may be called. */
  readonly names: string;
  /** A sentence on the headings that are not known; the empty text where all are. */
  readonly strangers: string;
}

export function unnamedColumns({ columns, names, strangers }: Unnamed) {
  const text = `No column of this table is known as ${columns}.`;
  return { text, help: strangers === '' ? `Add a column ${names}.` : `Call it ${names}. ${strangers}` };
}

/** The columns that one table lacks, and the place of its headings. */
export function unnamedIn(missing: readonly [MissingColumn, ...MissingColumn[]]) {
  const [{ table, strangers, requirement, violation }] = missing;
  const unknown = strangers.map(({ text }) => oneLine(text).trim());
  const data: Unnamed = {
    columns: enumerated(
      missing.map(({ column }) => column.title),
      'or',
    ),
    names: missing.map(({ column }) => namesOf(column)).join(', and another one '),
    strangers: unknown.length === 0 ? '' : `${enumerated(unknown)} ${unknown.length > 1 ? 'are' : 'is'} not known.`,
  };
  const [first, last] = [table.columns[0], table.columns.at(-1)];
  const at = first && last ? joinSpans(textSpan(first), textSpan(last)) : table.span;
  return { data, at, requirement, schema: violation.schema };
}

/** The title of a column, and two of its other names. */
function namesOf({ title, names }: Column): string {
  const own = title.toLowerCase();
  const others = names.filter((name) => name !== own).slice(0, 2);
  const written = others.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return enumerated([title, ...written], 'or');
}
