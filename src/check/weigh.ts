import { isAtLeast, type Severity } from '../finding/finding.ts';
import { isDraft, type Status } from '../finding/status.ts';
import type { Rule } from '../rules/rule.ts';

/** What else bears on a finding's weight. */
interface Weights {
  /** The most that the finding itself asks for. */
  readonly atMost: Severity | undefined;
  /** What the user's configuration says of the rule. */
  readonly own: Severity | 'off' | undefined;
}

/** What one of a rule's messages weighs for an agreement of this status. */
export function weigh(rule: Rule, message: string, status: Status, { atMost, own }: Weights): Severity | 'off' {
  const { draft, agreed, retired } = rule.severity;
  if (own === 'off') return 'off';
  if (status === 'superseded' || status === 'ended') return retired;
  const usual = isDraft(status) ? draft : agreed;
  const severity = usual === 'off' ? usual : (own ?? usual);
  const weight = rule.weights[message]?.severity;
  // A message with a weight of its own is milder, or graver, than its rule, unless the user says how grave the rule is.
  if (own === undefined && weight !== undefined && atMost === undefined) return weight;
  const most = leastOf([atMost, weight]);
  return severity === 'off' || most === undefined || isAtLeast(most, severity) ? severity : most;
}

function leastOf(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return severities.reduce((least, one) => (one && (!least || isAtLeast(least, one)) ? one : least), undefined);
}
