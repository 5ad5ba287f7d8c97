import { counted, type Report } from './report.ts';

/** What one rule did in a run. */
interface Row {
  readonly rule: string;
  readonly findings: number;
  /** In milliseconds. */
  readonly time: number;
}

/** Rules that find nothing are listed while they take this much of the time. */
const notable = 0.01;

/**
 * How often each rule of a run spoke, and how long it took: the one with the most findings first, the slower one of two
 * that have as many. Rules that found nothing and cost next to nothing share the last line but one.
 */
export function statisticsOf(report: Report): string {
  const rows = rowsOf(report);
  const total = sumOf('all rules', rows);
  const isTold = ({ findings, time }: Row) => findings > 0 || time >= notable * total.time;
  const others = rows.filter((row) => !isTold(row));
  const told = [
    ...rows.filter(isTold),
    ...(others.length > 0 ? [sumOf(counted(others.length, 'other rule'), others)] : []),
    total,
  ].map(({ rule, findings, time }) => {
    const share = total.time === 0 ? 0 : Math.round((100 * time) / total.time);
    return [String(findings), `${time.toFixed(1)} ms`, `${share} %`, rule];
  });
  return table([['findings', 'time', 'share', 'rule'], ...told]);
}

function rowsOf({ documents }: Report): Row[] {
  const findings = new Map<string, number>();
  const times = new Map<string, number>();
  const add = (sums: Map<string, number>, rule: string, more: number) => sums.set(rule, (sums.get(rule) ?? 0) + more);
  for (const document of documents) {
    for (const { rule } of document.findings) add(findings, rule, 1);
    for (const [rule, time] of Object.entries(document.times ?? {})) add(times, rule, time);
  }
  return [...new Set([...findings.keys(), ...times.keys()])]
    .map((rule) => ({ rule, findings: findings.get(rule) ?? 0, time: times.get(rule) ?? 0 }))
    .sort((a, b) => b.findings - a.findings || b.time - a.time || (a.rule < b.rule ? -1 : 1));
}

function sumOf(rule: string, rows: readonly Row[]): Row {
  return {
    rule,
    findings: rows.reduce((sum, one) => sum + one.findings, 0),
    time: rows.reduce((sum, one) => sum + one.time, 0),
  };
}

/** Rows with their cells below each other, all but the last one to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')}\n`).join('');
}
