import { isAtLeast, type Severity, severities } from '../finding/finding.ts';
import type { Verdict } from '../finding/verdict.ts';
import { type Extract, extractOf } from '../text/extract.ts';
import { flatMapped } from '../text/lazy.ts';
import type { Source } from '../text/source.ts';

/** A checked document. */
export interface DocumentReport extends Verdict {
  /** Of its text, the lines that its findings speak of. */
  readonly source: Extract;
  /** The name of the framework that it was held against; undefined when none is known. */
  readonly framework: string | undefined;
}

/** What a report tells of a document: the verdict, with no more of the text than the findings need. */
export function reported(source: Source, framework: string | undefined, verdict: Verdict): DocumentReport {
  const findings = [...verdict.findings, ...verdict.suppressed.map(({ finding }) => finding)];
  const spans = findings.flatMap(({ at, related, fix }) => [
    at,
    ...related.map((one) => one.at),
    ...(fix?.edits ?? []).map((one) => one.at),
  ]);
  return { ...verdict, source: extractOf(source, spans), framework };
}

/** What a report tells of a rule, so that the formats need not know the rules. */
export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly source: string;
  /** The title of its group, such as “Front matter”. */
  readonly group: string;
}

/** The program that made a report, for the formats that name it. */
export interface Tool {
  readonly version: string;
  /** Every rule, by group. */
  readonly rules: readonly RuleSummary[];
  /** The address of the folder with the pages of the rules; undefined where the package names none. */
  readonly docs?: string;
}

/** What a run of the check has to say. */
export interface Report {
  /** In the order of their paths. There may be very many, so that a format takes them one by one, as often as it likes. */
  readonly documents: Iterable<DocumentReport>;
  readonly summary: Summary;
  /** Whether the findings make the check fail. */
  readonly failed: boolean;
  /** The day as on which the documents were judged, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly tool: Tool;
}

/** What a report is rendered for. */
export interface Medium {
  readonly color: boolean;
  /** In columns. */
  readonly width: number;
  /** The address of a document, for terminals that show links; undefined for one that has none. */
  readonly addressOf?: (path: string) => string | undefined;
}

/** Renders a report, piece by piece. */
export type Format = (report: Report, medium: Medium) => Iterable<string>;

/** How much a run looked at, and how many findings of each severity its documents have. */
export interface Summary extends Readonly<Record<Severity, number>> {
  readonly documents: number;
  /** How many Markdown files were found that declare no framework. */
  readonly passedOver: number;
  /** How many findings are left out, for the baseline knows them. */
  readonly known: number;
}

/** The sentence that closes a report: how many documents were checked, and what was found. */
export function totalsOf({ summary }: Report): string {
  const { documents, passedOver, known, error, warning, info } = summary;
  const found = [counted(error, 'error'), counted(warning, 'warning'), `${info === 0 ? 'no' : info} info`].join(', ');
  const skipped =
    passedOver > 0 ? ` ${counted(passedOver, 'other Markdown file')} passed over: no framework named.` : '';
  const old = known > 0 ? ` ${counted(known, 'finding')} known from the baseline.` : '';
  return `${counted(documents, 'document')} checked: ${found}.${skipped}${old}`;
}

/** The report without the findings that are milder than `least`, be they silenced or not. */
export function onlyFrom(report: Report, least: Severity): Report {
  const isKept = ({ severity }: { readonly severity: Severity }) => isAtLeast(severity, least);
  const documents = flatMapped(report.documents, (one) => [
    {
      ...one,
      findings: one.findings.filter(isKept),
      suppressed: one.suppressed.filter(({ finding }) => isKept(finding)),
    },
  ]);
  const milder = severities.filter((severity) => !isAtLeast(severity, least)).map((severity) => [severity, 0]);
  return { ...report, documents, summary: { ...report.summary, ...Object.fromEntries(milder) } };
}

/** "1 error", "2 errors", "no errors". */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
