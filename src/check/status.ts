import type { JsonObject } from '../data/json.ts';
import { isAtLeast, type Severity } from '../finding/finding.ts';
import { type Status, statuses } from '../finding/verdict.ts';
import type { Rule } from '../rules/rule.ts';

/** The declared status; an agreement without one, or with an unknown one, is judged as agreed. */
export function statusOf(frontMatter: JsonObject | undefined): Status {
  return statuses.find((status) => status === frontMatter?.status) ?? 'agreed';
}

/** What one of a rule's messages weighs for an agreement of this status. */
export function weigh(rule: Rule, message: string, status: Status, atMost: Severity = 'error'): Severity | 'off' {
  const { draft, agreed, retired } = rule.severity;
  const own = rule.weights[message];
  if (status === 'superseded' || status === 'ended') return retired;
  const severity = own ?? (status === 'draft' || status === 'in-review' ? draft : agreed);
  return severity === 'off' || isAtLeast(atMost, severity) ? severity : atMost;
}
