import { type Finding, severities } from '../finding/finding.ts';
import { printable } from './printable.ts';
import { counted, type DocumentReport, type Format, type Report } from './report.ts';

/** The results as tests, for any build server: a suite for each document, a test for each group of rules. */
export const junit: Format = function* (report) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let index = 0;
  for (const document of report.documents) {
    yield suiteOf(report, document, index);
    index += 1;
  }
  yield '</testsuites>\n';
};

function suiteOf({ tool, asOf }: Report, document: DocumentReport, index: number): string {
  const { source, framework, status, findings } = document;
  const groupOf = new Map(tool.rules.map((one) => [one.id, one.group]));
  const of = (finding: Finding) => groupOf.get(finding.rule) ?? 'Other rules';
  const groups = [...new Set([...groupOf.values(), ...findings.map(of)])];
  const loud = findings.filter((one) => one.severity !== 'info');
  const failing = groups.map((group) => loud.filter((one) => of(one) === group));
  const notes = findings.filter((one) => one.severity === 'info');
  const name = escaped(source.path.trim() || 'document');
  const failures = failing.filter((own) => own.length > 0).length;
  const counts = `tests="${groups.length}" failures="${failures}" errors="0" time="0"`;
  // The day is the one that the documents were judged by, so that the same check writes the same report.
  const when = `timestamp="${escaped(asOf)}T00:00:00" hostname="localhost"`;
  return [
    `  <testsuite package="sla" id="${index}" name="${name}" ${when} ${counts}>`,
    '    <properties>',
    ...(framework === undefined ? [] : [`      <property name="framework" value="${escaped(framework)}"/>`]),
    `      <property name="status" value="${escaped(status)}"/>`,
    '    </properties>',
    ...groups.map((group, place) => testOf(name, group, failing[place] ?? [], source.path)),
    `    <system-out>${notes.map((one) => `\n${lineOf(source.path, one)}`).join('')}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>\n',
  ].join('\n');
}

function testOf(suite: string, group: string, failing: readonly Finding[], path: string): string {
  const start = `    <testcase classname="${suite}" name="${escaped(group)}" time="0"`;
  const worst = severities.find((severity) => failing.some((one) => one.severity === severity));
  if (worst === undefined) return `${start}/>`;
  const found = severities
    .map((severity) => [failing.filter((one) => one.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0);
  const message = found.map(([count, severity]) => counted(count, severity)).join(', ');
  const lines = failing.map((one) => lineOf(path, one)).join('\n');
  return `${start}>\n      <failure type="${worst}" message="${message}">\n${lines}\n      </failure>\n    </testcase>`;
}

function lineOf(path: string, { at: { start }, severity, text, help, rule }: Finding): string {
  return escaped(`${path}:${start.line}:${start.column}: ${severity}: ${text} ${help} [${rule}]`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML 1.0 can hold it, between tags and in quotation marks. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
