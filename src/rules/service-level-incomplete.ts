import { priorityTimes } from '../binding/priority-times.ts';
import { type ServiceLevel, type ServiceLevelTable, serviceLevelTables } from '../binding/service-levels.ts';
import { type Prose, textSpan } from '../document/prose.ts';
import { missingCells } from '../evidence/schema.ts';
import { phraseFinder } from '../text/phrases.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { findCount } from '../text/quantity.ts';
import { oncePer } from '../text/remember.ts';
import { oneLine } from '../text/shorten.ts';
import { isNumberOf, namesPeriod, readTarget, saysWhatCounts } from '../text/target.ts';
import { comparableTitle } from '../text/title.ts';
import { vagueReader } from '../text/vague.ts';
import type { Wording } from '../text/wording.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

/** Of targets in words some are reported here, and those that `target-unmeasurable` knows are its own. */
const readers = oncePer((wording: Wording) => ({
  own: phraseFinder(wording['service-level-incomplete'].vague),
  alone: new Set(wording['service-level-incomplete'].alone.map(comparableTitle)),
  other: vagueReader(wording['target-unmeasurable']),
}));
type Readers = ReturnType<typeof readers>;

interface Level {
  readonly level: string;
  readonly target: string;
}

const writeFigure = 'Write the figure to be reached, with its unit, such as “at least 98% of camera hours”.';

export const serviceLevelIncomplete = defineRule({
  id: 'service-level-incomplete',
  group: 'content',
  summary: 'A service level has a measure, a target with its unit, and the period over which it is measured.',
  why: 'A level without a figure and a period can be neither met nor missed.',
  source: 'ITIL service level agreement contents; ISO/IEC 20000-1; published agreements without a figure',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    aimless: () => ({
      text: 'The levels of this table have no targets.',
      help: 'Add a column “Target” with the figure to be reached and its unit.',
    }),
    targetless: ({ level }: Pick<Level, 'level'>) => ({ text: `“${level}” has no target.`, help: writeFigure }),
    figureless: ({ level, target }: Level) => ({
      text: `The target of “${level}” is “${target}”, which is no figure.`,
      help: writeFigure,
    }),
    unitless: ({ level, target }: Level) => ({
      text: `The target of “${level}” is “${target}”, without a unit.`,
      help: 'Add what the figure counts, such as per cent, hours or requests.',
    }),
    periodless: ({ level }: Pick<Level, 'level'>) => ({
      text: `“${level}” does not say over which period it is measured.`,
      help: 'Add the period, such as “each quarter”.',
    }),
    untimed: () => ({
      text: 'Nothing says over which period the levels of this table are measured.',
      help: 'Add a column “Period”, or a sentence such as “All levels are measured over a calendar month”.',
    }),
  },
  *check({ binding, around, wording }) {
    const vague = readers(wording);
    const elsewhere = new Set(missingCells(binding).map(({ row }) => row.at.start.offset));
    for (const one of serviceLevelTables(binding, around, wording['service-level-incomplete'])) {
      const common = one.requirement ? { requirement: one.requirement } : {};
      if (isAimless(one)) yield { ...common, message: 'aimless', data: {}, at: one.table.span };
      if (isUntimed(one)) yield { ...common, message: 'untimed', data: {}, at: one.table.span };
      for (const level of one.levels) {
        const { offset, measure, target } = level;
        const message = target && lackOf({ ...level, target }, one, vague);
        if (!message || elsewhere.has(offset)) continue;
        const data = { level: plain(measure), target: plain(target) };
        const at = textSpan(message === 'figureless' || message === 'unitless' ? target : measure);
        yield { ...common, message, data, at };
      }
    }
    for (const { level, cell, offset } of priorityTimes(binding, wording['service-level-incomplete'])) {
      const isBare = readTarget(plain(cell)).isBare && !saysWhatCounts(level);
      if ((plain(cell) !== '' && !isBare) || elsewhere.has(offset)) continue;
      const message = isBare ? 'unitless' : 'targetless';
      yield { message, data: { level, target: plain(cell) }, at: textSpan(cell) };
    }
  },
  examples: () => [
    {
      title: 'Figures, units and periods',
      markdown: levelsTable(
        '| Barriers working | At least 98% | Each month |',
        '| Calls answered | within 2 minutes | |',
      ),
      finds: [],
    },
    {
      title: 'A number of events, and a scale',
      markdown: levelsTable(
        '| Complaints | No more than 3 complaints a quarter | |',
        '| Satisfaction | 4.2 out of 5 | Each year |',
      ),
      finds: [],
    },
    {
      title: 'A number for each period, beside shares',
      markdown: levelsTable(
        '| Barriers working | 98% | Each month |',
        '| Complaints upheld | No more than 3 | Per quarter |',
      ),
      finds: [],
    },
    {
      title: 'A number of what takes time, for each period or fault',
      markdown: levelsTable(
        '| Barriers working | 98% | Each month |',
        '| Response time | 4 | Per month |',
        '| Delivery of tickets | 8 | Per order |',
      ),
      finds: ['unitless', 'unitless'],
    },
    {
      title: 'Target and period in different tables of the section',
      markdown: levelsTable(
        '| Barriers working | At least 98% | |',
        '',
        '| Measure | Period |',
        '| --- | --- |',
        '| Barriers working | Each month |',
      ),
      finds: [],
    },
    {
      title: 'One period for all levels, and a table that is none of levels',
      markdown: agreement(
        scope,
        charges,
        '## Service levels\n\nAll levels are measured over a calendar month.\n\n| Service | Target |\n| --- | --- |\n| Barriers | 99.5% |\n\n## Contacts\n\n| Task | Target |\n| --- | --- |\n| Signs | High Street |\n',
      ),
      finds: [],
    },
    {
      title: 'A target that stands under another heading, and one that is met or not',
      markdown: levelsTable(
        '| Calls answered | see “How fast” | Each month |',
        '| Gates | All monitored | Each month |',
      ),
      finds: [],
    },
    {
      title: 'The closing row of weights',
      markdown: agreement(
        scope,
        charges,
        '## Service levels\n\n| KPI | Target | Measured | Weight |\n| --- | --- | --- | --- |\n| Patrols made | 98% | Each month | 60% |\n| Lamps lit | 99% | Each month | 40% |\n| Total | | | 100% |\n',
      ),
      finds: [],
    },
    {
      title: 'Targets that say only that somebody looks, or tries',
      markdown: levelsTable('| Turnover | Monitored | Each year |', '| Lights | to be maximised | Each month |'),
      finds: ['figureless', 'figureless'],
    },
    {
      title: 'No target, a target in words, a figure without a unit, no period',
      markdown: levelsTable(
        '| Patrols | | Each month |',
        '| Signs | High | Each month |',
        '| Lights working | 95 | Each month |',
        '| Barriers working | At least 98% | |',
      ),
      finds: ['targetless', 'figureless', 'unitless', 'periodless'],
    },
    {
      title: 'Targets under other names',
      markdown: agreement(
        scope,
        charges,
        '## Service levels\n\n| Place | Target score | Measured |\n| --- | --- | --- |\n| High Street | 98% | Each month |\n| North Street | 85 | Each month |\n\n| KPI | Threshold | Measured |\n| --- | --- | --- |\n| Lamps lit | | Each month |\n| Barriers working | 99% | Each month |\n\n| Metric | Objective | Window |\n| --- | --- | --- |\n| Calls answered | Fast | 30 days |\n',
      ),
      finds: ['unitless', 'targetless', 'figureless'],
    },
    {
      title: 'A time without a unit, and one that is left blank',
      markdown: agreement(
        scope,
        charges,
        '## Faults\n\n| Priority | Response time | Resolution time |\n| --- | --- | --- |\n| P1 | 15 | 4 hours |\n| P2 | 1 hour | |\n',
      ),
      finds: ['unitless', 'targetless'],
    },
    {
      title: 'A table without periods, and one without targets',
      markdown: agreement(
        scope,
        charges,
        '## Service levels\n\n| Measure | Target |\n| --- | --- |\n| Barriers working | 98% |\n',
        '## Service standards\n\n| Measure | Owner |\n| --- | --- |\n| Lights | Parking Manager |\n',
      ),
      finds: ['untimed', 'aimless'],
    },
  ],
});

