import type { JsonObject } from '../data/json.ts';
import type { Block, Table } from '../document/blocks.ts';
import { isFilled, type Prose } from '../document/prose.ts';
import type { Column, Requirement } from '../framework/framework.ts';
import { oneLine } from '../text/shorten.ts';
import { joinSpans } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import type { Row } from './binding.ts';
import { isNamed } from './sections.ts';

/**
 * The rows of a component's table. Where the framework names columns, every table that has two of them counts, for an
 * author may divide a long one; else those with one, else the first. A budget, too, may have an owner.
 */
export function rowsIn({ columns }: Requirement, blocks: readonly Block[]): Row[] {
  const tables = blocks.filter((block) => block.kind === 'table');
  const counts = tables.map((table) => columnCount({ columns }, table));
  const least = Math.min(2, Math.max(1, ...counts));
  const known = tables.filter((_table, index) => (counts[index] ?? 0) >= least);
  return (known.length > 0 ? known : tables.slice(0, 1)).flatMap((table) => rowsOf(columns, table));
}

/** How many columns of a table the framework knows. */
export function columnCount({ columns }: Pick<Requirement, 'columns'>, table: Table): number {
  return table.columns.filter(({ text }) => columnOf(columns, text) !== undefined).length;
}

/** The keys of the columns that a table has, and the headings that are no column of the framework's. */
export function columnsIn({ columns }: Pick<Requirement, 'columns'>, table: Table) {
  const isKnown = ({ text }: Prose) => columnOf(columns, text) !== undefined;
  return {
    known: new Set(keysOf(columns, table)),
    strangers: table.columns.filter((cell) => isFilled(cell) && !isKnown(cell)),
  };
}

/** A row is keyed by the framework's columns; a column that it does not name by its heading in kebab-case. */
function rowsOf(columns: readonly Column[], table: Table): Row[] {
  const keys = keysOf(columns, table);
  const isGrouped = table.rows.slice(0, -1).some((row) => isGroup(row, table.columns));
  return table.rows.flatMap((row, index): Row[] => {
    const filled = row.flatMap((cell, column): [string, Prose][] =>
      isFilled(cell) ? [[keys[column] ?? `column-${column + 1}`, cell]] : [],
    );
    const [first, last] = [row[0], row.at(-1)];
    const mayDivide = isGrouped || index < table.rows.length - 1;
    if (!first || !last || filled.length === 0 || isDivider(row, table.columns, mayDivide)) return [];
    const cells = Object.fromEntries(filled);
    return [{ at: joinSpans(first.span, last.span), cells, value: textsIn(cells) }];
  });
}

/** A heading that may name two columns names the one that none before it names: “SLO” beside “SLI” is a target. */
function keysOf(columns: readonly Column[], table: Table): string[] {
  const taken = new Set<string>();
  return table.columns.map(({ text }, index) => {
    const named = columns.filter((one) => isNamed(one, text));
    const column = named.find(({ id }) => !taken.has(id)) ?? named[0];
    if (column) taken.add(column.id);
    return column?.id ?? (comparableTitle(text).replaceAll(' ', '-') || `column-${index + 1}`);
  });
}

/**
 * Whether a row only divides the table or sums it up: “**Priority 1: access** | | |”, “Phase two | | |”, the same words in
 * every cell, as where cells were joined, or “Total | | £4,000”. The last row divides nothing, unless others divide the table.
 */
function isDivider(cells: readonly Prose[], columns: readonly Prose[], mayDivide: boolean): boolean {
  const [first, ...others] = cells.filter(isFilled);
  if (!first || columns.length < 3) return false;
  if (sum.test(first.text)) return true;
  const isSame = others.length === columns.length - 1 && others.every(({ text }) => text.trim() === first.text.trim());
  if (isSame || others.length > 0) return isSame && wordy.test(first.text);
  const isInBold = first.runs.every(({ style, text }) => style === 'emphasis' || text.trim() === '');
  if (note.test(first.text) || (isInBold && first === cells[0])) return true;
  return mayDivide && isGroup(cells, columns);
}

/** Whether a row with words in one cell alone heads those below it. */
function isGroup(cells: readonly Prose[], columns: readonly Prose[]): boolean {
  const [first, ...others] = cells.filter(isFilled);
  if (!first || others.length > 0) return false;
  // Words below “Number” are no number.
  const isNoNumber = first === cells[0] && numbered.test(columns[0]?.text ?? '') && wordy.test(first.text);
  return isNoNumber || group.test(first.text);
}

const sum = /^\W*(?:grand |sub-?\s?|overall )?totals?\W*$/i;
const note = /^\W*notes?\s?:/i;
const wordy = /\p{L}{3}/u;
const numbered = /^\W*(?:numbers?|num|nr|nos?|refs?|references?)\W*$|^\s*#\s*$/i;
const group =
  /^\W*(?:phase|stage|part|theme|strand|workstream|work package|objective|priority|area|group|category|section|year|quarter|q[1-4])\b|:\s*$/i;

function columnOf(columns: readonly Column[], heading: string): Column | undefined {
  return columns.find((one) => isNamed(one, heading));
}

function textsIn(cells: Row['cells']): JsonObject {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, oneLine(cell.text).trim()]));
}
