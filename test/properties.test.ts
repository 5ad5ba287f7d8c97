import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { formats } from '../src/report/formats.ts';
import { reported } from '../src/report/report.ts';
import { decode } from '../src/text/decode.ts';
import { carParks, good, read, reportOf, surveillanceCamera } from './sla.ts';

const settings = { today: '2026-03-12' };

function holds(markdown: string): void {
  for (const framework of [surveillanceCamera, carParks, undefined]) {
    const document = read(markdown);
    const verdict = check(document, framework, settings);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    for (const { at, text, help, why } of verdict.findings) {
      expect(at.start.offset).toBeLessThanOrEqual(at.end.offset);
      expect(at.end.offset).toBeLessThanOrEqual(document.source.text.length);
      expect([text, help, why].every((words) => words !== '')).toBe(true);
    }
    const report = reportOf([reported(document.source, framework?.name, verdict)]);
    for (const format of Object.values(formats))
      expect(format(report, { color: false, width: 80 })).not.toMatch(/(?!\n)\p{Cc}/u);
  }
}

test('no text makes the check throw, and what it finds is plain data with places inside the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 300 });
});

test('no front matter does', () => {
  const yaml = fc.array(
    fc.constantFrom(
      'title: x',
      'parties:',
      '  - name: a',
      '- b',
      '[',
      '{',
      'omitted:',
      '  finance: N/A',
      '? a',
      '&a b',
      '*a',
      '"',
      '\t',
      'status: draft',
      ': :',
      '<<: *a',
      '__proto__: 1',
      'constructor: {}',
      '!!js/f x',
      '|',
      '  text',
      '...',
      '# note',
      'version: 1.10',
      'surveillance: [anpr]',
      'surveillance: 7',
      'review: soon',
      'parties: x',
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(yaml, (lines) => holds(`---\n${lines.join('\n')}\n---\n\n# Title\n`)),
    { numRuns: 300 },
  );
});

test('no damage to a good agreement does', () => {
  const damage = fc.tuple(
    fc.nat({ max: good.length }),
    fc.nat({ max: 400 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(damage, ([from, length, put]) => holds(good.slice(0, from) + put + good.slice(from + length))),
    { numRuns: 60 },
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
