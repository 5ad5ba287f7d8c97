import type { Context, Neighbour } from '../evidence/context.ts';
import type { Finding, Fix, Severity } from '../finding/finding.ts';
import type { Requirement } from '../framework/framework.ts';
import type { Span } from '../text/span.ts';

export const groups = {
  structure: 'Structure',
  'front-matter': 'Front matter',
  parties: 'Parties and sign-off',
  dates: 'Dates and versions',
  content: 'Content',
  law: 'Law and bodies',
  surveillance: 'Surveillance',
  assessment: 'Assessment',
  plan: 'Plan and engagement',
  repository: 'Repository',
  housekeeping: 'Housekeeping',
} as const;

/** How much a finding weighs while the agreement is being written, when it stands, and when it has been replaced or ended. */
export interface Rating {
  readonly draft: Severity | 'off';
  readonly agreed: Severity | 'off';
  readonly retired: 'info' | 'off';
}

/** A message has two parts: what is wrong, in the document's own words, and what to do. */
export interface Message {
  readonly text: string;
  readonly help: string;
}

/** A document and the messages that a rule finds in it. The suite runs every one. */
export interface Example {
  readonly title: string;
  readonly markdown: string;
  readonly finds: readonly string[];
  /** The framework of `examples/framework` that judges it; `car-parks` when it is silent. */
  readonly framework?: 'car-park-check' | 'car-park-plan';
  /** The other documents of the run; none when it is silent. */
  readonly neighbours?: readonly Neighbour[];
  /** How many days before a date it is mentioned; none when it is silent. */
  readonly dueWithin?: number;
  /** The files that stand beside it; links to files are not judged where none are named. */
  readonly files?: readonly string[];
}

/** What a message weighs that weighs less or more than its rule, and when that is so, as a clause. */
export interface Weight {
  readonly severity: Severity;
  readonly when: string;
}

/** A rule as the rest of the program sees it. */
export interface Rule {
  readonly id: string;
  readonly group: keyof typeof groups;
  readonly summary: string;
  readonly why: string;
  /** Where the demand comes from. */
  readonly source: string;
  readonly severity: Rating;
  /** Messages that weigh the same in a draft and in an agreement that stands. */
  readonly weights: Readonly<Record<string, Weight>>;
  /** Made when first asked for: no check needs them. */
  readonly examples: () => readonly Example[];
  /** The names of its messages. */
  readonly messages: readonly string[];
  /** What the rule finds, before it is rated. */
  readonly check: (context: Context) => Unrated[];
}

/** A finding before it is rated, with the most that it may weigh where its rule would weigh it more. */
export interface Unrated extends Omit<Finding, 'severity'> {
  readonly atMost?: Severity;
}

type Messages = Readonly<Record<string, (data: never) => Message>>;

/** One thing found: which message, what it is made from, where. */
type Spoken<M extends Messages> = {
  [K in keyof M]: {
    readonly message: K;
    readonly data: Parameters<M[K]> extends [] ? Readonly<Record<string, never>> : Parameters<M[K]>[0];
    readonly at: Span;
    readonly related?: Finding['related'];
    /** The part of the framework that is meant; its own source is told in place of the rule's. */
    readonly requirement?: Requirement;
    /** Told in place of the rule's own reason. */
    readonly why?: string;
    /** Told in place of the rule's own source. */
    readonly source?: string;
    readonly schema?: string;
    /** The most that this one weighs, where the rule would weigh it more. */
    readonly atMost?: Severity;
    readonly fix?: Fix;
  };
}[keyof M];

interface Definition<M extends Messages> {
  readonly id: string;
  readonly group: keyof typeof groups;
  readonly summary: string;
  readonly why: string;
  readonly source: string;
  readonly severity: Severity | Rating;
  readonly weights?: Partial<Record<keyof M, Weight>>;
  readonly messages: M;
  readonly check: (context: Context) => Iterable<Spoken<M>>;
  readonly examples: () => readonly (Omit<Example, 'finds'> & { readonly finds: readonly (keyof M)[] })[];
}

/** Types a rule inside, by its own messages and their data, and erases that type outside. */
export function defineRule<const M extends Messages>(definition: Definition<M>): Rule {
  const { id, group, summary, why, source, severity, weights, messages, examples } = definition;
  const find = (spoken: Spoken<M>): Unrated => {
    const { requirement, related = [], at, schema, fix, message, atMost } = spoken;
    const words = messages[message]?.(spoken.data as never) ?? { text: '', help: '' };
    return {
      rule: id,
      message: String(message),
      ...words,
      why: spoken.why || why,
      data: spoken.data,
      at,
      related,
      source: spoken.source ?? requirement?.source ?? source,
      ...(schema !== undefined && { schema }),
      ...(requirement && { requirement: requirement.path }),
      ...(fix && { fix }),
      ...(atMost && { atMost }),
    };
  };
  return {
    id,
    group,
    summary,
    why,
    source,
    severity: typeof severity === 'string' ? { draft: severity, agreed: severity, retired: 'info' } : severity,
    weights: (weights ?? {}) as Readonly<Record<string, Weight>>,
    messages: Object.keys(messages),
    examples: () => examples().map((example) => ({ ...example, finds: example.finds.map(String) })),
    check: (context) => [...definition.check(context)].map(find),
  };
}
