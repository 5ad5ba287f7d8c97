import { allBound, type Row } from '../binding/binding.ts';
import { type Prose, textSpan } from '../document/prose.ts';
import { findPeriod } from '../text/duration.ts';
import { findCount } from '../text/quantity.ts';
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
    timeless: ({ amount, of }: { readonly amount: number; readonly of: string }) => ({
      text: `${amount} ${of} are promised, and not in which time.`,
      help: 'Add the period, such as “a year” or “by 31 March 2027”.',
    }),
  },
  *check({ binding }) {
    for (const { requirement, rows } of allBound(binding.sections)) {
      for (const row of rows) {
        const open = timeless(row);
        if (!open) continue;
        const { cell, amount, of } = open;
        yield { message: 'timeless', data: { amount, of }, at: textSpan(cell), requirement };
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
      title: 'A bare number',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Newsletters | at least 4 | People know what is planned | By e-mail |'),
      finds: ['timeless'],
    },
  ],
});

const until = /\b(?:by|before|until)\s+(?:the end of\s+)?\d|\b(?:19|20)\d\d\b/i;

/** The output or target of a row that counts events, where neither says in which time. */
function timeless({ cells }: Row): { readonly cell: Prose; readonly amount: number; readonly of: string } | undefined {
  const stated = [cells.output, cells.target].filter((cell) => cell !== undefined);
  if (stated.some(({ text }) => findPeriod(text) !== undefined || until.test(text))) return undefined;
  for (const cell of stated) {
    const count = findCount(cell.text);
    if (count && count.days === undefined) return { cell, amount: count.amount, of: count.of };
  }
  const bare = /^(?:at least|up to|a minimum of)?\s*(\d{1,3})$/i.exec(cells.target?.text.trim() ?? '');
  if (!bare || !cells.target) return undefined;
  return { cell: cells.target, amount: Number(bare[1]), of: `of “${cells.output?.text.trim() ?? ''}”` };
}
