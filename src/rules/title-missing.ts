import { lineSpan } from '../text/source.ts';
import { defineRule } from './rule.ts';

export const titleMissing = defineRule({
  id: 'title-missing',
  group: 'structure',
  summary: 'The document has a title: a heading of the first level.',
  why: 'Printed or forwarded, the agreement no longer has its file name to tell what it is.',
  source: 'WCAG 2.2, success criterion 2.4.2',
  severity: 'warning',
  messages: {
    missing: ({ title }: { readonly title: string }) => ({
      text: 'The document has no title.',
      help: `Start it with a line such as “# ${title}”.`,
    }),
  },
  *check({ binding: { document, framework, strangers } }) {
    if (document.blocks.some((block) => block.kind === 'heading' && block.level === 1)) return;
    // A heading of a lower level that opens the document and answers no section is a title all the same.
    const opening = document.blocks.find((block) => block.kind === 'heading');
    if (opening && strangers.some((label) => label.span.start.offset === opening.span.start.offset)) return;
    const first = document.blocks[0]?.span.start.line ?? 1;
    yield { message: 'missing', data: { title: framework.title }, at: lineSpan(document.source, first) };
  },
  examples: () => [
    {
      title: 'A heading of the first level',
      markdown:
        '# Car park agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: [],
    },
    {
      title: 'A title that is underlined',
      markdown:
        'Car park agreement\n==================\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: [],
    },
    {
      title: 'Straight to the first section',
      markdown: '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: ['missing'],
    },
    {
      title: 'Front matter, and no heading of its own',
      markdown:
        '---\nstatus: draft\n---\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: ['missing'],
    },
  ],
});
