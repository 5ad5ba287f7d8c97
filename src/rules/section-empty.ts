import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';
import { isEmptySection } from './schema.ts';

export const sectionEmpty = defineRule({
  id: 'section-empty',
  group: 'structure',
  summary: 'A section has something to read below its heading.',
  why: 'An empty section promises an answer that the agreement does not give.',
  source: 'The framework; each section names its own source',
  severity: { draft: 'warning', agreed: 'error', retired: 'info' },
  messages: {
    empty: ({ section }: { readonly section: string }) => ({
      text: `The section “${section}” says nothing.`,
      help: 'Write it. If the agreement does not need it, take out the heading and name the section with its reason under “omitted” in the front matter, where the framework allows that.',
    }),
  },
  *check({ binding }) {
    for (const { requirement, labels } of binding.sections) {
      const [label] = labels;
      if (!label || !isEmptySection(binding, requirement.id)) continue;
      yield { message: 'empty', data: { section: requirement.title }, at: label.span, requirement };
    }
  },
  examples: [
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
  ],
});
