import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { formats } from '../src/report/formats.ts';
import { formatNames } from '../src/report/names.ts';
import { onlyFrom, reported } from '../src/report/report.ts';
import { root } from './files.ts';
import { carParks, good, type ReportInHand, read, rendered, reportOf, surveillanceCamera } from './sla.ts';

function reportOn(...markdowns: readonly string[]): ReportInHand {
  const documents = markdowns.map((markdown, index) => {
    const document = read(markdown, `agreements/${index + 1}.md`);
    const framework = markdown.includes('framework: surveillance-camera') ? surveillanceCamera : carParks;
    return reported(document.source, framework.name, check(document, framework, { today: '2026-03-12' }));
  });
  return reportOf(documents);
}

const plain = { color: false, width: 80 };
const poor = readFileSync(join(root, 'examples/poor/millbrook-district.md'), 'utf8');
const hostile =
  '# A\n\n## \u001b[31mScope\u001b]8;;http://evil\u0007\n\n**Area:** ‹\u202ename\u0007›\n\n**Exclusions:** x\n\n## Charges\n\nNone.\n\n## Chargse \u001b[2J\n';

describe('pretty', () => {
  test.each([60, 80, 100])('no line is wider than the page of %i columns', (width) => {
    for (const line of rendered('pretty', reportOn(poor, good), { color: false, width }).split('\n'))
      expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  test('each finding has its place, the line it is about, why it matters and what to do', () => {
    const out = rendered(
      'pretty',
      reportOn(
        '# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Chargse\n\nNone.\n',
      ),
      plain,
    );
    expect(out).toBe(
      [
        'agreements/1.md:9:1  error  section-missing',
        '  There is no section “Charges”; “Chargse” is perhaps meant.',
        '',
        '  9 │ ## Chargse',
        '    │ ^^^^^^^^^^',
        '',
        '  Why: A subject that the agreement is silent on is decided by whoever acts',
        '       first.',
        '  Do:  Did you mean “Charges”? Change the heading, or add the section. If the',
        '       agreement does not need it, name it under “omitted” in the front matter',
        '       with the reason: “charges: …”.',
        '',
        '✗ 1 document checked: 1 error, no warnings, no info.',
        '',
      ].join('\n'),
    );
  });

  test('a document without findings shows how its sections are answered', () => {
    const out = rendered('pretty', reportOn(good), plain);
    expect(out).toContain('✓ Information sharing     14 of 14 components');
    expect(out).toContain('left out: ');
  });

  test('the mark stands below the words, also behind wide letters and tabs', () => {
    const out = rendered(
      'pretty',
      reportOn(
        '# Agreement\n\n## Scope\n\n**Area:** 駐車場 🎥\t[insert name]\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      ),
      plain,
    );
    const [shown = '', marks = ''] = out.split('\n').filter((line) => line.includes('│'));
    expect(stringWidth(marks.slice(0, marks.indexOf('^')))).toBe(stringWidth(shown.slice(0, shown.indexOf('['))));
    expect(marks.trimEnd().length - marks.indexOf('^')).toBe('[insert name]'.length);
  });

  test('colour only when asked for', () => {
    expect(rendered('pretty', reportOn(poor), { ...plain, color: true })).toContain('\u001b[');
    expect(rendered('pretty', reportOn(poor), plain)).not.toContain('\u001b');
  });

  test('a very long line is cut to the page around what is meant', () => {
    const out = rendered(
      'pretty',
      reportOn(
        `# Agreement\n\n## Scope\n\n**Area:** ${'very '.repeat(400)}[insert name]${' long'.repeat(400)}\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n`,
      ),
      plain,
    );
    expect(out).toMatch(/│ .*\[insert name\].*…\n.*│ +\^{13}\n/);
  });
});

test.each(['pretty', 'unix'] as const)('%s shows no escape sequence of a document', (name) => {
  expect(rendered(name, reportOn(hostile), plain)).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
});

test('unix: one line a finding', () => {
  const lines = rendered('unix', reportOn(poor), plain).trimEnd().split('\n');
  expect(lines.length).toBe(reportOn(poor).documents[0]?.findings.length);
  for (const line of lines) expect(line).toMatch(/^agreements\/1\.md:\d+:\d+: (?:error|warning|info): .+ \[[a-z-]+\]$/);
});

test('json: as its schema says', () => {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
  const validate = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  }).compile(schema);
  const empty = reportOf([]);
  const passed = { ...empty, summary: { ...empty.summary, passedOver: 3 } };
  for (const report of [reportOn(poor), reportOn(good, hostile), passed]) {
    const parsed = JSON.parse(rendered('json', report, plain));
    expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
    expect(parsed.summary).toEqual(report.summary);
  }
});

test('each name has its format', () => {
  expect(Object.keys(formats).sort()).toEqual([...formatNames].sort());
});

test('the milder findings can be left out', () => {
  const errors = [...onlyFrom(reportOn(poor), 'error').documents].flatMap((one) => one.findings);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every((one) => one.severity === 'error')).toBe(true);
});
