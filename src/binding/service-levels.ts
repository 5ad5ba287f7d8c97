import type { Block, Table } from '../document/blocks.ts';
import { isFilled, type Prose } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { findPeriod } from '../text/duration.ts';
import { phraseFinder } from '../text/phrases.ts';
import { oncePer } from '../text/remember.ts';
import { sentencesOf } from '../text/sentence.ts';
import { readTarget } from '../text/target.ts';
import { comparableTitle } from '../text/title.ts';
import type { Binding } from './binding.ts';
import { type LevelColumns, type LevelWords, levelColumns } from './service-level-columns.ts';
import { type Around, sectionAround, titlesAround } from './surroundings.ts';
import { textsOf } from './values.ts';

/** A row of a table of service levels. */
export interface ServiceLevel {
  /** Where its row starts. */
  readonly offset: number;
  readonly measure: Prose;
  /** The cells of its target and period; undefined where the table has no such column. */
  readonly target: Prose | undefined;
  readonly period: Prose | undefined;
  /** Whether another table of its section has a target for it, and whether another place there names its period. */
  readonly isAimedElsewhere: boolean;
  readonly isTimedElsewhere: boolean;
}

/** A table of service levels, or of their measures only. */
export interface ServiceLevelTable {
  readonly table: Table;
  readonly requirement: Requirement | undefined;
  readonly targetHeading: string;
  readonly levels: readonly ServiceLevel[];
  /** Whether some of its targets are filled in, and whether some of these have a unit. */
  readonly isAimed: boolean;
  readonly hasUnits: boolean;
  /** Whether the framework, or a heading, says that these are service levels. */
  readonly isDeclared: boolean;
  /** Whether anything in its section, but for the targets, names a stretch of time. */
  readonly isTimed: boolean;
}

const findersOf = oncePer(({ levels, about }: LevelWords) => ({
  isLevels: phraseFinder(levels),
  isAbout: phraseFinder(about),
}));

const stretch =
  /\b(?:hour|day|week|month|quarter|year|annum|term|season|shift|deployment)(?:s|ly)?\b|\b(?:daily|annual(?:ly)?|rolling|calendar)\b/i;
const measuring =
  /\b(?:measured|calculated|assessed|counted|reckoned|taken over|worked out|each (?:service )?level|(?:all|these) (?:service )?levels|(?:all|these) (?:figures|targets))\b/i;

const measures = /\b(?:measured|calculated)\b/i;
const all = /\b(?:performance|service levels?|(?:these|all|the) (?:levels|targets|measures)|KPIs|SLOs|SLAs)\b/i;

/** “Performance against these levels is measured and reported each month.” */
function isOnAll(sentence: string): boolean {
  return measures.test(sentence) && all.test(sentence) && findPeriod(sentence) !== undefined;
}

/** The tables of service levels: by the framework's columns, else by their headings and what stands above them. */
export function serviceLevelTables(
  { document: { blocks } }: Binding,
  around: Around,
  words: LevelWords,
): ServiceLevelTable[] {
  const { isLevels, isAbout } = findersOf(words);
  const found = blocks.flatMap((table) => {
    if (table.kind !== 'table' || table.quoted) return [];
    const place = around(table.span.start.offset);
    const requirement = place.requirements.at(-1);
    const isAsked = requirement?.columns.some(({ id }) => id === 'measure') ?? false;
    const isDeclared = isAsked || isLevels(titlesAround(place)).length > 0;
    const columns = levelColumns(table, requirement, words, isDeclared);
    return [{ table, place, requirement, columns, isAsked, isDeclared, section: sectionAround(place) }];
  });
  if (found.every(({ columns: { measure, target } }) => measure < 0 && target < 0)) return [];
  const known = knownIn(blocks, around, found);
  return found.flatMap(({ table, place, requirement, columns, isAsked, isDeclared, section }): ServiceLevelTable[] => {
    const { measure, target } = columns;
    const targetHeading = table.columns[target]?.text ?? '';
    const isTimedAbove = known.isMeasured || stretch.test(targetHeading) || year.test(targetHeading);
    if ((requirement && requirement.columns.length > 0 && !isAsked) || (measure < 0 && target < 0)) return [];
    if (!isDeclared && isAbout(titlesAround(place)).length === 0 && (measure < 0 || target < 0)) return [];
    const levels = table.rows.flatMap((row) => levelOf(row, columns, section, known, isTimedAbove) ?? []);
    return [
      {
        table,
        requirement,
        targetHeading,
        levels,
        isAimed: levels.some((level) => isFilled(level.target)),
        hasUnits: levels.some((level) => readTarget(level.target?.text ?? '').hasUnit),
        isDeclared,
        isTimed: isTimedAbove || known.stretches.has(section),
      },
    ];
  });
}

function levelOf(
  row: readonly Prose[],
  columns: LevelColumns,
  section: string,
  known: Known,
  isTimedAbove: boolean,
): ServiceLevel | undefined {
  const [first, measure] = [row[0], row[Math.max(0, columns.measure)]];
  if (!first || !measure || closingRow.test(measure.text)) return undefined;
  const key = rowKey(section, measure);
  return {
    offset: first.span.start.offset,
    measure,
    target: row[columns.target],
    period: row[columns.period],
    isAimedElsewhere: known.aimed.has(key),
    isTimedElsewhere: isTimedAbove || known.measured.has(section) || known.timed.has(key),
  };
}

/** The closing row of a table with weights is no level. “Total downtime” is one. */
const closingRow =
  /^\W*(?:(?:(?:grand|overall)\s)?totals?(?:\s(?:weight|weighting|score|points))?|all|average|overall)\W*$/i;

const year = /\b(?:19|20)\d\d\b/;

function rowKey(section: string, measure: Prose): string {
  return `${section} | ${comparableTitle(measure.text)}`;
}

/** What the sections say, each by its name, and their rows by section and measure. */
interface Known {
  /** Sections that name a stretch of time. */
  readonly stretches: ReadonlySet<string>;
  /** Those that say over which time all their levels are measured. */
  readonly measured: ReadonlySet<string>;
  /** Whether some section says over which time the service levels, or the performance, are measured. */
  readonly isMeasured: boolean;
  readonly aimed: ReadonlySet<string>;
  readonly timed: ReadonlySet<string>;
}

function knownIn(
  blocks: readonly Block[],
  around: Around,
  tables: readonly { readonly table: Table; readonly section: string; readonly columns: LevelColumns }[],
): Known {
  const [stretches, measured, aimed, timed] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  let isMeasured = false;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const section = sectionAround(around(block.span.start.offset));
    for (const text of textsOf(block)) {
      if (stretch.test(text)) stretches.add(section);
      if (measuring.test(text) && findPeriod(text) !== undefined) measured.add(section);
      isMeasured ||= measures.test(text) && sentencesOf(text).some((sentence) => isOnAll(sentence.text));
    }
  }
  for (const { table, section, columns } of tables) {
    for (const row of [table.columns, ...table.rows]) {
      if (row.some(({ text }, index) => index !== columns.target && stretch.test(text))) stretches.add(section);
    }
    for (const row of table.rows) {
      const name = row[Math.max(0, columns.measure)];
      if (!name) continue;
      if (isFilled(row[columns.target])) aimed.add(rowKey(section, name));
      if (isFilled(row[columns.period])) timed.add(rowKey(section, name));
    }
  }
  return { stretches, measured, isMeasured, aimed, timed };
}
