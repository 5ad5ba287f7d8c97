import { plansOf } from '../evidence/plans.ts';
import { isEmptySection } from '../evidence/schema.ts';
import { headingOf } from '../framework/framework.ts';
import { agreement, charges, form, formPart, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const sectionEmpty = defineRule({
  id: 'section-empty',
  group: 'structure',
  summary: 'A section has something to read below its heading.',
  why: 'An empty section promises an answer that the agreement does not give.',
  source: 'The framework; each section names its own source',
  severity: { draft: 'warning', agreed: 'error', retired: 'info' },
  weights: {
    plan: { severity: 'info', when: 'a plan says nothing' },
  },
  messages: {
    plan: ({ plan, section }: { readonly plan: string; readonly section: string }) => ({
      text: `The ${plan} of “${section}” says nothing.`,
      help: 'Write “None” if there is nothing to do, or what will be done, by whom and until when.',
    }),
    empty: ({ section }: { readonly section: string }) => ({
      text: `The section “${section}” says nothing.`,
      help: 'Write it. If the agreement does not need it, take out the heading and name the section with its reason under “omitted” in the front matter, where the framework allows that.',
    }),
  },
  *check({ binding }) {
    for (const { requirement, labels } of binding.sections) {
      const [label] = labels;
      if (!label || !isEmptySection(binding, requirement.id)) continue;
      yield { message: 'empty', data: { section: headingOf(requirement) }, at: label.span, requirement };
    }
    for (const { plan, closing, section } of plansOf(binding)) {
      const [label] = plan.labels;
      // After a yes, `action-missing` speaks.
      if (!label || plan.value.words !== 0 || closing?.value.answer === 'yes') continue;
      const data = { plan: plan.requirement.title.toLowerCase(), section };
      yield { message: 'plan', data, at: label.span, requirement: plan.requirement };
    }
  },
  examples: () => [
    {
      title: 'A section with one sentence',
      markdown: agreement(scope, charges),
      finds: [],
    },
    {
      title: 'A heading and only a comment below it',
      markdown: agreement(scope, '## Charges\n\n<!-- ask finance -->\n'),
      finds: ['empty'],
    },
    {
      title: 'Nothing but “N/A”',
      markdown: agreement(scope, '## Charges\n\nN/A\n'),
      finds: ['empty'],
    },
    {
      title: 'Two headings in a row',
      markdown: agreement('## Scope\n', charges),
      finds: ['empty'],
    },
    {
      title: 'An action plan without a word',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ plan: '' }) }),
      finds: ['plan'],
    },
    {
      title: 'A section with a table alone',
      markdown: agreement(scope, '## Charges\n\n| Who | How much |\n| --- | --- |\n| Council | £40 a year |\n'),
      finds: [],
    },
  ],
});
