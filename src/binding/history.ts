import { type Json, property } from '../data/json.ts';
import type { Table } from '../document/blocks.ts';
import { textSpan } from '../document/prose.ts';
import { findDate, isIsoDate } from '../text/date.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { compareVersions } from '../text/version.ts';
import { type Binding, placeOf } from './binding.ts';
import { isHistory } from './passages.ts';

/** A version that a history names. */
export interface Edition {
  readonly version: string | undefined;
  /** As YYYY-MM-DD. */
  readonly day: string | undefined;
  /** Where its version stands, or its date where no version is named. */
  readonly at: Span;
  readonly dayAt: Span;
}

/** The histories of a document, each in its own order: that of the front matter, and tables of versions in the text. */
export function historiesOf(binding: Binding): readonly (readonly Edition[])[] {
  return [inFrontMatter(binding), ...inTables(binding)].filter((editions) => editions.length > 0);
}

function inFrontMatter(binding: Binding): Edition[] {
  const history = property(binding.frontMatter, 'history');
  return (Array.isArray(history) ? history : []).map((entry: Json, index): Edition => {
    const version = property(entry, 'version');
    const date = property(entry, 'date');
    const pointer = `/front-matter/history/${index}`;
    const dayAt = placeOf(binding, `${pointer}/date`);
    return {
      version: typeof version === 'string' || typeof version === 'number' ? String(version) : undefined,
      day: isIsoDate(date) ? date : undefined,
      at: version === undefined ? dayAt : placeOf(binding, `${pointer}/version`),
      dayAt,
    };
  });
}

/** A table of versions with their days: below a heading that says so, or before the first section and with a column for what changed. */
function inTables({ document: { blocks }, preamble }: Binding): Edition[][] {
  let heading = '';
  return blocks.flatMap((block, index): Edition[][] => {
    if (block.kind === 'heading') heading = block.prose.text;
    if (block.kind !== 'table' || block.quoted || !(isHistory(heading) || index < preamble.length)) return [];
    return [editionsIn(block, isHistory(heading))];
  });
}

const versions = /^(?:version|issue|edition|revision|rev|ver)(?: (?:number|no))?$/;
const dates = /^(?:date|dated|issued|date of (?:issue|version|change)|issue date|version date)$/;
const changes =
  /^(?:changes?|change made|amendments?|summary(?: of changes?)?|description(?: of changes?)?|reasons?(?: for change)?|details|author|by|comments?)$/;

function editionsIn({ columns, rows }: Table, expected: boolean): Edition[] {
  const titles = columns.map(({ text }) => comparableTitle(text));
  const column = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  const [version, date] = [column(versions), column(dates)];
  if (version < 0 || date < 0 || !(expected || column(changes) >= 0)) return [];
  return rows.flatMap((row): Edition[] => {
    const [number, day] = [row[version], row[date]];
    if (!number || !day || number.text.trim() === '') return [];
    return [{ version: number.text.trim(), day: findDate(day.text), at: textSpan(number), dayAt: textSpan(day) }];
  });
}

/** The newest edition: that of the highest version, else of the last day. Of two that are alike the later one. */
export function newestOf(editions: readonly Edition[]): Edition | undefined {
  return editions.reduce<Edition | undefined>((newest, one) => {
    if (!newest) return one;
    const order = compareVersions(newest.version ?? '', one.version ?? '');
    if (order !== undefined) return order <= 0 ? one : newest;
    return (newest.day ?? '') <= (one.day ?? '') ? one : newest;
  }, undefined);
}

/** An edition whose day is known. */
interface Dated extends Edition {
  readonly day: string;
}

/** The first edition whose day breaks the order of its history: that of the versions, else that of the first and last day. */
export function outOfOrder(
  editions: readonly Edition[],
): { readonly before: Dated; readonly wrong: Dated } | undefined {
  const dated = editions.flatMap((one): Dated[] => (one.day === undefined ? [] : [{ ...one, day: one.day }]));
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return undefined;
  const byVersion = compareVersions(first.version ?? '', last.version ?? '');
  const isFalling = byVersion === undefined || byVersion === 0 ? first.day > last.day : byVersion > 0;
  const rising = isFalling ? [...dated].reverse() : dated;
  const index = rising.findIndex(({ day }, at) => at > 0 && day < (rising[at - 1]?.day ?? ''));
  const [before, wrong] = [rising[index - 1], rising[index]];
  return before && wrong ? { before, wrong } : undefined;
}
