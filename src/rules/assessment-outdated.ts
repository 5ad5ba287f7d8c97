import { allBound, type Binding, placeOf } from '../binding/binding.ts';
import { property } from '../data/json.ts';
import { isIsoDate, longDate, yearAfter } from '../text/date.ts';
import type { Span } from '../text/span.ts';
import { form } from './examples.ts';
import { defineRule } from './rule.ts';

export const assessmentOutdated = defineRule({
  id: 'assessment-outdated',
  group: 'assessment',
  summary: 'An assessment is less than a year old, or says when it is reviewed next.',
  why: 'An old assessment vouches for a system that has changed since.',
  source: 'Self-assessment tool: the next annual review',
  severity: { draft: 'off', agreed: 'warning', retired: 'off' },
  messages: {
    outdated: ({ signed, due }: { readonly signed: string; readonly due: string }) => ({
      text: `The assessment was signed off on ${signed}; its annual review was due on ${due}.`,
      help: 'Go through the questions again, and sign it off anew. If it has been replaced, set “status: superseded”.',
    }),
    due: ({ due }: { readonly due: string }) => ({
      text: `The next review of the assessment was due on ${due}.`,
      help: 'Go through the questions again, and sign it off anew. If it has been replaced, set “status: superseded”.',
    }),
  },
  *check({ binding, today }) {
    if (!binding.framework.form) return;
    const next = property(property(binding.frontMatter, 'review'), 'next');
    if (isIsoDate(next)) {
      if (next >= today) return;
      yield { message: 'due', data: { due: longDate(next) }, at: placeOf(binding, '/front-matter/review/next') };
      return;
    }
    const signed = signOff(binding);
    const due = signed && yearAfter(signed.day);
    if (!signed || !due || due >= today) return;
    yield { message: 'outdated', data: { signed: longDate(signed.day), due: longDate(due) }, at: signed.at };
  },
  examples: () => [
    { title: 'Signed off this year', framework: 'car-park-check', markdown: form(), finds: [] },
    {
      title: 'Older, with a review that is still to come',
      framework: 'car-park-check',
      markdown: form({ head: 'review: { next: 2026-12-01 }', date: '1 May 2024' }),
      finds: [],
    },
    {
      title: 'Signed off years ago',
      framework: 'car-park-check',
      markdown: form({ date: '1 May 2024' }),
      finds: ['outdated'],
    },
    {
      title: 'A review that is past',
      framework: 'car-park-check',
      markdown: form({ head: 'review: { next: 2025-12-01 }' }),
      finds: ['due'],
    },
  ],
});

/** The day in full on which it was signed off; a day that is not named is another rule's matter. */
function signOff(binding: Binding): { readonly day: string; readonly at: Span } | undefined {
  const declared = property(binding.frontMatter, 'agreed');
  if (isIsoDate(declared)) return { day: declared, at: placeOf(binding, '/front-matter/agreed') };
  const stated = allBound(binding.sections).find(({ requirement }) => requirement.states === '/agreed');
  const day = stated?.value.date;
  const at = stated?.blocks[0]?.span;
  return typeof day === 'string' && at ? { day, at } : undefined;
}
