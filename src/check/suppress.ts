import type { Suppression } from '../document/suppressions.ts';
import type { Finding, Suppressed } from '../finding/finding.ts';
import type { UsedSuppression } from '../rules/rule.ts';

export interface Silenced {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Divides findings by the comments of their document. */
export function silence(findings: readonly Finding[], suppressions: readonly Suppression[]): Silenced {
  const covering = findings.map((finding) => suppressions.find((one) => covers(one, finding)));
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
  return suppressions.map((one) => ({
    ...one,
    used: [...new Set(findings.filter((finding) => covers(one, finding)).map(({ rule }) => rule))],
  }));
}

function covers({ rules, lines }: Suppression, { rule, at }: Pick<Finding, 'rule' | 'at'>): boolean {
  return rules.includes(rule) && lines.first <= at.start.line && at.start.line <= lines.last;
}
