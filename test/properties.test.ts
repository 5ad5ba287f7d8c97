import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/text/decode.ts';
import { anyDocument, damaged, yamlLine } from './arbitraries.ts';
import { markdownFiles } from './files.ts';
import { everyLawHolds, findingsArePlain } from './laws.ts';
import { good } from './sla.ts';

test('no text makes the check throw, and what it finds is plain data with places inside the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), findingsArePlain), { numRuns: 300 });
});

test('no front matter does', () => {
  const yaml = fc.array(yamlLine, { maxLength: 10 });
  fc.assert(
    fc.property(yaml, (lines) => findingsArePlain(`---\n${lines.join('\n')}\n---\n\n# Title\n`)),
    { numRuns: 300 },
  );
});

test('no damage to a good agreement does', () => {
  fc.assert(fc.property(damaged(good), findingsArePlain), { numRuns: 60 });
});

test('every law holds for documents that know their framework, and for some that do not', () => {
  fc.assert(fc.property(anyDocument, everyLawHolds), { numRuns: 60 });
});

describe('texts that broke a law once', () => {
  test.each(markdownFiles().filter(([path]) => path.startsWith('test/fixtures/fuzz/')))('%s', (_path, text) =>
    everyLawHolds(text),
  );
});

test('no bytes make the decoder throw, and what it reads it reads back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decode('a.md', bytes);
      if (decoded.state === 'refused') {
        expect(decoded.remedy).not.toBe('');
        return;
      }
      const back = Buffer.from((decoded.source.bom ? '\uFEFF' : '') + decoded.source.text, 'utf8');
      expect([...back]).toEqual([...bytes]);
    }),
  );
});