function levelsTable(...rows: readonly string[]): string {
  const head = '## Service levels\n\n| Measure | Target | Period |\n| --- | --- | --- |';
  return agreement(scope, charges, `${head}\n${rows.join('\n')}\n`);
}

function plain({ text }: Prose): string {
  return oneLine(text).trim();
}

/** Measures only, and no figure in any cell; a table of results has figures. */
function isAimless({ table, levels, isDeclared }: ServiceLevelTable): boolean {
  if (!isDeclared || table.rows.some((row) => row.some(({ text }) => /\d/.test(text)))) return false;
  return levels.length > 0 && levels.every(({ target, isAimedElsewhere }) => !target && !isAimedElsewhere);
}

function isUntimed(table: ServiceLevelTable): boolean {
  const { levels, isTimed } = table;
  return !isTimed && levels.some((level) => !level.period && needsPeriod(level, table));
}

type Lack = 'targetless' | 'figureless' | 'unitless' | 'periodless';

/** What a level lacks; of a target that is no figure no period is asked. What is still to be filled in, another rule says. */
function lackOf(
  level: ServiceLevel & { readonly target: Prose },
  table: ServiceLevelTable,
  vague: Readers,
): Lack | undefined {
  const { measure, period } = level;
  const [name, text] = [plain(measure), plain(level.target)];
  if (name === '' || measure.runs.every(({ style }) => style === 'emphasis')) return undefined;
  if (text === '') return table.isAimed && !level.isAimedElsewhere ? 'targetless' : undefined;
  if (findPlaceholders(text).length > 0 || vague.other.inTarget(text)) return undefined;
  const target = readTarget(text);
  if (!target.isFigure) return isVague(text, vague) ? 'figureless' : undefined;
  // A “score” has some unit, and here another row has it.
  const heading = table.targetHeading.replace(/\bscores?\b/i, '');
  const isCounted = saysWhatCounts(`${heading} ${name}`) || isNumberOf(name, text, period && plain(period));
  if (target.isBare && table.hasUnits && !isCounted) return 'unitless';
  if (!period || plain(period) !== '' || level.isTimedElsewhere) return undefined;
  return needsPeriod(level, table) && !namesPeriod(name) && !namesPeriod(text) ? 'periodless' : undefined;
}

/** “see “How fast”” points to where the figure stands. */
const pointing = /^\W*(?:see|refer to|as in|as set out in|as stated in|set out in|stated in|in accordance with)\b/i;

function isVague(target: string, { own, alone }: Readers): boolean {
  if (pointing.test(target)) return false;
  return own(target).length > 0 || alone.has(comparableTitle(target));
}

/** A bare figure counts what the measure names: “Meetings held” and “4”. */
function needsPeriod({ measure, target }: ServiceLevel, { targetHeading }: ServiceLevelTable): boolean {
  const read = readTarget(target?.text ?? '');
  if (!read.isBare) return read.needsPeriod;
  return [targetHeading, plain(measure)].some((name) => {
    const count = findCount(`2 ${name}`);
    return count !== undefined && count.days === undefined;
  });
}
