import type { Edit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';

export const severities = ['error', 'warning', 'info'] as const;

/** How much a finding weighs: an error makes the check fail, a warning should be looked at, an info is worth knowing. */
export type Severity = (typeof severities)[number];

/** Whether a severity is as grave as another, or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  const weight = { error: 2, warning: 1, info: 0 };
  return weight[severity] >= weight[least];
}

/** A repair. A safe one keeps the meaning of the document; a suggested one wants a person's eye. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'suggested';
  readonly edits: readonly Edit[];
}

/** A repair that wants a person's eye. */
export function suggestion(title: string, edits: readonly Edit[]): Fix {
  return { title, safety: 'suggested', edits };
}

/** One thing that is wrong with a document, as plain data. */
export interface Finding {
  /** The rule that speaks, such as `component-missing`. */
  readonly rule: string;
  /** Which of the rule's messages this is. */
  readonly message: string;
  /** What is wrong, in the document's own words. */
  readonly text: string;
  /** What to do about it. */
  readonly help: string;
  /** Why it matters. */
  readonly why: string;
  /** What the text was made from. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly severity: Severity;
  /** Where the demand comes from: a principle, a published source, or the project's own proposal. */
  readonly source: string;
  /** The place in the framework's JSON Schema that was not met. */
  readonly schema?: string;
  readonly at: Span;
  /** The other places, when two disagree. */
  readonly related: readonly { readonly at: Span; readonly text: string }[];
  /** The part of the framework that is meant, such as `information-sharing/retention`. */
  readonly requirement?: string;
  readonly fix?: Fix;
}

/** A finding that a comment in the document silences, with the reason given there. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
}
