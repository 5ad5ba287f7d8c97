import type { Row } from '../binding/binding.ts';
import { lastDay, longDate } from '../text/date.ts';
import { saysDone, saysUnfinished } from '../text/done.ts';
import { form, formPart } from './examples.ts';
import { distinctActions, shortAction } from './plans.ts';
import { defineRule } from './rule.ts';

const planned = (...rows: readonly string[]) =>
  formPart({
    left: '- [x] Yes\n- [ ] No',
    plan: ['| Action | Owner | By | Status |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  });

export const actionOverdue = defineRule({
  id: 'action-overdue',
  group: 'assessment',
  summary: 'An action whose day has passed is marked as done, or has a new day.',
  why: 'Whoever reads the assessment cannot tell whether the gap that it admits has been closed.',
  source: 'Self-assessment tool: actions for the year before the next annual review',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    overdue: ({ action, due }: { readonly action: string; readonly due: string }) => ({
      text: `The action “${action}” was due by ${due}.`,
      help: 'Write “Done”, with the day, or agree a new day.',
    }),
  },
  *check({ binding, today }) {
    for (const [row, ...again] of distinctActions(binding)) {
      const days = [row, ...again].map(dueOn);
      const [due] = days
        .filter((day) => day !== undefined)
        .sort()
        .reverse();
      if (due === undefined || due >= today || [row, ...again].some(isDone)) continue;
      const related = again.map(({ at }) => ({ at, text: 'Here too' }));
      yield { message: 'overdue', data: { action: shortAction(row), due: longDate(due) }, at: row.at, related };
    }
  },
  examples: () => [
    {
      title: 'A day to come, and an action that is done',
      framework: 'car-park-check',
      markdown: form({
        part: planned(
          '| Mend the barrier | Facilities manager | 30 September 2026 | Ordered |',
          '| Paint the bays | Warden | 31/01/2026 | Done 28 January |',
          '| Renew the signs | Warden | 1 February 2026 ✓ | |',
        ),
      }),
      finds: [],
    },
    {
      title: 'A past day that is no deadline',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: 'The facilities manager will see to the faults that the survey of 3 March 2025 found.',
        }),
      }),
      finds: [],
    },
    {
      title: 'Days that have passed',
      framework: 'car-park-check',
      markdown: form({
        part: planned(
          '| Complete the survey | Facilities manager | 30 September 2025 | |',
          '| Paint the bays | Warden | January 2026 | In hand |',
        ),
      }),
      finds: ['overdue', 'overdue'],
    },
    {
      title: 'In a sentence',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: 'The facilities manager will mend the barrier by 30 September 2025.',
        }),
      }),
      finds: ['overdue'],
    },
  ],
});

/** "… by 30 September 2025", "due on the 3rd of March 2026" */
const deadline =
  /\b(?:by|before|until|no later than|not later than|due(?: on| by)?|deadline:?)\s+(?:the end of\s+|the\s+)?(?=\d|\p{Lu})/giu;

/** The last day that the deadline of an action can mean; undefined where none is given. */
function dueOn({ cells }: Row): string | undefined {
  if (cells.by) return lastDay(cells.by.text);
  const text = cells.action?.text ?? '';
  for (const { index, 0: words } of text.matchAll(deadline)) {
    const from = index + words.length;
    const day = lastDay(/^[\p{L}\p{N}/. -]{4,30}/u.exec(text.slice(from, from + 30))?.[0] ?? '');
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Whether some cell says that the action is done; what is to be completed stands in the action itself. */
function isDone({ cells }: Row): boolean {
  return Object.entries(cells).some(([key, { text }]) => {
    const says =
      key === 'action'
        ? /\b(?:completed|done|closed) (?:on |in )?(?:\d|\p{Lu})|[([](?:completed|done|closed)\b/u.test(text)
        : saysDone(text);
    return key !== 'owner' && says && !saysUnfinished(text);
  });
}
