import { allBound } from '../binding/binding.ts';
import { form, formPart } from './examples.ts';
import { defineRule } from './rule.ts';

export const answerLost = defineRule({
  id: 'answer-lost',
  group: 'assessment',
  summary: 'The ticks of a form have survived its way into text.',
  why: 'Where “Yes” and “No” both stand without a mark, nobody can tell what was answered.',
  source: 'Published self-assessments that were pasted from a form',
  severity: 'warning',
  messages: {
    lost: ({ count, closed }: { readonly count: number; readonly closed: number }) => ({
      text: `The ticks are gone: ${count} of ${closed} closed questions show every option and no mark.`,
      help: 'Look the answers up in the original, and leave only the one that was given, or write it as “- [x] Yes”.',
    }),
  },
  *check({ binding }) {
    const closed = allBound(binding.sections).filter(({ requirement }) => requirement.reads === 'choice');
    const lost = closed.filter(({ value }) => value.answer === 'lost');
    const [label] = lost[0]?.labels ?? [];
    if (!label) return;
    yield { message: 'lost', data: { count: lost.length, closed: closed.length }, at: label.span };
  },
  examples: () => [
    { title: 'Boxes that are ticked', framework: 'car-park-check', markdown: form(), finds: [] },
    {
      title: 'Only the answer is left',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ left: 'No' }) }),
      finds: [],
    },
    {
      title: 'Both options, and no mark',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ left: 'Yes\n\nNo' }) }),
      finds: ['lost'],
    },
    {
      title: 'One finding, however many are lost',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: 'Yes  No', left: 'Yes / No' }) }),
      finds: ['lost'],
    },
  ],
});
