import { prosesOf } from '../document/blocks.ts';
import { inOneLine, spanIn, withoutCode } from '../document/prose.ts';
import { suggestion } from '../finding/finding.ts';
import { findLocalPaths } from '../text/local-path.ts';
import { removalOf } from '../text/removal.ts';
import { oneLine } from '../text/shorten.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const localPathLeft = defineRule({
  id: 'local-path-left',
  group: 'content',
  summary: 'No path of a file on the author’s computer or network is left in the text.',
  why: 'Nobody else can open it, and it tells strangers how the author’s computers are set up and who wrote the text.',
  source: 'Published policies that print the drive, folder and name of their author’s file',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    left: ({ path }: { readonly path: string }) => ({
      text: `“${path}” can only be found on one computer or network.`,
      help: 'Take it out, or give the address where every reader can find it. Set it as code, between backticks, if the path itself is what you mean.',
    }),
    link: ({ path }: { readonly path: string }) => ({
      text: `The link leads to “${path}”, which only one computer or network knows.`,
      help: 'Give the address where every reader can find it, or take out the link.',
    }),
  },
  *check({ binding }) {
    const { source, blocks, links } = binding.document;
    for (const block of blocks) {
      if (block.quoted) continue;
      for (const prose of prosesOf(block)) {
        const text = withoutCode(inOneLine(prose));
        for (const { from, to } of findLocalPaths(text)) {
          const isWhole = block.kind === 'paragraph' && to - from === text.trim().length;
          const at = spanIn(source, prose, from, to);
          // As it is typed: Markdown takes one backslash out of two.
          const path = oneLine(source.text.slice(at.start.offset, at.end.offset));
          const fix = suggestion('Take out the path', [removalOf(source, block.span)]);
          yield { message: 'left', data: { path }, at, ...(isWhole && { fix }) };
        }
      }
    }
    for (const { target, text, span } of links) {
      const [path] = findLocalPaths(target);
      // Where the words of the link are the path too, it has been told.
      if (!path || path.from > 0 || findLocalPaths(text).length > 0) continue;
      yield { message: 'link', data: { path: target }, at: span };
    }
  },
  examples: () => [
    {
      title: 'Addresses on the web, places in the repository, and a ratio',
      markdown: agreement(
        scope,
        '## Charges\n\nSee https://example.gov.uk/home/users/tariff.pdf and “and/or” in tariff/2026.md. Ratio A:B is 1:2.\n',
      ),
      finds: [],
    },
    {
      title: 'Code that speaks about a path',
      markdown: agreement(scope, '## Charges\n\nReceipts are exported to `D:\\Export\\Receipts` on the kiosk.\n'),
      finds: [],
    },
    {
      title: 'The name of the author’s file',
      markdown: agreement(scope, charges, 'C:\\Users\\a.clerk\\Documents\\Car parks v2 FINAL (3).docx\n'),
      finds: ['left'],
    },
    {
      title: 'A file server, a Mac, and a link to a file at home',
      markdown: agreement(
        scope,
        '## Charges\n\nThe tariff is in \\\\fs01\\Parking\\tariff v7.xlsx and in /Users/aclerk/tariff.md, as [Annex B](file:///C:/annex-b.docx) says.\n',
      ),
      finds: ['left', 'left', 'link'],
    },
  ],
});
