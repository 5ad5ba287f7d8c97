import { unnamedColumns, unnamedIn } from '../evidence/columns.ts';
import { missingInTables } from '../evidence/schema.ts';
import { plan } from './examples.ts';
import { defineRule } from './rule.ts';

export const outcomeMissing = defineRule({
  id: 'outcome-missing',
  group: 'plan',
  summary: 'Every output has an outcome: what people gain from it.',
  why: 'An output without an outcome is activity; nobody can say whether it was worth doing.',
  source: 'Model service level agreement for community and police engagement groups',
  severity: { draft: 'warning', agreed: 'error', retired: 'off' },
  messages: {
    missing: ({ output }: { readonly output: string }) => ({
      text: `“${output}” has no outcome.`,
      help: 'Write what people will know, have or be able to do because of it.',
    }),
    unnamed: unnamedColumns,
  },
  *check({ binding }) {
    const { cells, columns } = missingInTables(binding);
    for (const one of columns) if (one.column.id === 'outcomes') yield { message: 'unnamed', ...unnamedIn([one]) };
    for (const { row, column, requirement, violation } of cells) {
      if (column.id !== 'outcomes') continue;
      const [first] = Object.values(row.value);
      const data = { output: String(first ?? '') };
      yield { message: 'missing', data, at: row.at, requirement, schema: violation.schema };
    }
  },
  examples: () => [
    {
      title: 'An outcome for each output',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Newsletter | 4 newsletters a year | People know what is planned | By e-mail |'),
      finds: [],
    },
    {
      title: 'An outcome in a sentence',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Open day | once a year | People have seen the control room | On a Sunday |'),
      finds: [],
    },
    {
      title: 'An empty cell',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Newsletter | 4 newsletters a year |  | By e-mail |'),
      finds: ['missing'],
    },
    {
      title: 'Two of three outputs have none',
      framework: 'car-park-plan',
      markdown: plan(
        'Activities',
        '| Newsletter | 4 newsletters a year |  | By e-mail |',
        '| Open day | once a year | People have seen the control room | On a Sunday |',
        '| Survey | every year |  | On paper and online |',
      ),
      finds: ['missing', 'missing'],
    },
    {
      title: 'A column that is not known as one of outcomes, said once for its table',
      framework: 'car-park-plan',
      markdown:
        '# Car park plan\n\n## Activities\n\n| Output | Target | In brief |\n| --- | --- | --- |\n| Newsletter | 4 newsletters a year | People know more |\n| Open day | once a year | People have seen it |\n',
      finds: ['unnamed'],
    },
  ],
});
