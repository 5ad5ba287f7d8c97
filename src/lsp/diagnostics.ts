import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import type { Finding } from '../finding/finding.ts';
import { lineSpan } from '../text/source.ts';
import type { Complaint } from '../workspace/failure.ts';
import type { Positions } from './positions.ts';
import type { Reading } from './readings.ts';

/** What the editor's side can show. */
export interface Abilities {
  /** Whether it shows the other places of a finding. */
  readonly related: boolean;
  /** Whether it can tell for which version of a text an edit was made. */
  readonly versioned: boolean;
  /** The address of the pages of the rules, where they have one. */
  readonly docs: string | undefined;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Text that was right once is struck through, text that does nothing is greyed out, where the editor can. */
const tags: Readonly<Record<string, DiagnosticTag>> = {
  'reference-superseded': DiagnosticTag.Deprecated,
  'marking-withdrawn': DiagnosticTag.Deprecated,
  'suppression-unused': DiagnosticTag.Unnecessary,
  'term-unused': DiagnosticTag.Unnecessary,
};

/** What is wrong with a document, or what keeps it from being judged. */
export function diagnosticsOf(reading: Reading, abilities: Abilities): Diagnostic[] {
  const { judged, complaints, uri, positions } = reading;
  const findings = judged?.verdict().findings ?? [];
  return [
    ...complaints.map((one) => complaintDiagnostic(reading, one)),
    ...findings.map((one) => findingDiagnostic(uri, positions, one, abilities)),
  ];
}

/** One finding in the terms of the protocol; its range and rule are those of `sla check`. */
export function findingDiagnostic(
  uri: string,
  positions: Positions,
  finding: Finding,
  { related, docs }: Abilities,
): Diagnostic {
  const { rule, severity, text, help, at } = finding;
  const tag = tags[rule];
  const relatedInformation = finding.related.map(
    (one): DiagnosticRelatedInformation => ({
      location: { uri, range: positions.range(one.at) },
      message: one.text,
    }),
  );
  return {
    range: positions.range(at),
    severity: severities[severity],
    code: rule,
    ...(docs !== undefined && { codeDescription: { href: `${docs}/${rule}.md` } }),
    source: 'sla',
    message: `${text}\n${help}`,
    ...(tag !== undefined && { tags: [tag] }),
    ...(related && relatedInformation.length > 0 && { relatedInformation }),
  };
}

/** A complaint at its place, where that is in the document; else in the first line, with the place in words. */
function complaintDiagnostic({ source, positions }: Reading, { place = '', text, remedy }: Complaint): Diagnostic {
  const [, path, line] = /^(.*?):(\d+):\d+$/.exec(place) ?? [];
  const isHere = (path ?? place) === source.path;
  const words = isHere || place === '' ? text : `${place}: ${text}`;
  return {
    range: positions.range(lineSpan(source, isHere && line !== undefined ? Number(line) : 1)),
    severity: DiagnosticSeverity.Error,
    source: 'sla',
    message: `This document cannot be judged: ${words}.\n${remedy}`,
  };
}
