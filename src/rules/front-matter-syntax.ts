import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const frontMatterSyntax = defineRule({
  id: 'front-matter-syntax',
  group: 'front-matter',
  summary: 'The front matter can be read as YAML.',
  why: 'While the front matter cannot be read, nothing else of the document is checked.',
  source: 'YAML 1.2',
  severity: 'error',
  messages: {
    unreadable: ({ problem, remedy }: { readonly problem: string; readonly remedy: string }) => ({
      text: `${problem}.`,
      help: remedy,
    }),
  },
  *check({ binding }) {
    const { frontMatter } = binding.document;
    if (frontMatter.state !== 'invalid') return;
    const { text, help, at } = frontMatter.problem;
    yield { message: 'unreadable', data: { problem: text, remedy: help }, at };
  },
  examples: () => [
    {
      title: 'Keys and values',
      markdown: agreementWith('title: Car park agreement\nstatus: draft', scope, charges),
      finds: [],
    },
    {
      title: 'The same key twice',
      markdown: agreementWith('title: Car park agreement\ntitle: Car park'),
      finds: ['unreadable'],
    },
    {
      title: 'Never closed',
      markdown: '---\ntitle: Car park agreement\n\n# Agreement\n',
      finds: ['unreadable'],
    },
    {
      title: 'A tab where spaces belong',
      markdown: agreementWith('review:\n\tevery: 12 months'),
      finds: ['unreadable'],
    },
    {
      title: 'No front matter at all',
      markdown: agreement(scope, charges),
      finds: [],
    },
  ],
});
