import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Skipped {
  readonly heading: string;
  readonly level: number;
  readonly before: number;
}

export const headingLevelSkipped = defineRule({
  id: 'heading-level-skipped',
  group: 'structure',
  summary: 'A heading is at most one level below the heading before it.',
  why: 'Screen readers and tables of contents build the outline from the levels; a gap looks like a lost heading.',
  source: 'WCAG 2.2, technique G141',
  severity: 'warning',
  messages: {
    skipped: ({ heading, level, before }: Skipped) => ({
      text: `The heading “${heading}” is on level ${level}, the one before it on level ${before}.`,
      help: `Write it with ${before + 1} number signs (${'#'.repeat(before + 1)}) instead of ${level}.`,
    }),
  },
  *check({ binding }) {
    let before: number | undefined;
    for (const block of binding.document.blocks) {
      if (block.kind !== 'heading' || block.nesting > 0) continue;
      const { level, prose, span } = block;
      if (before !== undefined && level > before + 1)
        yield { message: 'skipped', data: { heading: prose.text, level, before }, at: span };
      before = level;
    }
  },
  examples: () => [
    {
      title: 'Level by level',
      markdown: agreement('## Scope\n\n### Area\n\nTwo car parks.\n\n### Exclusions\n\nShops.\n', charges),
      finds: [],
    },
    {
      title: 'From the second level to the fourth',
      markdown: agreement('## Scope\n\n#### Area\n\nTwo car parks.\n\n#### Exclusions\n\nShops.\n', charges),
      finds: ['skipped'],
    },
    {
      title: 'Back to a higher level',
      markdown: agreement(scope, '### Keys\n\nAt the desk.\n', charges),
      finds: [],
    },
    {
      title: 'Two levels left out',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n##### Keys\n\nAt the desk.\n',
        charges,
      ),
      finds: ['skipped'],
    },
  ],
});
