import type { Finding, Severity } from '../finding/finding.ts';
import { fingerprintsOf } from '../finding/fingerprint.ts';
import type { Coverage } from '../finding/verdict.ts';
import { withBreaks } from '../text/edits.ts';
import { flatMapped } from '../text/lazy.ts';
import type { Span } from '../text/span.ts';
import { printable } from './printable.ts';
import type { DocumentReport, Format, RuleSummary, Tool } from './report.ts';
import { serialised } from './serialise.ts';

const base = '%SRCROOT%';
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, the OASIS standard for the results of static analysis; code scanning services take it. */
export const sarif: Format = ({ documents, tool }) =>
  serialised({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sla', version: tool.version, rules: tool.rules.map((one) => descriptor(one, tool)) } },
        originalUriBaseIds: { [base]: { description: { text: 'The folder in which sla was run.' } } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: flatMapped(documents, (document) => resultsOf(document, tool)),
      },
    ],
  });

function descriptor({ id, summary, why, source, group }: RuleSummary, { docs }: Tool) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    help: {
      text: `${why}\n\nSource: ${source}\n\n“sla explain ${id}” shows examples.`,
      markdown: `**Why:** ${why}\n\n**Source:** ${source}\n\n\`sla explain ${id}\` shows examples.`,
    },
    ...(docs !== undefined && { helpUri: `${docs}/${id}.md` }),
    properties: { tags: [group] },
  };
}

function resultsOf(document: DocumentReport, tool: Tool) {
  const { source, findings, suppressed, coverage } = document;
  // In the order of their places, so that silencing a finding changes no other's fingerprint.
  const all = [...findings.map((finding) => ({ finding, reason: undefined })), ...suppressed].sort(
    (a, b) => a.finding.at.start.offset - b.finding.at.start.offset,
  );
  const prints = fingerprintsOf(all.map((one) => one.finding));
  const artifact = { artifactLocation: artifactAt(source.path) };
  const adapt = withBreaks(source.lineBreak);
  const found = all.map(({ finding, reason }, index) => ({
    ...about(finding.rule, tool),
    level: levels[finding.severity],
    message: { text: plain(`${finding.text} ${finding.help}`) },
    locations: [{ physicalLocation: { ...artifact, region: regionOf(finding.at) } }],
    partialFingerprints: { 'sla/v1': prints[index] },
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((one, place) => ({
        id: place + 1,
        physicalLocation: { ...artifact, region: regionOf(one.at) },
        message: { text: plain(one.text) },
      })),
    }),
    ...(finding.fix?.edits.length && { fixes: [repair(finding.fix, artifact, adapt)] }),
    ...(reason !== undefined && { suppressions: [{ kind: 'inSource', justification: printable(reason) }] }),
  }));
  return [...found, ...coverage.flatMap((one) => leftOut(one, artifact, tool))];
}

type Artifact = Readonly<Record<'artifactLocation', ReturnType<typeof artifactAt>>>;

function repair({ title, edits }: NonNullable<Finding['fix']>, artifact: Artifact, adapt: (text: string) => string) {
  const replacements = edits.map(({ at, text }) => ({
    deletedRegion: regionOf(at),
    insertedContent: { text: adapt(text) },
  }));
  return { description: { text: plain(title) }, artifactChanges: [{ ...artifact, replacements }] };
}

/** A section that a document leaves out with a reason is told as well: whoever audits wants to see it. */
function leftOut({ id, title, state, reason }: Coverage, artifact: Artifact, tool: Tool) {
  if (state !== 'omitted' || !reason) return [];
  return [
    {
      ...about('section-missing', tool),
      kind: 'notApplicable',
      level: 'none',
      message: { text: plain(`The section “${title}” is left out: ${reason}`) },
      locations: [{ physicalLocation: artifact }],
      partialFingerprints: { 'sla/v1': `omitted/${id}` },
      suppressions: [{ kind: 'external', justification: printable(reason) }],
    },
  ];
}

function about(rule: string, { rules }: Tool) {
  const ruleIndex = rules.findIndex((one) => one.id === rule);
  return { ruleId: rule, ...(ruleIndex >= 0 && { ruleIndex }) };
}

function regionOf({ start, end }: Span) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path as a URI: relative to where the check ran, or a file's own address where the path starts at a root. */
function artifactAt(path: string) {
  // Half a letter has no place in a URI.
  const uri = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[a-z]:\//i.test(path) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: base };
}

/** A message has links and placeholders of its own; what a document says is none, and is marked so where it looks so. */
function plain(text: string): string {
  const shown = printable(text);
  const braced = /\{\d+\}/.test(shown) ? shown.replace(/[{}]/g, '$&$&') : shown;
  return braced.includes('](') ? braced.replace(/[\\[\]]/g, '\\$&') : braced;
}
