import { bind } from '../binding/bind.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import type { Verdict } from '../finding/verdict.ts';
import type { Framework } from '../framework/framework.ts';
import { citationFinder } from '../law/citations.ts';
import { shippedReferences } from '../law/reference.ts';
import { frontMatterMissing } from '../rules/front-matter-missing.ts';
import { frontMatterSyntax } from '../rules/front-matter-syntax.ts';
import { rules } from '../rules/registry.ts';
import { contextFor, type FileTest, type Rule } from '../rules/rule.ts';
import { coverageOf } from './coverage.ts';
import { statusOf, weigh } from './status.ts';

export interface Settings {
  /** Today as YYYY-MM-DD, or the day that the user asks about. */
  readonly today: string;
  /** Whether there is a file or folder at a path, given as the document's own is; without it, links to files are not judged. */
  readonly exists?: FileTest;
}

const findCitations = citationFinder(shippedReferences);

/** Stands in for the framework of a document that names none. */
const undeclared: Framework = {
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
  bundle: {},
  validate: () => [],
};

/**
 * Judges a document by a framework. Front matter that cannot be read, and a document without a framework, are one
 * finding each, and nothing else is said: what a check would rest on is not known.
 */
export function check(document: Document, framework: Framework | undefined, settings: Settings): Verdict {
  const binding = bind(document, framework ?? undeclared);
  const status = statusOf(binding.frontMatter);
  const context = contextFor(binding, settings.today, findCitations, settings.exists);
  const findings = rulesFor(document, framework).flatMap((rule) =>
    rule.check(context).flatMap(({ atMost, ...found }): Finding[] => {
      const severity = weigh(rule, found.message, status, atMost);
      return severity === 'off' ? [] : [{ ...found, severity }];
    }),
  );
  findings.sort((a, b) => a.at.start.offset - b.at.start.offset || a.rule.localeCompare(b.rule));
  return { status, findings, coverage: coverageOf(binding) };
}

function rulesFor(document: Document, framework: Framework | undefined): readonly Rule[] {
  if (document.frontMatter.state === 'invalid') return [frontMatterSyntax];
  return framework ? rules : [frontMatterMissing];
}
