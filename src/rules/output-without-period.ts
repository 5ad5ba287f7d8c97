import { allBound, type Row } from '../binding/binding.ts';
import type { Block } from '../document/blocks.ts';
import { type Prose, textSpan } from '../document/prose.ts';
import { months } from '../text/date.ts';
import { numberWords } from '../text/number.ts';
import { type PhraseFinder, phraseFinder } from '../text/phrases.ts';
import { type Count, findCount } from '../text/quantity.ts';
import { oncePer } from '../text/remember.ts';
import { oneLine } from '../text/shorten.ts';
import { namesPeriod } from '../text/target.ts';
import type { Wording } from '../text/wording.ts';
import { plan } from './examples.ts';
import { defineRule } from './rule.ts';

export const outputWithoutPeriod = defineRule({
  id: 'output-without-period',
  group: 'plan',
  summary: 'A number of outputs has the time in which they are due.',
  why: 'Four newsletters in a year and four in the life of an agreement are different promises.',
  source: 'Model service level agreement for community and police engagement groups, output 3',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    timeless: ({ promise }: { readonly promise: string }) => ({
      text: `“${promise}” does not say in which period.`,
      help: 'Add the period, such as “a year” or “by 31 March 2027”.',
    }),
  },
  *check({ binding, wording }) {
    const events = eventsOf(wording);
    for (const section of binding.sections) {
      // Other tables with figures, such as those of service levels, have rules of their own.
      const tables = allBound([section]).filter(({ requirement }) =>
        requirement.columns.some(({ id }) => id === 'output'),
      );
      if (tables.length === 0 || section.blocks.some(isPeriodOfAll)) continue;
      for (const { requirement, rows } of tables) {
        for (const row of rows) {
          const open = timeless(row, events);
          if (!open) continue;
          yield { message: 'timeless', data: { promise: open.promise }, at: textSpan(open.cell), requirement };
        }
      }
    }
  },
  examples: () => [
    {
      title: 'A number and a period',
      framework: 'car-park-plan',
      markdown: plan(
        'Activities',
        '| Newsletter | at least 4 newsletters a year | People know what is planned | By e-mail |',
      ),
      finds: [],
    },
    {
      title: 'The number beside the output, the period in the target',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| 4 newsletters | each year | People know what is planned | By e-mail |'),
      finds: [],
    },
    {
      title: 'A season, and the period in a column or a sentence of its own',
      framework: 'car-park-plan',
      markdown: `${plan('Activities', '| Patrols | 10 sessions each summer | Slower traffic | With the police |')}\n| Output | Target | Period | Outcome | In practice |\n| --- | --- | --- | --- | --- |\n| Newsletters | 4 | Academic year | People know what is planned | By e-mail |\n`,
      finds: [],
    },
    {
      title: 'A number of members, which is none of events',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Members at meetings | 150 | More voices | A stall in the town hall |'),
      finds: [],
    },
    {
      title: 'A number and no period',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Newsletter | at least 4 newsletters | People know what is planned | By e-mail |'),
      finds: ['timeless'],
    },
    {
      title: 'In the name of the output',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Hold 2 public meetings |  | People are heard | In the town hall |'),
      finds: ['timeless'],
    },
    {
      title: 'Issues, and a number in words',
      framework: 'car-park-plan',
      markdown: plan(
        'Activities',
        '| Newsletter | 4 issues | People know what is planned | By e-mail |',
        '| Open public meetings | six | People are heard | In the town hall |',
        '| Market stalls | two | People ask questions | On Saturdays |',
      ),
      finds: ['timeless', 'timeless', 'timeless'],
    },
    {
      title: 'Numbers of what lasts, and issues by a day',
      framework: 'car-park-plan',
      markdown: plan(
        'Activities',
        '| Members | six | More voices | A stall in the town hall |',
        '| Newsletter | 2 issues by 31 March 2027 | People know what is planned | By e-mail |',
        '| Issues raised at meetings | 12 | People are heard | In the town hall |',
      ),
      finds: [],
    },
    {
      title: 'A bare number',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Newsletters | at least 4 | People know what is planned | By e-mail |'),
      finds: ['timeless'],
    },
  ],
});

const until = new RegExp(
  [
    '\\b(?:[Bb]y|[Bb]efore|[Uu]ntil)\\s+(?:the end of\\s+)?\\d',
    '\\b(?:19|20)\\d\\d\\b',
    '\\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter|[Tt]erm)\\b',
    `\\b(?:${months.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('|')})\\b`,
  ].join('|'),
);
/** The headings of columns that say when, as rows are keyed by them. */
const when = /^(?:periods?|per|when|by-when|due(?:-by|-date)?|dates?|deadline|timescale|how-often|frequency|year)$/;
const ofAll =
  /\b(?:targets?|outputs?|figures|numbers)\b(?: below| above)? (?:are|is|count|apply)(?: all)? (?:a|for|per|over|in|to|within|those|measured|counted)\b/i;
const number = `(?:\\d{1,3}|${numberWords.slice(1, 13).join('|')})`;
const bare = new RegExp(`^(?:at least|up to|a minimum of)?\\s{0,3}${number}$`, 'i');
/** A number, and what is counted: “4 issues”, “two open days”. */
const numbered = new RegExp(`^(?:(?:at least|up to|a minimum of)\\s)?${number}\\s(?=\\D{3,40}$)`, 'i');
const eventsOf = oncePer(({ 'output-without-period': { events } }: Wording) => phraseFinder(events));

function isTimed(text: string): boolean {
  return namesPeriod(text) || until.test(text);
}

/** A sentence such as “Targets are for each academic year”. */
function isPeriodOfAll(block: Block): boolean {
  return block.kind === 'paragraph' && ofAll.test(block.prose.text) && namesPeriod(block.prose.text);
}

/** The output or target of a row that counts events, where nothing in it says in which time. */
function timeless(
  { cells }: Row,
  events: PhraseFinder,
): { readonly cell: Prose; readonly promise: string } | undefined {
  if (Object.keys(cells).some((key) => when.test(key))) return undefined;
  const { output, target } = cells;
  const stated = [output, target].filter((cell) => cell !== undefined);
  if (stated.some(({ text }) => isTimed(text))) return undefined;
  for (const cell of stated) {
    const count = countOf(cell.text);
    if (count) return { cell, promise: oneLine(cell.text.slice(count.from, count.to)) };
  }
  const figure = oneLine(target?.text ?? '').trim();
  if (!target || !output) return undefined;
  if (isAll(figure.replace(numbered, ''), events) && numbered.test(figure)) return { cell: target, promise: figure };
  const name = oneLine(output.text).trim();
  const counted = name.replace(/^number of\s+/i, '');
  if (!bare.test(figure) || !(countOf(`2 ${counted}`) || isAll(counted, events))) return undefined;
  return { cell: target, promise: `${name}: ${figure}` };
}

/** Whether a text is the name of events and nothing else, but for a word before it: “Market stalls”. */
function isAll(text: string, events: PhraseFinder): boolean {
  const [event] = events(text);
  return event?.to === text.length && !/\s\S+\s/.test(text.slice(0, event.from));
}

/** “150 members at meetings” counts members, who are no events. */
function countOf(text: string): Count | undefined {
  const count = findCount(text);
  return count && !/\s(?:at|of|in|for|with|by|to|from)\s/i.test(text.slice(count.from, count.to)) ? count : undefined;
}
