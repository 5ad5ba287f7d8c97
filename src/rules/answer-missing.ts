import { findBound, placeOf } from '../binding/binding.ts';
import { unanswered } from '../evidence/schema.ts';
import { titleOf } from '../framework/framework.ts';
import { form, formPart } from './examples.ts';
import { defineRule } from './rule.ts';

interface Question {
  readonly question: string;
  readonly asks: string;
}

export const answerMissing = defineRule({
  id: 'answer-missing',
  group: 'assessment',
  summary: 'Every question that applies has an answer.',
  why: 'A blank answer reads as a weakness that nobody wanted to write down.',
  source: 'Self-assessment tool',
  severity: { draft: 'info', agreed: 'error', retired: 'off' },
  messages: {
    blank: ({ question, asks }: Question) => ({
      text: `“${question}” has no answer.`,
      help: `Answer it. ${asks}`.trim(),
    }),
    unmarked: ({ question }: Question) => ({
      text: `“${question}” has words, but neither yes nor no.`,
      help: 'Tick one box: put an x between the brackets, “- [x] Yes”.',
    }),
    unexplained: ({ question, asks }: Question) => ({
      text: `“${question}” is answered with yes, and the yes is not explained.`,
      help: `Write a sentence below the boxes. ${asks}`.trim(),
    }),
  },
  *check({ binding }) {
    for (const { requirement, violation } of unanswered(binding)) {
      const bound = findBound(binding, requirement.path);
      const asked = { question: titleOf(requirement), asks: requirement.description };
      const at = bound?.labels[0]?.span ?? placeOf(binding, violation.pointer);
      const hasWords = Number(bound?.value.words ?? 0) > 0;
      const message = bound?.value.answer === 'yes' ? 'unexplained' : hasWords ? 'unmarked' : 'blank';
      yield { message, data: asked, at, requirement, why: requirement.why, schema: violation.schema };
    }
  },
  examples: () => [
    {
      title: 'Boxes that are ticked, and a yes that is explained',
      framework: 'car-park-check',
      markdown: form(),
      finds: [],
    },
    {
      title: 'A question that does not apply may stay blank',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ more: '### 3. What is lit at night?\n' }) }),
      finds: [],
    },
    {
      title: 'An option that is struck out, and a letter',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: '~~Yes~~ / No', left: 'N' }) }),
      finds: [],
    },
    {
      title: 'A mark in a table, and words below boxes',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          contact: '| Yes | No |\n| --- | --- |\n| X | |\n\nThe parking manager.',
          left: '- [ ] Yes\n- [ ] No\n\nAnswer: Not applicable, as there is no patrol.',
        }),
      }),
      finds: [],
    },
    {
      title: 'An open question without a word',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ watched: '' }) }),
      finds: ['blank'],
    },
    {
      title: 'Boxes of which none is ticked',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: '- [ ] Yes\n- [ ] No' }) }),
      finds: ['blank'],
    },
    {
      title: 'Words, but neither yes nor no',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: 'The warden sees to it.' }) }),
      finds: ['unmarked'],
    },
    {
      title: 'A yes that is not explained',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: '- [x] Yes\n- [ ] No' }) }),
      finds: ['unexplained'],
    },
  ],
});
