import { bind } from '../binding/bind.ts';
import type { Binding } from '../binding/binding.ts';
import type { Document } from '../document/document.ts';
import { type Context, contextFor, type Grounds } from '../evidence/context.ts';
import type { Finding, Severity } from '../finding/finding.ts';
import { statusOf } from '../finding/status.ts';
import type { Verdict } from '../finding/verdict.ts';
import type { Framework } from '../framework/framework.ts';
import { type CitationFinder, citationFinder } from '../law/citations.ts';
import { shippedReferences } from '../law/reference.ts';
import { frontMatterMissing } from '../rules/front-matter-missing.ts';
import { frontMatterSyntax } from '../rules/front-matter-syntax.ts';
import { rules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { divided } from '../text/group.ts';
import { coverageOf } from './coverage.ts';
import { silence, withUse } from './suppress.ts';
import { weigh } from './weigh.ts';

/** What a document is judged by, beside its framework. */
export interface Settings extends Omit<Grounds, 'findCitations'> {
  /** Severities of the user's own, by rule. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Finds wrong names of laws and bodies; the shipped table unless the user adds to it. */
  readonly findCitations?: CitationFinder;
  /** Milliseconds that have passed since any one moment; with it, the verdict says how long each rule took. */
  readonly clock?: () => number;
}

const shippedCitations = citationFinder(shippedReferences);

/** Stands in for the framework of a document that names none. */
const undeclared: Framework = {
  id: '',
  name: '',
  title: '',
  description: '',
  edition: undefined,
  source: undefined,
  form: false,
  sections: [],
  frontMatter: {
    key: '',
    title: '',
    description: '',
    required: false,
    wanted: false,
    aliases: [],
    types: [],
    format: undefined,
    values: [],
    examples: [],
    fallback: undefined,
    roles: [],
    fields: [],
    items: undefined,
  },
  decisive: [],
  bundle: async () => ({}),
  validate: () => [],
};

/**
 * Judges a document by a framework. Front matter that cannot be read, and a document without a framework, are one
 * finding each, and nothing else is said: what a check would rest on is not known.
 */
export function check(document: Document, framework: Framework | undefined, settings: Settings): Verdict {
  return checkBound(bind(document, framework ?? undeclared), settings);
}

/** Judges a document that is laid over its framework already. */
export function checkBound(binding: Binding, settings: Settings): Verdict {
  const { document } = binding;
  const { severities = {} } = settings;
  const status = statusOf(binding.frontMatter?.status);
  const context = contextFor(binding, { findCitations: shippedCitations, ...settings });
  const [ordinary, housekeeping] = divided(rulesFor(binding), ({ group }) => group !== 'housekeeping');
  const { run, times } = stopwatch(settings.clock);
  const found = ordinary.flatMap((rule) => run(rule, context).map((one) => ({ rule, one })));
  // Whether a comment silences anything is known once all else is found, whatever that weighs.
  const suppressions = withUse(
    document.suppressions,
    found.map(({ one }) => one),
  );
  found.push(...housekeeping.flatMap((rule) => run(rule, { ...context, suppressions }).map((one) => ({ rule, one }))));
  const findings = found.flatMap(({ rule, one: { atMost, ...one } }): Finding[] => {
    const severity = weigh(rule, one.message, status, { atMost, own: severities[rule.id] });
    return severity === 'off' ? [] : [{ ...one, severity }];
  });
  findings.sort((a, b) => a.at.start.offset - b.at.start.offset || inOrder(a.rule, b.rule));
  const { kept, suppressed } = silence(findings, document.suppressions);
  return { status, findings: kept, suppressed, coverage: coverageOf(binding), ...(settings.clock && { times }) };
}

/** By the letters: ids are plain, and it takes long to make ready what knows the order of words in a language. */
function inOrder(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** Runs rules and notes how long each one took, where there is a clock. What several rules share counts for the first. */
function stopwatch(clock: Settings['clock']) {
  const times: Record<string, number> = {};
  const run = (rule: Rule, context: Context) => {
    if (!clock) return rule.check(context);
    const start = clock();
    const found = rule.check(context);
    times[rule.id] = clock() - start;
    return found;
  };
  return { run, times };
}

function rulesFor({ document, framework }: Binding): readonly Rule[] {
  if (document.frontMatter.state === 'invalid') return [frontMatterSyntax];
  return framework === undeclared ? [frontMatterMissing] : rules;
}
