import { defineRule } from './rule.ts';

export const frontMatterSyntax = defineRule({
  id: 'front-matter-syntax',
  group: 'front-matter',
  summary: 'The front matter can be read as YAML.',
  why: 'While the front matter cannot be read, nothing else of the document is checked.',
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
  examples: [
    {
      title: 'Keys and values',
      markdown:
        '---\ntitle: Car park agreement\nstatus: draft\n---\n\n# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: [],
    },
    {
      title: 'The same key twice',
      markdown: '---\ntitle: Car park agreement\ntitle: Car park\n---\n\n# Agreement\n',
      finds: ['unreadable'],
    },
    {
      title: 'Never closed',
      markdown: '---\ntitle: Car park agreement\n\n# Agreement\n',
      finds: ['unreadable'],
    },
    {
      title: 'A tab where spaces belong',
      markdown: '---\nreview:\n\tevery: 12 months\n---\n\n# Agreement\n',
      finds: ['unreadable'],
    },
  ],
});
