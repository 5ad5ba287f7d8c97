import { plansOf } from '../evidence/plans.ts';
import { titleOf } from '../framework/framework.ts';
import { form, formPart } from './examples.ts';
import { defineRule } from './rule.ts';

export const actionMissing = defineRule({
  id: 'action-missing',
  group: 'assessment',
  summary: 'Where something is left to do, the action plan says what.',
  why: 'A weakness that is admitted and not acted on is worse than one that nobody knew of.',
  source: 'Self-assessment tool: actions for the year before the next annual review',
  severity: { draft: 'info', agreed: 'error', retired: 'off' },
  messages: {
    missing: ({ question, section }: { readonly question: string; readonly section: string }) => ({
      text: `“${question}” is answered with yes, and the action plan of “${section}” names no action.`,
      help: 'Write what will be done, which post sees to it, and by which day.',
    }),
  },
  *check({ binding }) {
    for (const { plan, closing, section } of plansOf(binding)) {
      if (closing?.value.answer !== 'yes' || plan.rows.length > 0 || plan.value.placeholder === true) continue;
      const at = (plan.labels[0] ?? closing.labels[0])?.span;
      if (!at) continue;
      const data = { question: titleOf(closing.requirement), section };
      yield { message: 'missing', data, at, requirement: plan.requirement };
    }
  },
  examples: () => [
    { title: 'Nothing is left to do', framework: 'car-park-check', markdown: form(), finds: [] },
    {
      title: 'Something is, and it is planned',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: '| Action | Owner | By |\n| --- | --- | --- |\n| Mend the barrier | Facilities manager | 2026-09-30 |',
        }),
      }),
      finds: [],
    },
    {
      title: 'A yes, and an empty plan',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ left: '- [x] Yes\n- [ ] No', plan: '' }) }),
      finds: ['missing'],
    },
    {
      title: 'A yes, and a plan that only remarks',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ left: '- [x] Yes\n- [ ] No', plan: 'The barrier is broken.' }) }),
      finds: ['missing'],
    },
  ],
});
