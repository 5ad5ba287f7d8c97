import fc from 'fast-check';
import { closestMatch } from 'leven';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/text/decode.ts';
import { nearest } from '../src/text/nearest.ts';
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

test('the nearest word is the one that measuring every candidate finds', () => {
  const letter = fc.constantFrom(...'abcdeé -');
  const word = fc.string({ unit: letter, minLength: 5, maxLength: 11 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (one, candidates) => {
      const near = [...candidates, one.slice(1), `${one}a`];
      expect(nearest(one, near)).toBe(closestMatch(one, near, { maxDistance: 2 }));
      expect(nearest(one, candidates)).toBe(closestMatch(one, candidates, { maxDistance: 2 }));
    }),
    { numRuns: 500 },
  );
});
