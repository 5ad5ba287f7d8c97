import { type Finding, isAtLeast, type Severity } from '../finding/finding.ts';
import { countBySeverity, type Verdict } from '../finding/verdict.ts';
import type { Source } from '../text/source.ts';

/** A checked document. */
export interface DocumentReport extends Verdict {
  /** Its text, for code frames. */
  readonly source: Source;
  /** The name of the framework that it was held against; undefined when none is known. */
  readonly framework: string | undefined;
}

/** What a run of the check has to say. */
export interface Report {
  readonly documents: readonly DocumentReport[];
  /** How many Markdown files were found that declare no framework. */
  readonly passedOver: number;
  /** How many findings are left out, for the baseline knows them. */
  readonly known: number;
  /** Whether the findings make the check fail. */
  readonly failed: boolean;
}

/** Renders a report. Width is in columns; colour is for terminals. */
export type Format = (report: Report, options: { readonly color: boolean; readonly width: number }) => string;

export interface Summary extends Readonly<Record<Severity, number>> {
  readonly documents: number;
  readonly passedOver: number;
  readonly known: number;
}

export function summaryOf({ documents, passedOver, known }: Report): Summary {
  return {
    documents: documents.length,
    passedOver,
    known,
    ...countBySeverity(documents.flatMap((one) => one.findings)),
  };
}

/** The report without the findings that are milder than `least`. */
export function onlyFrom(report: Report, least: Severity): Report {
  const keep = (finding: Finding) => isAtLeast(finding.severity, least);
  return {
    ...report,
    documents: report.documents.map((one) => ({ ...one, findings: one.findings.filter(keep) })),
  };
}

/** "1 error", "2 errors", "no errors". */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
