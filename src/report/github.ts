import { type Finding, type Severity, severities } from '../finding/finding.ts';
import { clipped, printable } from './printable.ts';
import { type Format, type Report, totalsOf } from './report.ts';

/** GitHub shows no more annotations of one level for each step, and drops the rest without a word. */
const most = 10;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub Actions shows beside the lines that they are about, the worst first. */
export const github: Format = function* (report) {
  for (const severity of severities) yield* firstOf(severity, report);
  yield `${totalsOf(report)}${restOf(report)}\n`;
};

function* firstOf(severity: Severity, { documents, summary }: Report): Iterable<string> {
  let room = Math.min(most, summary[severity]);
  for (const { source, findings } of documents) {
    if (room === 0) return;
    const shown = findings.filter((one) => one.severity === severity).slice(0, room);
    for (const one of shown) yield `${commandFor(source.path, one)}\n`;
    room -= shown.length;
  }
}

function commandFor(path: string, { severity, rule, text, help, at: { start, end } }: Finding): string {
  const properties = {
    file: printable(path),
    line: start.line,
    endLine: end.line,
    // The runner takes columns only where a place begins and ends in one line.
    ...(start.line === end.line && { col: start.column }),
    title: clipped(rule, 200),
  };
  const shown = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${commands[severity]} ${shown.join(',')}::${escaped(`${clipped(text, 2000)}\n${clipped(help, 2000)}`)}`;
}

function restOf({ summary }: Report): string {
  const hidden = severities.some((severity) => summary[severity] > most);
  return hidden ? ` GitHub shows the first ${most} of each kind.` : '';
}

/** As the runner reads the words of a command. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As the runner reads what stands before them. */
function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
