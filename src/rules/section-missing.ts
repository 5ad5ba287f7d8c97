import type { Binding, Label } from '../binding/binding.ts';
import type { Requirement } from '../framework/framework.ts';
import { nearest } from '../text/nearest.ts';
import { lineSpan, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { defineRule } from './rule.ts';
import { missingSections } from './schema.ts';

interface Section {
  readonly section: string;
  readonly advice: string;
}

export const sectionMissing = defineRule({
  id: 'section-missing',
  group: 'structure',
  summary: 'Every section that the framework asks for is there, or is left out with a reason.',
  why: 'A subject that the agreement is silent on is decided by whoever acts first.',
  severity: { draft: 'warning', agreed: 'error', retired: 'info' },
  messages: {
    missing: ({ section, advice }: Section) => ({
      text: `There is no section “${section}”.`,
      help: `Add a heading “${section}” here. ${advice}`,
    }),
    misspelt: ({ section, heading, advice }: Section & { readonly heading: string }) => ({
      text: `There is no section “${section}”; “${heading}” is perhaps meant.`,
      help: `Did you mean “${section}”? Change the heading, or add the section. ${advice}`,
    }),
  },
  *check({ binding }) {
    for (const { requirement, violation } of missingSections(binding)) {
      if (isMisspeltOmission(binding, requirement)) continue;
      const { title, id, omittable, names } = requirement;
      const advice = omittable
        ? `If the agreement does not need it, name it under “omitted” in the front matter with the reason: “${id}: …”.`
        : 'It may not be left out.';
      const common = { requirement, schema: violation.schema };
      const stranger = binding.strangers.find((label) => nearest(comparableTitle(label.text), names) !== undefined);
      if (stranger) {
        yield { ...common, message: 'misspelt', data: { section: title, heading: stranger.text, advice }, at: stranger.span, fix: renaming(stranger, title) };
        continue;
      }
      yield { ...common, message: 'missing', data: { section: title, advice }, at: placeFor(binding, requirement) };
    }
  },
  examples: [
    {
      title: 'All sections are there',
      markdown: '# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
      finds: [],
    },
    {
      title: 'A section under another name that the framework knows',
      markdown: '# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Costs & funding\n\nNone.\n',
      finds: [],
    },
    {
      title: 'A section left out with a reason',
      markdown: '---\nomitted:\n  charges: The council meets every cost.\n---\n\n# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
      finds: [],
    },
    { title: 'A section left out without a word', markdown: '# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n', finds: ['missing'] },
    {
      title: 'A misspelt heading',
      markdown: '# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Chargse\n\nNone.\n',
      finds: ['misspelt'],
    },
  ],
});

/** Then `omission-unknown` says what is wrong, and this rule would only say it again. */
function isMisspeltOmission({ framework, model }: Binding, { id }: Requirement): boolean {
  const known = framework.sections.map((one) => one.id);
  const omitted = Object.keys(model.omitted as object).filter((key) => !known.includes(key));
  return omitted.some((key) => nearest(key, [id]) !== undefined);
}

function renaming(stranger: Label, title: string) {
  return { title: `Change the heading to “${title}”`, safety: 'suggested' as const, edits: [{ at: stranger.words, text: title }] };
}

/** The end of the section before it in the framework's order; else the line of the one behind it; else the end. */
function placeFor({ sections, document: { source } }: Binding, requirement: Requirement): Span {
  const index = sections.findIndex((one) => one.requirement === requirement);
  const before = sections.slice(0, index).findLast((one) => one.state === 'written');
  if (before) {
    const last = before.blocks.at(-1) ?? before.labels[0];
    if (last) return { start: last.span.end, end: last.span.end };
  }
  const after = sections.slice(index + 1).find((one) => one.state === 'written')?.labels[0];
  if (after) return lineSpan(source, after.span.start.line);
  return spanAt(source, source.text.trimEnd().length, source.text.trimEnd().length);
}
