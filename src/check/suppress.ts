import type { Suppression } from '../document/suppressions.ts';
import type { UsedSuppression } from '../evidence/context.ts';
import type { Finding, Suppressed } from '../finding/finding.ts';
import { groupedBy } from '../text/group.ts';
import { ascending, countBefore } from '../text/sorted.ts';

export interface Silenced {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Divides findings by the comments of their document. */
export function silence(findings: readonly Finding[], suppressions: readonly Suppression[]): Silenced {
  const coverOf = coverFinder(suppressions);
  const covering = findings.map(coverOf);
  return {
    kept: findings.filter((_finding, index) => covering[index] === undefined),
    suppressed: findings.flatMap((finding, index) => {
      const by = covering[index];
      return by ? [{ finding, reason: by.reason }] : [];
    }),
  };
}

/** The suppressions, each with those of its rules that have a finding where it counts. */
export function withUse(
  suppressions: readonly Suppression[],
  findings: readonly Pick<Finding, 'rule' | 'at'>[],
): UsedSuppression[] {
  const linesOf = new Map(
    [...groupedBy(findings, ({ rule }) => [rule])].map(([rule, own]) => [
      rule,
      ascending(own.map(({ at }) => at.start.line)),
    ]),
  );
  const isUsed = (rule: string, { first, last }: Suppression['lines']) => {
    const lines = linesOf.get(rule) ?? [];
    const next = lines[countBefore(lines, (line) => line < first)];
    return next !== undefined && next <= last;
  };
  return suppressions.map((one) => ({
    ...one,
    used: [...new Set(one.rules)].filter((rule) => isUsed(rule, one.lines)),
  }));
}

/** Finds the first suppression that covers a finding, without going through all of them for each. */
function coverFinder(suppressions: readonly Suppression[]) {
  const byRule = new Map(
    [...groupedBy(suppressions, ({ rules }) => [...new Set(rules)])].map(([rule, own]) => {
      const sorted = [...own].sort((a, b) => a.lines.first - b.lines.first);
      let last = 0;
      const ends = sorted.map((one) => {
        last = Math.max(last, one.lines.last);
        return { one, last };
      });
      return [rule, ends] as const;
    }),
  );
  return ({ rule, at: { start } }: Pick<Finding, 'rule' | 'at'>): Suppression | undefined => {
    const own = byRule.get(rule) ?? [];
    // The first that ends behind the line; where it starts below the line, so do all that follow it.
    const found = own[countBefore(own, ({ last }) => last < start.line)]?.one;
    return found && found.lines.first <= start.line ? found : undefined;
  };
}
