import { type Binding, placeOf } from '../binding/binding.ts';
import { runsUntilNotice, type TermSentence } from '../binding/dates.ts';
import { statementsOf } from '../binding/facts.ts';
import { property } from '../data/json.ts';
import { findDate, isIsoDate, longDate } from '../text/date.ts';
import { excerpt } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { readTerm, speaksOfLater, speaksOfSooner } from '../text/term.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const termContradicted = defineRule({
  id: 'term-contradicted',
  group: 'dates',
  summary: 'An agreement has an end, or goes on until notice, and not both.',
  why: 'On the day after the end, one side will think that it is free and the other that it is still bound.',
  source: 'Published agreements whose end date is undone by a later clause',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    contradicted: ({ end, open }: { readonly end: string; readonly open: string }) => ({
      text: `The agreement has an end, ${longDate(end)}, but here it goes on: “${open}”.`,
      help: 'Decide for one: an end, or until notice. If a first term is meant that goes on, write “an initial term until …, and thereafter until notice”, and “expires: until-notice” in the front matter.',
    }),
    ended: ({ end }: { readonly end: string }) => ({
      text: `The front matter says “until-notice”, but here the agreement has an end, ${longDate(end)}.`,
      help: 'Put the date under “expires” in the front matter, or take it out of the text. If only the first term ends on that day, say what follows it.',
    }),
  },
  *check({ binding, terms: all }) {
    const terms = all.filter(({ before, text }) => !speaksOfLater(`${before} ${text}`) && !speaksOfSooner(text));
    const end = endOf(binding, terms);
    if (runsUntilNotice(binding)) {
      const own = end?.isLabel === false && !terms.some(({ open }) => open) ? end : undefined;
      if (own) yield { message: 'ended', data: { end: own.day }, at: own.at };
      return;
    }
    const open = openSentence(terms) ?? openLabel(binding);
    if (!end || !open) return;
    const data = { end: end.day, open: excerpt(open.text, 100) };
    yield { message: 'contradicted', data, at: open.at, related: [{ at: end.at, text: 'The end is here' }] };
  },
  examples: () => [
    {
      title: 'An initial term, and thereafter until notice',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: until-notice',
        scope,
        charges,
        '**Term:** An initial term of three years to 31 March 2029, and thereafter until one party gives 6 months’ notice.\n',
      ),
      finds: [],
    },
    {
      title: 'The initial term ends in the sentence before',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31',
        scope,
        charges,
        '## Term\n\nThe initial term ends on 31 March 2029. It continues until either party gives 6 months’ notice.\n',
      ),
      finds: [],
    },
    {
      title: 'An end, after which it rolls on',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31',
        scope,
        charges,
        '**Term:** It then rolls on until either side gives notice.\n',
      ),
      finds: [],
    },
    {
      title: 'An end, and notice before it',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31',
        scope,
        charges,
        '**Term:** It remains in force until 31 March 2029, or until either party ends it sooner by 6 months’ notice.\n',
      ),
      finds: [],
    },
    {
      title: 'Something else goes on until notice',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31',
        scope,
        charges,
        '**Permits:** A permit continues until either party gives notice.\n',
      ),
      finds: [],
    },
    {
      title: 'An end and no end in one clause',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31',
        scope,
        charges,
        '**Term:** This agreement ends on 31 March 2029. It stays in force until either party gives 6 months’ notice.\n',
      ),
      finds: ['contradicted'],
    },
    {
      title: 'An end, and a sentence by which there is none',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31',
        scope,
        charges,
        '**Term:** This agreement has no end date and rolls on until either side gives notice.\n',
      ),
      finds: ['contradicted'],
    },
    {
      title: 'Until notice in the front matter, an end in the text',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: until-notice',
        scope,
        charges,
        '**Term:** From 1 April 2026 to 31 March 2029.\n',
      ),
      finds: ['ended'],
    },
  ],
});

interface End {
  readonly day: string;
  readonly at: Span;
  /** Whether a label states it: then `front-matter-differs` compares it with the front matter. */
  readonly isLabel: boolean;
}

function endOf(binding: Binding, terms: readonly TermSentence[]): End | undefined {
  const front = property(binding.frontMatter, 'expires');
  if (isIsoDate(front)) return { day: front, at: placeOf(binding, '/front-matter/expires'), isLabel: true };
  for (const { pointer, text, at } of statementsOf(binding)) {
    const day = pointer === '/expires' ? findDate(text) : undefined;
    if (day !== undefined) return { day, at, isLabel: true };
  }
  const clause = terms.find((one) => one.end && !one.open)?.end;
  return clause && { ...clause, isLabel: false };
}

function openSentence(terms: readonly TermSentence[]) {
  const found = terms.find(({ open }) => open);
  return found?.open && { text: found.text, at: found.open };
}

/** A label such as `End: until notice`. */
function openLabel(binding: Binding) {
  return statementsOf(binding).find(
    ({ pointer, text }) =>
      pointer === '/expires' &&
      (readTerm(text).open || /^\W*(?:until (?:further )?notice|none|ongoing|rolling)\W*$/i.test(text)),
  );
}
