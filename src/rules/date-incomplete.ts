import { allBound, type Binding } from '../binding/binding.ts';
import { statedFacts } from '../binding/facts.ts';
import { signatureBlock } from '../binding/signatures.ts';
import { spanIn, textSpan } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { impossibleDays, longDate, monthFirst, readDate, yearCue } from '../text/date.ts';
import { saysRecurring } from '../text/recurring.ts';
import { isWithin, type Span } from '../text/span.ts';
import { agreement, agreementWith, charges, form, plan, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const dateIncomplete = defineRule({
  id: 'date-incomplete',
  group: 'dates',
  summary: 'A date has a day, a month and a year, and is in the calendar.',
  why: 'Whether a term has ended or a review is due turns on the day.',
  source: 'Published agreements dated “201” and assessments dated by the month',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  weights: {
    impossible: { severity: 'error', when: 'no calendar has the day' },
  },
  messages: {
    dayless: ({ date }: { readonly date: string }) => ({
      text: `“${date}” does not name a day.`,
      help: 'Write the day, the month and the year, such as 12 March 2026.',
    }),
    monthFirst: ({ date, meant }: { readonly date: string; readonly meant: string }) => ({
      text: `“${date}” has its month before its day.`,
      help: `Write “${meant}”, which nobody can misread.`,
    }),
    impossible: ({ date }: { readonly date: string }) => ({
      text: `“${date}” is not a day of the calendar, or its year is cut short.`,
      help: 'Correct it: day, month and a year of four digits, such as 12 March 2026.',
    }),
  },
  *check(context) {
    const asked = datesOf(context.binding);
    for (const { text, at } of [...asked, ...impossibleIn(context, asked)]) {
      const written = readDate(text);
      if (!written || written.state === 'day') continue;
      const date = written.text;
      // “End of March 2027” is its last day.
      if (written.state === 'month' && isEndOf(text, date)) continue;
      const meant = monthFirst(date);
      if (meant) yield { message: 'monthFirst', data: { date, meant: longDate(meant) }, at };
      else yield { message: written.state === 'month' ? 'dayless' : 'impossible', data: { date }, at };
    }
  },
  examples: () => [
    { title: 'A date in full', framework: 'car-park-check', markdown: form(), finds: [] },
    {
      title: 'Dates in full in a signature block',
      markdown: agreementWith(
        'effective: 2026-04-01',
        'Start: 1 April 2026\n',
        scope,
        charges,
        '## Signed\n\n| For | Name | Date |\n| --- | --- | --- |\n| Council | A. Clerk | 12/03/2026 |\n',
      ),
      finds: [],
    },
    {
      title: 'A month without a day',
      framework: 'car-park-check',
      markdown: form({ date: 'August 2025' }),
      finds: ['dayless'],
    },
    {
      title: 'The month from which something comes again and again, and the end of one',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| Report | On the website | June 2026, then monthly |',
        '| New barrier | Opens in 5 seconds | End of June 2026 |',
      ),
      finds: [],
    },
    {
      title: 'The month in which something is due, and the end of one that is no such day',
      framework: 'car-park-plan',
      markdown: plan(
        'Works',
        '| New barrier | Opens in 5 seconds | June 2026 |',
        '| New lamps | 20 lux | First weekend of June 2026 |',
        '| New signs | Read from 10 metres | End of 31/06/2026 |',
      ),
      finds: ['dayless', 'dayless', 'impossible'],
    },
    {
      title: 'A year that is cut short, and a day that no calendar has',
      markdown: agreementWith(
        'effective: 2026-04-01',
        'Start: 1 April 201\n',
        scope,
        charges,
        '## Signed\n\n| For | Name | Date |\n| --- | --- | --- |\n| Council | A. Clerk | 31 April 2026 |\n',
      ),
      finds: ['impossible', 'impossible'],
    },
    {
      title: 'A date as it is written in the United States',
      markdown: agreementWith('effective: 2026-03-16', 'Start: 03/16/2026\n', scope, charges),
      finds: ['monthFirst'],
    },
    {
      title: 'A day that no calendar has, in a sentence',
      markdown: agreement(scope, charges, '## Keys\n\nThe plan was adopted on 31 April 2025.\n'),
      finds: ['impossible'],
    },
  ],
});

/** Not “the weekend of March 2027”, which may be any. */
function isEndOf(text: string, month: string): boolean {
  const at = text.indexOf(month);
  return /\bend of (?:the month of )?$/i.test(text.slice(0, at));
}

/** Anywhere else a day that no calendar has is wrong, too. */
function impossibleIn({ binding, passages }: Context, asked: readonly Written[]): Written[] {
  const known = asked.map(({ at }) => at);
  return passages
    .with(yearCue)
    .flatMap(({ prose }) =>
      impossibleDays(prose.text).map(({ text, index }) => ({
        text,
        at: spanIn(binding.document.source, prose, index, index + text.length),
      })),
    )
    .filter(({ at }) => !known.some((one) => isWithin(at, one)));
}

interface Written {
  readonly text: string;
  readonly at: Span;
}

/** Columns of tables in which a day is asked for. */
const dated = ['target-date', 'by'];

/** The places where a date is asked for: components, cells, facts before the first section, the signature block. */
function datesOf(binding: Binding): Written[] {
  const components = allBound(binding.sections).flatMap(({ requirement, value, blocks }): Written[] => {
    const [first] = blocks;
    return requirement.reads === 'date' && first ? [{ text: String(value.text ?? ''), at: first.span }] : [];
  });
  const cells = allBound(binding.sections).flatMap(({ rows }) =>
    // What comes every month needs no day.
    rows.flatMap(({ cells }) => dated.flatMap((id) => cells[id] ?? []).filter(({ text }) => !saysRecurring(text))),
  );
  const facts = statedFacts(binding).filter(({ format }) => format?.startsWith('date'));
  const signed = signatureBlock(binding.document.blocks)?.entries.flatMap(({ dates }) => dates) ?? [];
  const all = [
    ...components,
    ...facts,
    ...[...cells, ...signed].map((prose) => ({ text: prose.text, at: textSpan(prose) })),
  ];
  const byPlace = new Map(all.map((one) => [one.at.start.offset, one]));
  return [...byPlace.values()];
}
