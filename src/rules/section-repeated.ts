import { comparableTitle } from '../text/title.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const annex = /^\W*(?:schedule|annex|appendix)\b/i;

export const sectionRepeated = defineRule({
  id: 'section-repeated',
  group: 'structure',
  summary: 'No section has the same heading twice.',
  why: 'A reader who finds the first one does not look for the second, and the two drift apart.',
  source: 'Published agreements, in which headings are found twice',
  severity: 'warning',
  messages: {
    repeated: ({ heading, line }: { readonly heading: string; readonly line: number }) => ({
      text: `The heading “${heading}” stands a second time; the first is in line ${line}.`,
      help: 'Bring the two together, or give the second a heading that tells what is different.',
    }),
  },
  *check({ binding }) {
    for (const { requirement, labels } of binding.sections) {
      const firsts = new Map<string, (typeof labels)[number]>();
      for (const label of labels) {
        if (label.kind === 'content') continue;
        // A clause and the schedule behind the agreement that fills it in may share their words.
        if (annex.test(label.text)) continue;
        const first = firsts.get(comparableTitle(label.text));
        if (!first) {
          firsts.set(comparableTitle(label.text), label);
          continue;
        }
        const data = { heading: label.text, line: first.span.start.line };
        const related = [{ at: first.span, text: 'The first one' }];
        yield { message: 'repeated', data, at: label.span, related, requirement };
      }
    }
  },
  examples: () => [
    {
      title: 'Two headings that both speak of the section',
      markdown: agreement('## Scope\n\n**Area:** two car parks.\n', '## Purpose\n\n**Exclusions:** shops.\n', charges),
      finds: [],
    },
    {
      title: 'A clause, and the schedule that fills it in',
      markdown: agreement(scope, charges, '## Schedule 1: Charges\n\nOne pound an hour.\n'),
      finds: [],
    },
    {
      title: 'The same heading twice',
      markdown: agreement(scope, charges, '## Charges\n\nOne pound an hour.\n'),
      finds: ['repeated'],
    },
    {
      title: 'The same words with another number',
      markdown: agreement(
        '## 1. Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
        '## 2. Charges\n\nNone.\n',
        '## 3. Charges\n\nOne pound an hour.\n',
      ),
      finds: ['repeated'],
    },
  ],
});
