import type { Row } from '../binding/binding.ts';
import { distinctActions, shortAction } from '../evidence/plans.ts';
import { lastDay, longDate } from '../text/date.ts';
import { saysFinished, saysUnfinished } from '../text/finished.ts';
import { saysRecurring } from '../text/recurring.ts';
import { form, formPart } from './examples.ts';
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
      title: 'A day to come, an action that is done, and one that comes again',
      framework: 'car-park-check',
      markdown: form({
        part: planned(
          '| Mend the barrier | Facilities manager | 30 September 2026 | Ordered |',
          '| Paint the bays | Warden | 31/01/2026 | Done 28 January |',
          '| Renew the signs | Warden | 1 February 2026 ✓ | |',
          '| Test the lamps | Warden | January 2026, then monthly | |',
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
      title: 'Some of it is done, and all of it',
      framework: 'car-park-check',
      markdown: form({
        part: planned(
          '| Renew three signs | Warden | 31 January 2026 (2 of 3 done) | |',
          '| Paint two bays | Warden | 31 January 2026 | 1 of 2 done |',
          '| Mend two lamps | Facilities manager | 31 January 2026 | 2 of 2 done |',
        ),
      }),
      finds: ['overdue', 'overdue'],
    },
    {
      title: 'In a list',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: '1. Renew the signs – Facilities Manager – 31 January 2026\n2. Paint the bays. Owner: Duty Manager. Due: 28 February 2026.\n3. Mend the lamps (Duty Manager, September 2026)\n4. Review the stairs (Duty Manager, Q2 2025)\n5. Review the rota – Duty Manager – as in the report of 3 March 2025',
        }),
      }),
      finds: ['overdue', 'overdue', 'overdue'],
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

/** "… by 30 September 2025", "due on the 3rd of March 2026", "Due: 30 June 2026" */
const deadline =
  /\b(?:by|before|until|no later than|not later than|due(?: on| by)?|deadline):?\s+(?:the end of\s+|the\s+)?(?=\d|\p{Lu})/giu;

/** What stands last in an action: "… – Operations Manager – 31 May 2026", "… (Duty Manager, May 2026)". */
const closing =
  /[–—,;(-]\s{0,3}(?:end of\s)?((?:\d{1,4}|Q[1-4]|\p{Lu}\p{L}{2,8})[\s/.-][\p{L}\p{N}\s/.-]{2,20})\)?\s{0,3}$/u;

/** The last day that the deadline of an action can mean; undefined where none is given. */
function dueOn({ cells }: Row): string | undefined {
  if (cells.by) return saysRecurring(cells.by.text) ? undefined : lastDay(cells.by.text);
  const text = cells.action?.text ?? '';
  for (const { index, 0: words } of text.matchAll(deadline)) {
    const from = index + words.length;
    const day = lastDay(/^[\p{L}\p{N}/. -]{4,30}/u.exec(text.slice(from, from + 30))?.[0] ?? '');
    if (day !== undefined) return day;
  }
  return cells.owner && lastDay(closing.exec(text.slice(-60).replace(/\.\s{0,3}$/, ''))?.[1] ?? '');
}

/** Whether some cell says that the action is done; what is to be completed stands in the action itself. */
function isDone({ cells }: Row): boolean {
  return Object.entries(cells).some(([key, { text }]) => {
    const says =
      key === 'action'
        ? /\b(?:completed|done|closed) (?:on |in )?(?:\d|\p{Lu})|[([](?:completed|done|closed)\b/u.test(text)
        : saysFinished(text);
    return key !== 'owner' && says && !saysUnfinished(text);
  });
}
