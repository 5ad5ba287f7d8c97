import { allBound, type Row } from '../binding/binding.ts';
import { spanIn, textSpan } from '../document/prose.ts';
import { cueOf } from '../text/concordance.ts';
import { sentencesOf } from '../text/sentence.ts';
import { latin } from '../text/words.ts';
import { agreement, charges, plan, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const increaseWithoutBaseline = defineRule({
  id: 'increase-without-baseline',
  group: 'content',
  summary: 'A rise or fall of a figure says from which figure.',
  why: 'Without a starting figure any result is a rise, and none can be shown.',
  source: 'Model service level agreement for community and police engagement groups, outputs 5 and 6',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    baseless: ({ words }: { readonly words: string }) => ({
      text: `“${words}” has no starting figure.`,
      help: 'Say what the figure is now, and what it should be: “response rate from 12% to 15%”.',
    }),
  },
  *check({ binding, passages }) {
    for (const { prose, kind } of passages.with(figures)) {
      if (kind === 'heading' || kind === 'cell' || !direction.test(prose.text)) continue;
      for (const { text, from } of sentencesOf(prose.text)) {
        const words = promised(text);
        if (words === undefined) continue;
        const start = from + text.indexOf(words);
        const at = spanIn(binding.document.source, prose, start, start + words.length);
        yield { message: 'baseless', data: { words }, at };
      }
    }
    for (const { requirement, rows } of allBound(binding.sections)) {
      for (const row of rows) {
        for (const { words, at } of baseless(row)) yield { message: 'baseless', data: { words }, at, requirement };
      }
    }
  },
  examples: () => [
    {
      title: 'A figure to start from',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Survey | once a year | Response rate increased from 12% to 15% | Online |'),
      finds: [],
    },
    {
      title: 'What no figure measures',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Open day | once a year | Increased confidence in the patrols | On a Sunday |'),
      finds: [],
    },
    {
      title: 'More of a figure that is not given',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Survey | once a year | Increased response rates | Online |'),
      finds: ['baseless'],
    },
    {
      title: 'Fewer of a figure that is not given',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Patrol | every day | A reduction in the number of complaints | On foot |'),
      finds: ['baseless'],
    },
    {
      title: 'Readership that is not given, and a rate that is up',
      framework: 'car-park-plan',
      markdown: plan(
        'Activities',
        '| Newsletter | 4 newsletters a year | Increased readership | By post |',
        '| Survey | once a year | Response rate up by 10% | Online |',
      ),
      finds: ['baseless', 'baseless'],
    },
    {
      title: 'In an aim',
      markdown: agreement(scope, '## Aims\n\n- To increase the number of cars that are locked.\n', charges),
      finds: ['baseless'],
    },
    {
      title: 'An aim with both figures',
      markdown: agreement(scope, '## Aims\n\n- To reduce the number of thefts from 40 a year to 30.\n', charges),
      finds: [],
    },
    {
      title: 'An aim with a figure to be reached',
      markdown: agreement(scope, '## Aims\n\n- To reduce the number of thefts to fewer than 5 a year.\n', charges),
      finds: [],
    },
    {
      title: 'A fall, a cut and a rise by a share of nobody knows what',
      markdown: agreement(
        scope,
        '## Aims\n\n- A fall in the number of burglaries\n- Cut complaints by 20%\n- A 15% increase in patrols\n',
        charges,
      ),
      finds: ['baseless', 'baseless', 'baseless'],
    },
    {
      title: 'By a share of a figure that is known',
      markdown: agreement(
        scope,
        '## Aims\n\n- Cut complaints by 20% on 2025\n- A 15% increase in patrols, from 40 a week\n- An increase in the number of permits is to be agreed by both.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'What happened, and what goes up by an index',
      markdown: agreement(
        scope,
        '## Notes\n\nThe number of thefts rose in 2024. The contribution increases with the Consumer Prices Index. The council will increase the charge by 3%.\n',
        charges,
      ),
      finds: [],
    },
  ],
});

const change =
  '(?:increas(?:e[ds]?|ing)|reduc(?:e[ds]?|ing|tion)|rais(?:e[ds]?|ing)|lower(?:ed|ing)?|improv(?:e[ds]?|ing|ement)|higher|fewer|more|decreas(?:e[ds]?|ing)|cut(?:s|ting)?|boost(?:s|ed|ing)?|grow(?:s|ing)?)';
/** “A fall in the number of complaints”. */
const noun = '(?:falls?|drops?|rises?|reductions?|increases?|decreases?|declines?|growth|cuts?)\\s+in';
const figure =
  '(?:rates?|(?<!\\ba\\s)numbers?|percentages?|proportions?|attendance|turnout|membership|readership|circulation|footfall|uptake|take-up|levels of (?:crime|reporting))';
const few = `(?:\\s+[${latin}-]+)`;
const share = '\\d{1,3}(?:\\.\\d{1,2})?\\s?(?:%|per\\s?cent\\b)';
/** By how much something rises or falls, which gives no figure that it starts from. */
const byShare = new RegExp(
  `\\b(?:by|up|down)\\s+(?:at least\\s+|up to\\s+|a further\\s+)?${share}|\\b${share}\\s+(?:increase|rise|growth|reduction|fall|drop|decrease|cut|more|fewer|less|higher|lower|up|down)\\b`,
  'gi',
);
const figures = cueOf(
  ...['rate', 'number', 'percentage', 'proportion'].flatMap((one) => [one, `${one}s`]),
  ...['attendance', 'turnout', 'membership', 'levels', 'readership', 'circulation', 'footfall', 'uptake', 'take'],
  ...['increas…', 'reduc…', 'rais…', 'lower…', 'improv…', 'decreas…', 'cut…', 'boost…', 'grow…'],
  ...['fall', 'falls', 'drop', 'drops', 'rise', 'rises', 'decline', 'declines'],
);
const direction = new RegExp(
  [
    `\\b${change}\\b${few}{0,4}?\\s+${figure}\\b`,
    `\\b${noun}${few}{0,4}?\\s+${figure}\\b`,
    `\\b${figure}\\s+(?:of\\s+[${latin}-]+\\s+)?(?:is|are|to be)\\s+${change}\\b`,
    `\\b${figure}\\s+(?:up|down)\\s+by\\b`,
    `\\b${change}\\b${few}{1,5}?\\s+by\\s+(?:at least\\s+|up to\\s+)?${share}`,
    `\\b${share}\\s+(?:increase|rise|growth|reduction|fall|drop|decrease|cut)\\s+in${few}{1,4}`,
  ].join('|'),
  'i',
);

const figureGiven =
  /\d+(?:\.\d+)?\s*(?:%|per cent)|\bfrom\s+\d|\bby\s+(?:at least\s+)?(?:a\s+)?(?:\d|half|third|quarter)|\bbaseline\b|‹/i;
/** A year or a level that is known, on which it is more or less. */
const compared =
  /\b(?:against|compared|relative to|than|year[- ]on[- ]year|since|baseline|current|present|last year|previous|year before|(?:19|20)\d\d)\b/i;
/** What is paid goes up or down by a share of itself, by an index or as a penalty. */
const money =
  /[£€$]|\b(?:charges?|charging|fees?|prices?|costs?|contributions?|payments?|payable|rents?|invoices?|tariffs?|budgets?|bills?|discounts?|credits?|salar(?:y|ies)|index|inflation|CPI|RPI)\b/i;
/** A figure to be reached, which can be checked whatever it was before: “to fewer than 5 a year”. */
const figureReached =
  /\bto\s+(?:(?:fewer|less|no more|not more|more)\s+than|at (?:least|most)|under|below|above|over)\s+(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b)|\bto\s+(?:zero|nil)\b/i;
/** An aim or a duty, not what happened or follows by itself. */
const aimed =
  /(?:^\W*(?:to\s+)?|\b(?:will|shall|must|aims?\s+to|is\s+to|are\s+to|agrees?\s+to|seeks?\s+to|in\s+order\s+to)\s+)$/i;
/** “A fall in the number of complaints” is an aim where it is all that is said. */
const opening = /^\W*an?\s+$/i;
const verb =
  /\b(?:is|are|was|were|be|been|will|shall|must|may|might|can|could|would|should|has|have|had|does|means?|leads?|needs?|requires?|appl(?:y|ies)|gives?)\b/i;
const startsWithNoun = new RegExp(`^(?:${noun}|${share})`, 'i');

/** The words of a sentence that promise more or less of a figure and name none. */
function promised(sentence: string): string | undefined {
  const match = direction.exec(sentence);
  if (!match || gives(sentence, figureGiven)) return undefined;
  const before = sentence.slice(0, match.index);
  const isAim = startsWithNoun.test(match[0])
    ? (opening.test(before) || aimed.test(before)) && !verb.test(sentence.slice(match.index))
    : aimed.test(before);
  return isAim ? match[0] : undefined;
}

const rowGives = /\d+(?:\.\d+)?\s*(?:%|per cent)|\bfrom\s+\d|\bbaseline\b|‹/i;

/** Whether a text gives a figure to start from or to reach. That of a year that it names can be looked up. */
function gives(text: string, given: RegExp): boolean {
  const rest = text.replace(byShare, '');
  if (given.test(rest) || figureReached.test(rest)) return true;
  return rest !== text && (compared.test(rest) || money.test(rest));
}

/** The promises of a row that something rises or falls, unless the row gives a figure. */
function baseless({ cells }: Row) {
  const promised = [cells.output, cells.target, cells.outcomes, cells['success-measure']].filter(
    (cell) => cell !== undefined,
  );
  return promised.flatMap((cell) => {
    const match = direction.exec(cell.text);
    if (!match || promised.some(({ text }) => gives(text, rowGives))) return [];
    return [{ words: match[0], at: textSpan(cell) }];
  });
}
