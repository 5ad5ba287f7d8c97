import { allBound, type Row } from '../binding/binding.ts';
import { textSpan } from '../document/prose.ts';
import { lastDay, longDate } from '../text/date.ts';
import { saysFinished } from '../text/finished.ts';
import { saysRecurring } from '../text/recurring.ts';
import { plan } from './examples.ts';
import { defineRule } from './rule.ts';

export const deliverableOverdue = defineRule({
  id: 'deliverable-overdue',
  group: 'plan',
  summary: 'A deliverable whose day has passed is marked as completed, or has a new day.',
  why: 'A plan with days long past is a record of intentions, and nobody works by it.',
  source: 'National Surveillance Camera Strategy delivery plan, objective 5',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    overdue: ({ deliverable, due }: { readonly deliverable: string; readonly due: string }) => ({
      text: `“${deliverable}” was due on ${due}.`,
      help: 'Write “Completed”, with the day, or agree a new day.',
    }),
  },
  *check({ binding, today }) {
    for (const { requirement, rows } of allBound(binding.sections)) {
      for (const row of rows) {
        const cell = row.cells['target-date'];
        const due = dueOn(row);
        if (!cell || due === undefined || due >= today) continue;
        const name = row.value.deliverable ?? Object.values(row.value)[0];
        const data = { deliverable: String(name ?? ''), due: longDate(due) };
        yield { message: 'overdue', data, at: textSpan(cell), requirement };
      }
    }
  },
  examples: () => [
    {
      title: 'A day that is still to come',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds | 30 September 2026 |'),
      finds: [],
    },
    {
      title: 'A day that is past, and the work is done',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| New barrier | Opens in 5 seconds | Completed 31/03/2021 |',
        '| Lamps | 20 lux | DONE |',
        '| Signs | Six signs up | 1 May 2025 ✓ |',
        '| Bays | Ten bays | Implemented 1 May 2025 |',
      ),
      finds: [],
    },
    {
      title: 'The first of many days is past',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| Report | On the website | 30 April 2025, then monthly |',
        '| Survey | Answers from 50 drivers | Quarterly from January 2025 |',
        '| Tests | All lamps lit | May 2025 (every month) |',
      ),
      finds: [],
    },
    {
      title: 'A day that is long past',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds | 30/09/2020 |'),
      finds: ['overdue'],
    },
    {
      title: 'A day that is past, and the work is not done, or a part of it',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| New barrier | Opens in 5 seconds | Not yet completed, due 31 March 2021 |',
        '| Lamps | 20 lux | 31 March 2021, 80% complete |',
        '| Two barriers | Open in 5 seconds | 31 January 2026 (1 of 2 delivered) |',
      ),
      finds: ['overdue', 'overdue', 'overdue'],
    },
    {
      title: 'A month that is past, also where the work goes on',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| New barrier | Opens in 5 seconds | January 2026 |',
        '| Lamps | 20 lux | January 2026, ongoing |',
      ),
      finds: ['overdue', 'overdue'],
    },
  ],
});

/** The last day that the target can mean, unless it or the status says that it is reached. */
function dueOn({ cells }: Row): string | undefined {
  const { 'target-date': target, status } = cells;
  if ([target, status].some((cell) => saysFinished(cell?.text ?? ''))) return undefined;
  if (saysRecurring(target?.text ?? '')) return undefined;
  const moved = status && newDay.test(status.text) ? lastDay(status.text) : undefined;
  return moved ?? lastDay(target?.text ?? '');
}

/** “Slipped to January 2027” */
const newDay = /\b(?:slipped|moved|revised|re-?scheduled|deferred|postponed|delayed|extended|put back|now)\b/i;
