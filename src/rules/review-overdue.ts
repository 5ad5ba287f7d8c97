import { datesOf, endedBefore } from '../binding/dates.ts';
import { daysBetween, longDate } from '../text/date.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const reviewOverdue = defineRule({
  id: 'review-overdue',
  group: 'dates',
  summary: 'The next review of an agreement is still to come.',
  why: 'Figures, posts and laws change, and an agreement that nobody looks at falls behind them.',
  source: 'SC Code principles 2 and 10; published codes whose review date is past',
  severity: { draft: 'off', agreed: 'warning', retired: 'off' },
  weights: {
    soon: { severity: 'info', when: 'it is still to come' },
  },
  messages: {
    soon: ({ due }: { readonly due: string }) => ({
      text: `The review is due on ${longDate(due)}.`,
      help: 'Ask the parties for a date now.',
    }),
    overdue: ({ due }: { readonly due: string }) => ({
      text: `The review was due on ${longDate(due)}.`,
      help: 'Hold the review, and write the date of the next one under “next” below “review” in the front matter, or where the text has it. If the agreement has been replaced, set “status: superseded”.',
    }),
  },
  *check({ binding, terms, today, dueWithin }) {
    // Of an assessment, `assessment-outdated` speaks.
    if (binding.framework.form) return;
    const { effective, review } = datesOf(binding, terms);
    if (!review || (effective && review.day < effective.day) || endedBefore(binding, terms, today)) return;
    const due = { data: { due: review.day }, at: review.at };
    if (review.day >= today) {
      if (dueWithin > 0 && daysBetween(today, review.day) <= dueWithin) yield { message: 'soon', ...due };
      return;
    }
    yield { message: 'overdue', ...due };
  },
  examples: () => [
    {
      title: 'Due today',
      markdown: agreementWith('status: agreed\nreview: { every: 12 months, next: 2026-03-12 }', scope, charges),
      finds: [],
    },
    {
      title: 'A draft',
      markdown: agreementWith('status: draft\nreview: { next: 2025-03-01 }', scope, charges),
      finds: [],
    },
    {
      title: 'Past, in the front matter',
      markdown: agreementWith('status: agreed\nreview: { every: 12 months, next: 2026-03-01 }', scope, charges),
      finds: ['overdue'],
    },
    {
      title: 'Past, in the text',
      markdown: agreementWith('status: agreed', '**Next review:** 1 March 2025\n', scope, charges),
      finds: ['overdue'],
    },
    {
      title: 'Due in 20 days, where 30 days are wanted',
      markdown: agreementWith('status: agreed\nreview: { every: 12 months, next: 2026-04-01 }', scope, charges),
      dueWithin: 30,
      finds: ['soon'],
    },
  ],
});
