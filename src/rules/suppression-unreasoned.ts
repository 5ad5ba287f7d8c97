import { isNonAnswer } from '../text/placeholder.ts';
import { agreement, charges } from './examples.ts';
import { defineRule } from './rule.ts';

export const suppressionUnreasoned = defineRule({
  id: 'suppression-unreasoned',
  group: 'housekeeping',
  summary: 'A comment that silences a finding says why.',
  why: 'The next reader has to know whether the reason still holds.',
  source: 'The format of agreements',
  severity: 'warning',
  messages: {
    unreasoned: ({ rule }: { readonly rule: string }) => ({
      text: 'This comment silences findings and gives no reason.',
      help: `Add one behind a colon: “<!-- sla-ignore ${rule}: agreed with the force on 3 March -->”.`,
    }),
  },
  *check({ suppressions }) {
    for (const { rules, reason, at } of suppressions) {
      if (!isNonAnswer(reason)) continue;
      yield { message: 'unreasoned', data: { rule: rules[0] ?? 'RULE' }, at };
    }
  },
  examples: () => [
    {
      title: 'A reason behind the colon',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left: the car parks are named once they are bought -->\n\n**Area:** TBC\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'In the line itself',
      markdown: agreement(
        '## Scope\n\n**Area:** [insert name] <!-- sla-ignore placeholder-left: named once it is bought -->\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'No reason',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left -->\n\n**Area:** TBC\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: ['unreasoned'],
    },
    {
      title: 'A reason that is none',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left: n/a -->\n\n**Area:** TBC\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: ['unreasoned'],
    },
  ],
});
