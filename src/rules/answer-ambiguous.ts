import { allBound } from '../binding/binding.ts';
import { titleOf } from '../framework/framework.ts';
import { form, formPart } from './examples.ts';
import { defineRule } from './rule.ts';

export const answerAmbiguous = defineRule({
  id: 'answer-ambiguous',
  group: 'assessment',
  summary: 'A closed question has one answer, not two.',
  why: 'Two ticks leave it to the reader to choose the answer.',
  source: 'Self-assessment tool',
  severity: { draft: 'warning', agreed: 'error', retired: 'info' },
  messages: {
    both: ({ question }: { readonly question: string }) => ({
      text: `More than one answer is ticked for “${question}”.`,
      help: 'Leave only the tick that holds: an empty box is “[ ]” or “☐”.',
    }),
  },
  *check({ binding }) {
    for (const { requirement, value, labels } of allBound(binding.sections)) {
      const [label] = labels;
      if (value.answer !== 'both' || !label) continue;
      yield { message: 'both', data: { question: titleOf(requirement) }, at: label.span, requirement };
    }
  },
  examples: () => [
    { title: 'One box is ticked', framework: 'car-park-check', markdown: form(), finds: [] },
    {
      title: 'Boxes in one line',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: '☒ Yes ☐ No\n\nThe post is on the notice board.' }) }),
      finds: [],
    },
    {
      title: 'Both boxes are ticked',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: '- [x] Yes\n- [x] No' }) }),
      finds: ['both'],
    },
    {
      title: 'Two ticks in one line',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: 'Yes ☒ No ☒' }) }),
      finds: ['both'],
    },
  ],
});
