import type { Table } from '../document/blocks.ts';
import type { Requirement } from '../framework/framework.ts';
import { oncePer } from '../text/remember.ts';
import { comparableTitle, titleForms } from '../text/title.ts';
import type { Wording } from '../text/wording.ts';

export type LevelWords = Wording['service-level-incomplete'];

/** Where the columns of a table of service levels stand; -1 for one that it does not have. */
export interface LevelColumns {
  readonly measure: number;
  readonly target: number;
  readonly period: number;
}

/** The columns of a table, by the framework's names for them and by those of the list. */
export function levelColumns(
  table: Table,
  requirement: Requirement | undefined,
  words: LevelWords,
  isDeclared: boolean,
): LevelColumns {
  const names = columnNames(words);
  const indexIn = (wanted: ReadonlySet<string>, not = -1) =>
    table.columns.findIndex(({ text }, index) => index !== not && isCalled(text.replace(yearBehind, ''), wanted));
  const namesOf = (id: 'measure' | 'target' | 'period') => {
    const own = requirement?.columns.find((column) => column.id === id)?.names ?? [];
    return new Set([...own.filter((name) => id !== 'target' || !names.aim.has(name)), ...names[id]]);
  };
  const [measure, target, period] = [
    indexIn(namesOf('measure')),
    indexIn(namesOf('target')),
    indexIn(namesOf('period')),
  ];
  if (target >= 0 || measure < 0) return { measure, target, period };
  // “Metric” and “SLO”, “Service” and “Service level”, “Service” and “Uptime”.
  const aim = indexIn(names.aim, measure);
  return { measure, target: aim < 0 && isDeclared ? indexIn(names.share, measure) : aim, period };
}

/** The headings of columns, as they are compared. */
export const columnNames = oncePer((words: LevelWords) => {
  const names = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(comparableTitle));
  const { measure, target, aim, share, period, priority, times } = words;
  return {
    measure: names(measure),
    target: names(target),
    aim: names(aim),
    share: names(share),
    period: names(period),
    priority: names(priority),
    times: names(times),
  };
});

/** Whether a title is one of some names, as they are compared. */
export function isCalled(title: string, names: ReadonlySet<string>): boolean {
  return titleForms(title).some((form) => names.has(form));
}

const yearBehind = /[\s(]+(?:for\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\)?\s*$/;
