import { agreement, charges } from './examples.ts';
import { ruleIds } from './registry.ts';
import { defineRule } from './rule.ts';

export const suppressionUnused = defineRule({
  id: 'suppression-unused',
  group: 'housekeeping',
  summary: 'A comment that silences a finding has one to silence.',
  why: 'A comment that outlives its finding will silence the next one, which nobody has looked at.',
  source: 'The format of agreements',
  severity: 'warning',
  messages: {
    unused: ({ rule }: { readonly rule: string }) => ({
      text: `Nothing is found here by “${rule}”, so there is nothing to silence.`,
      help: 'Take the comment, or this rule in it, away.',
    }),
  },
  *check({ suppressions }) {
    const known = ruleIds();
    for (const { rules, used, at } of suppressions) {
      for (const rule of rules) {
        if (known.includes(rule) && !used.includes(rule)) yield { message: 'unused', data: { rule }, at };
      }
    }
  },
  examples: () => [
    {
      title: 'A comment that silences the block below it',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left: named once it is bought -->\n\n**Area:** TBC\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'In the front matter',
      markdown: agreement('## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n', charges).replace(
        /^/,
        '---\n# sla-ignore placeholder-left: the clerk gives it a number\nversion: TBC\n---\n\n',
      ),
      finds: [],
    },
    {
      title: 'The finding is gone',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left: named once it is bought -->\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: ['unused'],
    },
    {
      title: 'The finding stands somewhere else',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left: named once it is bought -->\n\n**Area:** two car parks.\n\n**Exclusions:** TBC\n',
        charges,
      ),
      finds: ['unused'],
    },
  ],
});
