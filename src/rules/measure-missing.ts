import { unnamedColumns, unnamedIn } from '../evidence/columns.ts';
import { missingInTables } from '../evidence/schema.ts';
import { plan } from './examples.ts';
import { defineRule } from './rule.ts';

export const measureMissing = defineRule({
  id: 'measure-missing',
  group: 'plan',
  summary: 'Every deliverable has a measure of success.',
  why: 'Without a measure, whether it was delivered is a matter of opinion.',
  source: 'National Surveillance Camera Strategy delivery plan, objective 5',
  severity: { draft: 'warning', agreed: 'error', retired: 'off' },
  messages: {
    missing: ({ deliverable }: { readonly deliverable: string }) => ({
      text: `“${deliverable}” has no measure of success.`,
      help: 'Write what will show that it has been delivered: a figure, a document, an event.',
    }),
    unnamed: unnamedColumns,
  },
  *check({ binding }) {
    const { cells, columns } = missingInTables(binding);
    for (const one of columns)
      if (one.column.id === 'success-measure') yield { message: 'unnamed', ...unnamedIn([one]) };
    for (const { row, column, requirement, violation } of cells) {
      if (column.id !== 'success-measure') continue;
      const name = row.value.deliverable ?? Object.values(row.value)[0];
      const data = { deliverable: String(name ?? '') };
      yield { message: 'missing', data, at: row.at, requirement, schema: violation.schema };
    }
  },
  examples: () => [
    {
      title: 'A measure for each piece of work',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds | 30 September 2026 |'),
      finds: [],
    },
    {
      title: 'Two pieces of work',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds | 2026-09-30 |', '| Lamps | 20 lux | Completed |'),
      finds: [],
    },
    {
      title: 'A row that divides the table, and a table of something else',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| **Access** |  |  |',
        '| New barrier | Opens in 5 seconds | 2026-09-30 |\n\n| Cost | Due |\n| --- | --- |\n| £42,000 | 2026-09-30 |',
      ),
      finds: [],
    },
    {
      title: 'Rows that divide the table or sum it up, and a note',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| Phase one |  |  |',
        '| New barrier | Opens in 5 seconds | 2026-09-30 |',
        '| Night work | Night work | Night work |',
        '| Lamps | 20 lux | 2026-09-30 |',
        '| Total | £42,000 |  |',
        '| Note: all days are working days |',
      ),
      finds: [],
    },
    {
      title: 'The last of several rows that divide the table, with nothing below it yet',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| Phase one |  |  |',
        '| New barrier | Opens in 5 seconds | 2026-09-30 |',
        '| Phase two |  |  |',
      ),
      finds: [],
    },
    {
      title: 'A row at the end of a table that nothing divides',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds | 2026-09-30 |', '| Phase two lamps |  |  |'),
      finds: ['missing'],
    },
    {
      title: 'An empty cell',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier |  | 30 September 2026 |'),
      finds: ['missing'],
    },
    {
      title: 'A measure for one of two',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds | 2026-09-30 |', '| Lamps |  | Completed |'),
      finds: ['missing'],
    },
    {
      title: 'A table without a column for it, said once',
      framework: 'car-park-plan',
      markdown:
        '# Car park plan\n\n## Works\n\n| Work | Due |\n| --- | --- |\n| New barrier | 2026-09-30 |\n| Lamps | Completed |\n',
      finds: ['unnamed'],
    },
  ],
});
