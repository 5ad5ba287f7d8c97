import { allBound, type Row } from '../binding/binding.ts';
import { spanIn, textSpan } from '../document/prose.ts';
import { cellGivesFigure, increaseCue, increaseIn, openIncrease } from '../text/increase.ts';
import { sentencesOf } from '../text/sentence.ts';
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
    for (const { prose, kind } of passages.with(increaseCue)) {
      if (kind === 'heading' || kind === 'cell' || increaseIn(prose.text) === undefined) continue;
      for (const { text, from } of sentencesOf(prose.text)) {
        const open = openIncrease(text);
        if (!open) continue;
        const at = spanIn(binding.document.source, prose, from + open.from, from + open.to);
        yield { message: 'baseless', data: { words: text.slice(open.from, open.to) }, at };
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

/** The promises of a row that something rises or falls, unless the row gives a figure. */
function baseless({ cells }: Row) {
  const promised = [cells.output, cells.target, cells.outcomes, cells['success-measure']].filter(
    (cell) => cell !== undefined,
  );
  return promised.flatMap((cell) => {
    const words = increaseIn(cell.text);
    if (words === undefined || promised.some(({ text }) => cellGivesFigure(text))) return [];
    return [{ words, at: textSpan(cell) }];
  });
}
