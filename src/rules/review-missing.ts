import { placeOf } from '../binding/binding.ts';
import { reviewLack } from '../evidence/reviews.ts';
import { agreementWith, form } from './examples.ts';
import { defineRule } from './rule.ts';

export const reviewMissing = defineRule({
  id: 'review-missing',
  group: 'dates',
  summary: 'An agreement says when it is reviewed.',
  why: 'An agreement without a date for its review is looked at again when something has gone wrong.',
  source: 'SC Code principles 2 and 10; published codes whose review date is empty',
  severity: { draft: 'info', agreed: 'error', retired: 'off' },
  messages: {
    missing: () => ({
      text: 'Neither the front matter nor the text says when the agreement is reviewed.',
      help: 'Add “review: { every: 12 months, next: YYYY-MM-DD }” to the front matter, with the cycle and the day that the parties have agreed.',
    }),
    undated: () => ({
      text: 'No day is given for the next review, in the front matter or in the text.',
      help: 'Add “next: YYYY-MM-DD” below “review” in the front matter: a cycle without a day leaves each side waiting for the other.',
    }),
  },
  *check(context) {
    const lack = reviewLack(context);
    if (!lack) return;
    const { lacks, violation } = lack;
    const at = placeOf(context.binding, violation.pointer, 'key');
    const weight = violation.recommended ? { atMost: 'warning' as const } : {};
    yield { message: lacks === 'date' ? 'undated' : 'missing', data: {}, at, schema: violation.schema, ...weight };
  },
  examples: () => [
    {
      title: 'A day in the front matter',
      framework: 'car-park-plan',
      markdown: agreementWith('review: { every: 12 months, next: 2027-03-12 }', 'The plan is for one year.\n'),
      finds: [],
    },
    {
      title: 'A cycle in the text',
      framework: 'car-park-plan',
      markdown: agreementWith('title: Agreement', 'The council reviews this plan every 12 months.\n'),
      finds: [],
    },
    {
      title: 'An assessment, which is made anew each year',
      framework: 'car-park-check',
      markdown: form({ head: 'status: agreed' }),
      finds: [],
    },
    {
      title: 'Nothing on a review',
      framework: 'car-park-plan',
      markdown: agreementWith('title: Agreement', 'The council carries out this plan.\n'),
      finds: ['missing'],
    },
    {
      title: 'A cycle, and no day',
      framework: 'car-park-plan',
      markdown: agreementWith('review: { every: 12 months }', 'The council carries out this plan.\n'),
      finds: ['undated'],
    },
  ],
});
