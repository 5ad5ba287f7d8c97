import { didYouMean } from '../text/nearest.ts';
import { agreement, charges } from './examples.ts';
import { ruleIds } from './registry.ts';
import { defineRule } from './rule.ts';

export const suppressionUnknown = defineRule({
  id: 'suppression-unknown',
  group: 'housekeeping',
  summary: 'A comment that silences a finding names a rule that there is.',
  why: 'A misspelt rule silences nothing, and its author believes that it does.',
  source: 'The format of agreements',
  severity: 'warning',
  messages: {
    unknown: ({ rule, remedy }: { readonly rule: string; readonly remedy: string }) => ({
      text: `There is no rule “${rule}” to silence.`,
      help: remedy,
    }),
    nameless: () => ({
      text: 'This comment silences nothing, for it names no rule.',
      help: 'Name the rule: “<!-- sla-ignore RULE: the reason -->”. A report shows the name behind each finding.',
    }),
  },
  *check({ suppressions }) {
    const known = ruleIds();
    for (const { rules, at } of suppressions) {
      if (rules.length === 0) yield { message: 'nameless', data: {}, at };
      for (const rule of rules) {
        if (known.includes(rule)) continue;
        const remedy = didYouMean(rule, known) ?? '“sla explain” lists the rules.';
        yield { message: 'unknown', data: { rule, remedy }, at };
      }
    }
  },
  examples: () => [
    {
      title: 'A rule that there is',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-left: named once it is bought -->\n\n**Area:** TBC\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'An example of such a comment, as code',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
        charges,
        '```\n<!-- sla-ignore rule: why -->\n```\n',
      ),
      finds: [],
    },
    {
      title: 'A slip',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore placeholder-lef: named later -->\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: ['unknown'],
    },
    {
      title: 'No rule at all',
      markdown: agreement(
        '## Scope\n\n<!-- sla-ignore -->\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: ['nameless'],
    },
  ],
});
