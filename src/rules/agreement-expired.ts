import { endedBefore } from '../binding/dates.ts';
import { dayAfter, longDate } from '../text/date.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const agreementExpired = defineRule({
  id: 'agreement-expired',
  group: 'dates',
  summary: 'An agreement that is said to be in force has not ended.',
  why: 'After its end nobody is bound by it, and data that is shared under it is shared under nothing.',
  source: 'Published agreements that ran out, or run on by repeated extension',
  severity: { draft: 'off', agreed: 'warning', retired: 'off' },
  weights: {
    soon: { severity: 'info', when: 'it is still to come' },
  },
  messages: {
    soon: ({ end }: { readonly end: string }) => ({
      text: `The agreement ends on ${longDate(end)}.`,
      help: 'Agree what follows it: an extension, a new agreement, or its end.',
    }),
    expired: ({ end }: { readonly end: string }) => ({
      text: `The agreement ended on ${longDate(end)}.`,
      help: 'If it was extended, correct the date, and record the extension. If it has been replaced or given up, set “status: superseded” or “status: ended”.',
    }),
  },
  *check({ binding, terms, today, dueWithin }) {
    const end = endedBefore(binding, terms, dueWithin > 0 ? dayAfter(today, dueWithin + 1) : today);
    if (!end) return;
    yield { message: end.day < today ? 'expired' : 'soon', data: { end: end.day }, at: end.at };
  },
  examples: () => [
    {
      title: 'The last day is today',
      markdown: agreementWith('effective: 2025-03-13\nexpires: 2026-03-12', scope, charges),
      finds: [],
    },
    {
      title: 'A first term that has ended, and the agreement goes on',
      markdown: agreementWith(
        'effective: 2021-04-01\nexpires: 2024-03-31',
        scope,
        charges,
        '**Term:** An initial term of three years to 31 March 2024, and thereafter until either party gives notice.\n',
      ),
      finds: [],
    },
    {
      title: 'It renews by itself',
      markdown: agreementWith(
        'effective: 2025-03-01\nexpires: 2026-02-28',
        scope,
        charges,
        '**Term:** This agreement renews automatically for a year at a time.\n',
      ),
      finds: [],
    },
    {
      title: 'It has been replaced',
      markdown: agreementWith('status: superseded\nexpires: 2020-03-31', scope, charges),
      finds: [],
    },
    {
      title: 'Past its end',
      markdown: agreementWith('status: agreed\neffective: 2023-04-01\nexpires: 2026-03-11', scope, charges),
      finds: ['expired'],
    },
    {
      title: 'Past the end that the text states',
      markdown: agreementWith('status: agreed', 'End: 31 March 2025\n', scope, charges),
      finds: ['expired'],
    },
    {
      title: 'Its end is 19 days away, where 30 days are wanted',
      markdown: agreementWith('status: agreed\neffective: 2023-04-01\nexpires: 2026-03-31', scope, charges),
      dueWithin: 30,
      finds: ['soon'],
    },
  ],
});
