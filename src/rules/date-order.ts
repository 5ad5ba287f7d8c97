import { type AgreementDate, datesOf, isRenewed, lastSigned } from '../binding/dates.ts';
import { historiesOf, outOfOrder } from '../binding/history.ts';
import { cueOf } from '../text/concordance.ts';
import { daysBetween, longDate } from '../text/date.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const backdated = cueOf('retrospective…', 'back…');

export const dateOrder = defineRule({
  id: 'date-order',
  group: 'dates',
  summary: 'An agreement is agreed, then starts, is reviewed, and ends, in this order.',
  why: 'Where the dates cannot all be right, nobody can say whether the agreement applied on a given day.',
  source: 'Published agreements, one of them approved nearly two years after its start',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    order: (data: Order) => ({
      text: inWords(data),
      help: 'Find out which of the two dates is wrong, and correct it.',
    }),
    late: (data: Order) => ({
      text: inWords(data),
      help: 'If a date is wrong, correct it. If the agreement was to apply from a day before it was agreed, say so in the text, with the reason.',
    }),
    history: ({ version, day, before }: Entry) => ({
      text: `The history gives ${longDate(day)} for ${version}, and the later ${longDate(before)} for the one before it.`,
      help: 'Correct the date that is wrong, or put the entries in their order.',
    }),
  },
  *check({ binding, passages, terms }) {
    const { agreed, effective, expires, review } = datesOf(binding, terms);
    if (effective && expires && effective.day > expires.day) {
      yield found('order', 'The end', expires, 'before the start', effective);
    } else if (effective && review && review.day < effective.day) {
      yield found('order', 'The next review', review, 'before the start', effective);
    } else if (expires && review && daysBetween(expires.day, review.day) > soonAfter && !isRenewed(binding)) {
      yield found('order', 'The next review', review, 'after the end', expires);
    }
    const isMeant = passages.with(backdated).some(({ prose }) => /\bretrospective|\bback-?dat/i.test(prose.text));
    if (effective && !isMeant) {
      const last = lastSigned(binding);
      if (agreed && agreed.day > effective.day) {
        const weight = daysBetween(effective.day, agreed.day) > soonAfter ? {} : { atMost: 'info' as const };
        yield { ...found('late', 'The day of agreement', agreed, 'after the start', effective), ...weight };
      } else if (last && daysBetween(effective.day, last.day) > longAfter) {
        yield found('late', 'The last signature', last, 'long after the start', effective);
      }
    }
    for (const { before, wrong } of historiesOf(binding).flatMap((editions) => outOfOrder(editions) ?? [])) {
      const version = wrong.version === undefined ? 'an entry' : `version ${wrong.version}`;
      const related = [{ at: before.dayAt, text: `${longDate(before.day)} here` }];
      yield { message: 'history', data: { version, day: wrong.day, before: before.day }, at: wrong.dayAt, related };
    }
  },
  examples: () => [
    {
      title: 'Agreed, started, reviewed, ended',
      markdown: agreementWith(
        'agreed: 2026-03-12\neffective: 2026-03-12\nexpires: 2027-03-31\nreview: { next: 2027-03-31 }',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A history with the newest version first',
      markdown: agreementWith(
        'version: 1.10\nhistory:\n  - { version: 1.10, date: 2026-03-12 }\n  - { version: 1.9, date: 2026-02-16 }',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A start before the day of agreement that is meant',
      markdown: agreementWith(
        'agreed: 2026-03-12\neffective: 2026-01-01',
        'The council has approved that it applies retrospectively, because the cameras were handed over in January.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'It ends before it starts',
      markdown: agreementWith(
        'effective: 2027-01-01\nexpires: 2026-12-31\nreview: { next: 2028-01-04 }',
        scope,
        charges,
      ),
      finds: ['order'],
    },
    {
      title: 'In the words of the text',
      markdown: agreementWith(
        'status: agreed',
        'The agreement starts on 1 January 2027 and ends on 31 December 2026.\n',
        scope,
        charges,
      ),
      finds: ['order'],
    },
    {
      title: 'Agreed after it started, and a review after its end',
      markdown: agreementWith(
        'agreed: 2026-09-14\neffective: 2025-04-01\nexpires: 2028-03-31\nreview: { next: 2029-04-01 }',
        scope,
        charges,
      ),
      finds: ['late', 'order'],
    },
    {
      title: 'Signed half a year after it started',
      markdown: agreementWith(
        'effective: 2025-09-01',
        scope,
        charges,
        '## Signatures\n\nAda Clerk, Town Clerk, for Exampleton Council, 12 March 2026\n',
      ),
      finds: ['late'],
    },
    {
      title: 'A history out of order',
      markdown: agreementWith(
        'version: 1.2\nhistory:\n  - { version: 1.0, date: 2026-01-15 }\n  - { version: 1.1, date: 2025-02-16 }\n  - { version: 1.2, date: 2026-03-12 }',
        scope,
        charges,
      ),
      finds: ['history'],
    },
  ],
});

interface Order {
  readonly first: string;
  readonly day: string;
  readonly second: string;
  readonly other: string;
}

interface Entry {
  readonly version: string;
  readonly day: string;
  readonly before: string;
}

function inWords({ first, day, second, other }: Order): string {
  return `${first}, ${longDate(day)}, is ${second}, ${longDate(other)}.`;
}

/** A review in the month after the end closes the account; a signature may follow within the quarter. */
const soonAfter = 31;
const longAfter = 92;

function found<M extends 'order' | 'late'>(
  message: M,
  first: string,
  one: AgreementDate,
  second: string,
  other: AgreementDate,
) {
  const related = [{ at: other.at, text: `${longDate(other.day)} here` }];
  return { message, data: { first, day: one.day, second, other: other.day }, at: one.at, related };
}
