import { allBound, type Row } from '../binding/binding.ts';
import { textSpan } from '../document/prose.ts';
import { plan } from './examples.ts';
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
  *check({ binding }) {
    for (const { requirement, rows } of allBound(binding.sections)) {
      for (const row of rows) {
        for (const { words, at } of baseless(row)) yield { message: 'baseless', data: { words }, at, requirement };
      }
    }
  },
  examples: [
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
  ],
});

const change =
  '(?:increas(?:e[ds]?|ing)|reduc(?:e[ds]?|ing|tion)|rais(?:e[ds]?|ing)|lower(?:ed|ing)?|improv(?:e[ds]?|ing|ement)|higher|fewer|more|decreas(?:e[ds]?|ing))';
const figure =
  '(?:rates?|numbers?|percentages?|proportions?|attendance|turnout|membership|levels of (?:crime|reporting))';
const direction = new RegExp(
  `\\b${change}\\b(?:\\s+[\\p{L}-]+){0,4}?\\s+${figure}\\b|\\b${figure}\\s+(?:of\\s+[\\p{L}-]+\\s+)?(?:is|are|to be)\\s+${change}\\b`,
  'iu',
);

/** The promises of a row that something rises or falls, unless the row gives a figure. */
function baseless({ cells }: Row) {
  const promised = [cells.output, cells.target, cells.outcomes, cells['success-measure']].filter(
    (cell) => cell !== undefined,
  );
  return promised.flatMap((cell) => {
    const match = direction.exec(cell.text);
    if (!match || promised.some(({ text }) => /\d+(?:\.\d+)?\s*(?:%|per cent)|\bfrom\s+\d|\bbaseline\b|‹/iu.test(text)))
      return [];
    return [{ words: match[0], at: textSpan(cell) }];
  });
}
