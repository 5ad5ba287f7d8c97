import { property } from '../data/json.ts';
import type { Block, Paragraph } from '../document/blocks.ts';
import { excerpt } from '../text/shorten.ts';
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
    bold: ({ title }: { readonly title: string }) => ({
      text: `The title “${title}” is in bold, and no heading.`,
      help: `Write it as “# ${title}”, so that programs, screen readers and tables of contents know it for the title.`,
    }),
  },
  *check({ binding: { document, framework, frontMatter, strangers, sections } }) {
    if (document.blocks.some((block) => block.kind === 'heading' && block.level === 1)) return;
    // A heading of a lower level that opens the document and answers no section is a title all the same.
    const opening = document.blocks.find((block) => block.kind === 'heading');
    if (opening && strangers.some((label) => label.span.start.offset === opening.span.start.offset)) return;
    const [opens] = document.blocks.filter(({ kind }) => kind !== 'comment');
    const isSection = sections.some(({ labels }) =>
      labels.some(({ kind, span }) => kind !== 'content' && span.start.line === opens?.span.start.line),
    );
    if (opens && isInBold(opens) && !isSection) {
      yield { message: 'bold', data: { title: excerpt(opens.prose.text) }, at: opens.span };
      return;
    }
    const first = document.blocks[0]?.span.start.line ?? 1;
    const declared = property(frontMatter, 'title');
    const title = typeof declared === 'string' ? excerpt(declared) : framework.title;
    yield { message: 'missing', data: { title }, at: lineSpan(document.source, first) };
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
      title: 'A title in bold',
      markdown:
        '**Car park agreement**\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: ['bold'],
    },
    {
      title: 'A label in bold is no title',
      markdown:
        '**Version:** 2\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
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

/** Whether a block is a line in bold, of words and without the colon of a label. */
function isInBold(block: Block): block is Paragraph {
  if (block.kind !== 'paragraph') return false;
  const text = block.prose.text.trim();
  const isLine = /\p{L}{3}/u.test(text) && !text.includes('\n') && !text.endsWith(':');
  return isLine && block.prose.runs.every(({ style, text }) => style === 'emphasis' || text.trim() === '');
}
