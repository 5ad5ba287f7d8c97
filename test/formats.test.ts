import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-04';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docsOf } from '../src/explain/docs.ts';
import { type Finding, severities } from '../src/finding/finding.ts';
import { formatNames } from '../src/report/names.ts';
import { clipped, printable } from '../src/report/printable.ts';
import { onlyFrom, type Report } from '../src/report/report.ts';
import { applyEdits } from '../src/text/edits.ts';
import { createSource } from '../src/text/source.ts';
import { cellsOf, commandsIn, readXml } from './consumers.ts';
import { schemas } from './files.ts';
import { anyReport, checked, hostileDocument, plain, poor, reports, rich, words } from './reports.ts';
import { good, type ReportInHand, rendered, reportOf, scratch } from './sla.ts';

const results = (report: ReportInHand) => JSON.parse(rendered('sarif', report, plain)).runs[0].results;
const allFindings = (report: Report) => [...report.documents].flatMap((one) => one.findings);

test.each(formatNames)('%s: any report has its text, and nothing of it turns a terminal', (name) => {
  const render = (report: ReportInHand) => {
    const text = rendered(name, report, plain);
    expect(text === '' || text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
    expect(Buffer.from(text).toString()).toBe(text);
  };
  for (const [, report] of reports) render(report);
  fc.assert(fc.property(anyReport, render), { numRuns: 100 });
});

test('the examples have what the formats tell', () => {
  const documents = reports.flatMap(([name, report]) => (name.startsWith('silences') ? report.documents : []));
  const found = documents.flatMap((one) => one.findings);
  expect(documents.flatMap((one) => one.suppressed)).not.toEqual([]);
  expect(found.filter((one) => one.related.length > 0)).not.toEqual([]);
  expect(found.filter((one) => one.fix)).not.toEqual([]);
  expect(documents.flatMap((one) => one.coverage).filter((one) => one.reason)).not.toEqual([]);
});

describe('github', () => {
  test.each(reports)('%s: as many commands as the runner shows, the worst first, and the totals', (_name, report) => {
    const { commands, others } = commandsIn(rendered('github', report, plain));
    expect(others).toHaveLength(1);
    expect(others[0]).toMatch(/^(?:no|\d+) documents? checked: /);
    const expected = severities.flatMap((severity) =>
      report.documents
        .flatMap(({ source, findings }) => findings.map((one) => ({ one, path: source.path })))
        .filter(({ one }) => one.severity === severity)
        .slice(0, 10)
        .map(({ one: { at, rule, text, help }, path }) => ({
          command: severity === 'info' ? 'notice' : severity,
          file: printable(path),
          line: String(at.start.line),
          endLine: String(at.end.line),
          ...(at.start.line === at.end.line && { col: String(at.start.column) }),
          title: rule,
          message: `${clipped(text, 2000)}\n${clipped(help, 2000)}`,
        })),
    );
    expect(commands).toEqual(expected);
  });

  test('says when there are more than GitHub shows', () => {
    expect(rendered('github', reportOf([checked(poor, 'a.md')]), plain)).toMatch(
      /\. GitHub shows the first 10 of each kind\.\n$/,
    );
    expect(rendered('github', reportOf([checked(good, 'a.md')]), plain)).not.toContain('first 10');
  });
});

describe('gitlab', () => {
  // The fields that GitLab documents: docs.gitlab.com/ci/testing/code_quality, “Code Quality report format”.
  const documented = new Ajv2020().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', minLength: 1 },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  });

  test.each(reports)('%s: as GitLab documents it, with a fingerprint for each', (_name, report) => {
    const issues = JSON.parse(rendered('gitlab', report, plain));
    expect(documented(issues), JSON.stringify(documented.errors)).toBe(true);
    expect(issues).toHaveLength(allFindings(report).length);
    const prints = issues.map((one: { fingerprint: string }) => one.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

// The validator of SARIF’s makers is a program of 100 MB for one system, so it is asked in “npm run acceptance” only.
describe.skipIf(!existsSync(schemas))('the public schemas (needs ../shared/schemas)', () => {
  test.each([
    ['sarif', 'sarif-schema-2.1.0.json'],
    ['rdjson', 'rdjson-DiagnosticResult.json'],
  ] as const)('%s', async (format, file) => {
    const address = `https://example.com/${format}`;
    const { id: _own, $ref, ...schema } = JSON.parse(readFileSync(join(schemas, file), 'utf8'));
    registerSchema($ref ? { ...schema, allOf: [{ $ref }] } : schema, address);
    const holds = await validate(address);
    const outputOf = (report: ReportInHand) => JSON.parse(rendered(format, report, plain));
    for (const [name, report] of reports) expect(holds(outputOf(report), 'BASIC'), name).toEqual({ valid: true });
    fc.assert(
      fc.property(anyReport, (report) => holds(outputOf(report)).valid),
      { numRuns: 30 },
    );
    // The schema is really asked: it refuses what is not right.
    const text = rendered(format, reportOf([checked(poor, 'a.md')]), plain);
    expect(holds(JSON.parse(text.replaceAll(/"(startLine|line)": \d+/g, '"$1": "one"'))).valid).toBe(false);
  });
});

describe('sarif', () => {
  test.each(reports)('%s: every finding, silence and omission, each under its rule', (_name, report) => {
    const { tool, results } = JSON.parse(rendered('sarif', report, plain)).runs[0];
    expect(tool.driver.rules.map((one: { id: string }) => one.id)).toEqual(report.tool.rules.map((one) => one.id));
    const omitted = report.documents.flatMap((one) => one.coverage.filter(({ reason }) => reason));
    const silenced = report.documents.flatMap((one) => one.suppressed);
    expect(results).toHaveLength(allFindings(report).length + silenced.length + omitted.length);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id ?? ruleId).toBe(ruleId);
    const kinds = results.flatMap((one: { suppressions?: { kind: string }[] }) => one.suppressions ?? []);
    expect(kinds.filter((one: { kind: string }) => one.kind === 'inSource')).toHaveLength(silenced.length);
    expect(kinds.filter((one: { kind: string }) => one.kind === 'external')).toHaveLength(omitted.length);
  });

  test('paths are relative URIs, whatever they hold; a path from a root is a file of its own', () => {
    const locate = (path: string) =>
      results(reportOf([hostileDocument('x', path)]))[0].locations[0].physicalLocation.artifactLocation;
    expect(locate('agreements/ä b#?%:1.md')).toEqual({
      uri: 'agreements/%C3%A4%20b%23%3F%25%3A1.md',
      uriBaseId: '%SRCROOT%',
    });
    expect(locate('../a\u0007\ud800.md')).toEqual({ uri: '../a%07%EF%BF%BD.md', uriBaseId: '%SRCROOT%' });
    expect(locate('/tmp/a b.md')).toEqual({ uri: 'file:///tmp/a%20b.md' });
    expect(locate('C:/a b.md')).toEqual({ uri: 'file:///C:/a%20b.md' });
  });

  test('fingerprints stay when lines move and when another finding is silenced', () => {
    const prints = (report: ReportInHand) =>
      results(report).map((one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['sla/v1']);
    const document = checked(poor, 'a.md');
    const moved = checked(poor.replace('\n# ', '\n\n\n\n# '), 'a.md');
    expect(prints(reportOf([moved]))).toEqual(prints(reportOf([document])));
    const [first, ...findings] = document.findings;
    const silenced = first ? { ...document, findings, suppressed: [{ finding: first, reason: 'x' }] } : document;
    expect(prints(reportOf([silenced])).sort()).toEqual(prints(reportOf([document])).sort());
  });

  test('what looks like a link or a placeholder of SARIF is none; the rest stays as it is', () => {
    const said = (text: string) => results(reportOf([hostileDocument(text)]))[0].message.text;
    expect(said('see [x](1) \\')).toContain('see \\[x\\](1) \\\\');
    expect(said('{0} {a}')).toContain('{{0}} {{a}}');
    expect(said('[insert name] {a} \\')).toBe('[insert name] {a} \\ [insert name] {a} \\');
  });

  test('the pages of the rules are linked where the package says where they are', () => {
    expect(docsOf({})).toBeUndefined();
    expect(docsOf({ homepage: 'ftp://example.com' })).toBeUndefined();
    for (const home of [
      { homepage: 'https://example.com/a/b#readme' },
      { repository: { url: 'git+https://example.com/a/b.git' } },
      { repository: 'https://example.com/a/b/', homepage: 'https://example.org' },
    ])
      expect(docsOf(home)).toBe('https://example.com/a/b/blob/HEAD/docs/rules');
    const report = reportOf([]);
    const linked = rendered('sarif', { ...report, tool: { ...report.tool, docs: 'https://example.com/rules' } }, plain);
    expect(linked).toContain('"helpUri": "https://example.com/rules/section-missing.md"');
    expect(rendered('sarif', report, plain)).not.toContain('helpUri');
  });
});

test.each(['\n', '\r\n'])('sarif and rdjson: whoever applies a repair gets what --fix writes (%j)', (ending) => {
  const { text, lineStarts } = createSource('a.md', rich.replaceAll('\n', ending));
  const document = checked(text, 'a.md');
  const fixable = document.findings.filter((one) => one.fix);
  const bytes = Buffer.from(text);
  const starts = lineStarts.map((start) => Buffer.byteLength(text.slice(0, start)));
  type Place = { line: number; column: number };
  const suggested = JSON.parse(rendered('rdjson', reportOf([document]), plain)).diagnostics.filter(
    (one: { suggestions?: unknown }) => one.suggestions,
  );
  const replaced = results(reportOf([{ ...document, suppressed: [] }])).filter((one: { fixes?: unknown }) => one.fixes);
  expect(suggested).toHaveLength(fixable.length);
  expect(replaced).toHaveLength(fixable.length);
  fixable.forEach((one, index) => {
    const wanted = applyEdits(text, one.fix?.edits ?? []);
    const byBytes = suggested[index].suggestions.map((edit: { range: { start: Place; end: Place }; text: string }) => ({
      from: (starts[edit.range.start.line - 1] ?? 0) + edit.range.start.column - 1,
      to: (starts[edit.range.end.line - 1] ?? 0) + edit.range.end.column - 1,
      text: Buffer.from(edit.text),
    }));
    expect(spliced(bytes, byBytes).toString()).toBe(wanted);
    const byUnits = replaced[index].fixes[0].artifactChanges[0].replacements.map(
      (edit: { deletedRegion: Record<string, number>; insertedContent: { text: string } }) => ({
        from:
          ((lineStarts[(edit.deletedRegion.startLine ?? 0) - 1] ?? 0) + (edit.deletedRegion.startColumn ?? 0) - 1) * 2,
        to: ((lineStarts[(edit.deletedRegion.endLine ?? 0) - 1] ?? 0) + (edit.deletedRegion.endColumn ?? 0) - 1) * 2,
        text: Buffer.from(edit.insertedContent.text, 'utf16le'),
      }),
    );
    expect(spliced(Buffer.from(text, 'utf16le'), byUnits).toString('utf16le')).toBe(wanted);
  });
});

function spliced(bytes: Buffer, edits: readonly { from: number; to: number; text: Buffer }[]): Buffer {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, text }) => Buffer.concat([all.subarray(0, from), text, all.subarray(to)]), bytes);
}

describe('junit', () => {
  const groups = new Set(reportOf([]).tool.rules.map((one) => one.group)).size;

  test.each(reports)('%s: well-formed, with a suite for each document and a test for each group', (_name, report) => {
    const elements = readXml(rendered('junit', report, plain));
    const named = (name: string) => elements.filter((one) => one.name === name);
    expect(named('testsuite')).toHaveLength(report.documents.length);
    if (report.tool.rules.length > 0) expect(named('testcase')).toHaveLength(report.documents.length * groups);
    for (const { attributes } of named('testsuite')) expect(attributes.timestamp).toBe('2026-03-12T00:00:00');
    const failing = named('failure').flatMap((one) => one.text.trim().split('\n'));
    expect(failing.filter(Boolean)).toHaveLength(allFindings(onlyFrom(report, 'warning')).length);
    const notes = named('system-out').flatMap((one) => one.text.split('\n').filter(Boolean));
    expect(notes).toHaveLength(allFindings(report).length - allFindings(onlyFrom(report, 'warning')).length);
    const counted = named('testsuite').reduce((sum, one) => sum + Number(one.attributes.failures), 0);
    expect(counted).toBe(named('failure').length);
  });

  test('any report is well-formed', () => {
    fc.assert(
      fc.property(anyReport, (report) => readXml(rendered('junit', report, plain)).length > 0),
      { numRuns: 100 },
    );
  });

  const xmllint = spawnSync('xmllint', ['--version']).error === undefined;
  const xsd = join(schemas, 'JUnit.xsd');
  test.skipIf(!xmllint)('xmllint takes it, by the schema where that is there (needs xmllint)', () => {
    const folder = scratch();
    const samples = [...reports.map(([, report]) => report), ...fc.sample(anyReport, 20)];
    const files = samples.map((report, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, rendered('junit', report, plain));
      return file;
    });
    const { stderr, status } = spawnSync(
      'xmllint',
      ['--noout', '--huge', ...(existsSync(xsd) ? ['--schema', xsd] : []), ...files],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

describe('markdown', () => {
  test.each(reports)('%s: one row for each finding, with its words as they stand', (_name, report) => {
    const { cells, strays } = cellsOf(rendered('markdown', report, plain));
    expect(strays).toEqual([]);
    const expected = report.documents.flatMap(({ findings }) => {
      const row = ({ severity, at, text, help }: Finding) => [
        { error: 'Error', warning: 'Warning', info: 'Note' }[severity],
        `Line ${at.start.line}: ${clipped(text, 1000).trim()}\n${clipped(help, 1000).trim()}`,
      ];
      const loud = findings.filter((one) => one.severity !== 'info');
      return [...loud, ...findings.filter((one) => one.severity === 'info')].map(row);
    });
    expect(cells).toEqual(expected);
  });

  test('no words of a document become HTML, Markdown or a link', () => {
    const marks = '\\`*_{}[]()<>#+-.!|~&$@:^="\'/;?%, \t\nawhtps1'.split('');
    const pieces = fc.string({ unit: fc.constantFrom(...marks, 'http://', 'www.', 'a@b.co', '&amp;', '<b>', '[^1]') });
    fc.assert(
      fc.property(fc.oneof(pieces, words), (said) => {
        fc.pre(clipped(said, 1000).trim() !== '');
        const { cells, strays } = cellsOf(rendered('markdown', reportOf([hostileDocument(said, 'a.md')]), plain));
        expect(strays).toEqual([]);
        expect(cells).toHaveLength(3);
        expect(cells[0]?.[1]).toBe(`Line 1: ${clipped(said, 1000).trim()}\n${clipped(said, 1000).trim()}`);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody is mentioned, and nothing is linked to, by what services make of plain words', () => {
    const out = rendered(
      'markdown',
      reportOf([hostileDocument('@user a@b.co #12 !3 http://x www.x.com :tada:', 'a.md')]),
      plain,
    );
    expect(out.replaceAll('&#8203;', '·')).not.toMatch(/@\w|#\d|!\d|:\/\/|www\.|:tada/);
  });

  test('what is only worth knowing is folded away', () => {
    const out = rendered('markdown', reportOf([checked(poor, 'a.md')]), plain);
    expect(out).toMatch(/<details>\n<summary>\d+ notes worth knowing<\/summary>\n\n\| Severity \|/);
    expect(out).toMatch(/^# Service level agreements\n\n1 document checked: \d+ errors, /);
    expect(rendered('markdown', reportOf([checked(good, 'a.md')]), plain)).toContain('Nothing has to be put right.');
  });
});
