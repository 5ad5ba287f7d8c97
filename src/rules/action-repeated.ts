import { distinctActions } from '../evidence/plans.ts';
import { form, formPart } from './examples.ts';
import { defineRule } from './rule.ts';

const plan =
  '| Action | Owner | By |\n| --- | --- | --- |\n| Train the wardens in first aid | Facilities manager | 2026-09-30 |';
const again = plan.replace('Train', 'Also train');

export const actionRepeated = defineRule({
  id: 'action-repeated',
  group: 'assessment',
  summary: 'An action is planned once.',
  why: 'The same action under several heads is counted several times and owned by none of them.',
  source: 'Published self-assessments',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    repeated: ({ times }: { readonly times: string }) => ({
      text: `This action is planned ${times}, in nearly the same words.`,
      help: 'Keep it where it belongs, and refer to it from the other plans.',
    }),
  },
  *check({ binding }) {
    for (const [row, ...others] of distinctActions(binding)) {
      if (others.length === 0) continue;
      const times = others.length === 1 ? 'twice' : `${others.length + 1} times`;
      const related = others.map(({ at }) => ({ at, text: 'Here it is again' }));
      yield { message: 'repeated', data: { times }, at: row.at, related };
    }
  },
  examples: () => [
    {
      title: 'An action in one plan',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ left: '- [x] Yes\n- [ ] No', plan }) }),
      finds: [],
    },
    {
      title: 'Different actions in two plans',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({ left: '- [x] Yes\n- [ ] No', plan }),
        rest: `## Part 2: Charges\n\n### 5. Are charges to change?\n\n- [x] Yes\n- [ ] No\n\n### Action plan\n\n${plan.replace('Train the wardens in first aid', 'Raise the charge by 10 pence')}\n`,
      }),
      finds: [],
    },
    {
      title: 'The same action in two plans, but for a word',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: plan.replace(
            'Train the wardens',
            'Train all wardens and the deputy wardens of the multi-storey car park',
          ),
        }),
        rest: `## Part 2: Charges\n\n### 5. Are charges to change?\n\n- [x] Yes\n- [ ] No\n\n### Action plan\n\n${again.replace('train the wardens', 'train all wardens and the deputy wardens of the multi-storey car park')}\n`,
      }),
      finds: ['repeated'],
    },
    {
      title: 'Word for word',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({ left: '- [x] Yes\n- [ ] No', plan }),
        rest: `## Part 2: Charges\n\n### 5. Are charges to change?\n\n- [x] Yes\n- [ ] No\n\n### Action plan\n\n${plan}\n`,
      }),
      finds: ['repeated'],
    },
  ],
});
