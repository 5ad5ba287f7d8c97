import { type Block, labelledRows, type Table } from '../document/blocks.ts';
import type { Requirement } from '../framework/framework.ts';
import { comparableTitle } from '../text/title.ts';

const ofDocument =
  /^(?:document )?(?:version|issue|edition|author|reference|classification|title|status)(?: (?:number|no))?$/;

/**
 * Whether some blocks are nothing but tables on the document itself, its versions and who wrote them, without a word on
 * what a section asks: such a table is no “Term and review”, whatever stands above it, but one with the day of the next
 * review is.
 */
export function isDocumentControl(blocks: readonly Block[], { children }: Requirement): boolean {
  if (!blocks.every(({ kind }) => kind === 'table' || kind === 'comment')) return false;
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  const columns = tables.flatMap((table) => table.columns.map(({ text }) => comparableTitle(text)));
  const rows = tables.flatMap((table) => labelledRows(table).map(([label]) => comparableTitle(label.text)));
  if (![...columns, ...rows].some((one) => ofDocument.test(one))) return false;
  const names = (wanted: readonly Requirement[]) => new Set(wanted.flatMap((one) => one.names));
  const [parts, stated] = [names(children), names(children.filter((one) => one.states !== undefined))];
  return !rows.some((one) => parts.has(one)) && !columns.some((one) => stated.has(one));
}
