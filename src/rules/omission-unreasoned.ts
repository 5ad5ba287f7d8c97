import { type Binding, placeOf } from '../binding/binding.ts';
import { property, segmentsOf } from '../data/json.ts';
import { wronglyOmitted } from '../evidence/schema.ts';
import { findRequirement } from '../framework/framework.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const omissionUnreasoned = defineRule({
  id: 'omission-unreasoned',
  group: 'structure',
  summary: 'A section that is left out has a recorded reason.',
  why: 'Leaving a section out is a decision; without its reason nobody can tell it from an oversight.',
  source: 'The framework is guidance: an area may be left out, and the reason is what makes it a decision',
  severity: 'error',
  messages: {
    unreasoned: ({ section }: { readonly section: string }) => ({
      text: `The section “${section}” is left out without a reason.`,
      help: 'Say in a sentence why this agreement does not need it. “N/A” is no reason.',
    }),
  },
  *check({ binding }) {
    const kept = wronglyOmitted(binding).map((one) => one.requirement);
    for (const violation of binding.violations) {
      const [top, id] = segmentsOf(violation.pointer);
      const requirement = top === 'omitted' && id !== undefined ? findRequirement(binding.framework, id) : undefined;
      if (!requirement || kept.includes(requirement) || holdsPlaceholder(binding, requirement.id)) continue;
      const at = placeOf(binding, violation.pointer);
      yield {
        message: 'unreasoned',
        data: { section: requirement.title },
        at,
        requirement,
        schema: violation.schema,
      };
    }
  },
  examples: () => [
    {
      title: 'A reason in a sentence',
      markdown: agreementWith('omitted:\n  charges: The council meets every cost.', scope),
      finds: [],
    },
    {
      title: 'No reason',
      markdown: agreementWith('omitted:\n  charges:', scope),
      finds: ['unreasoned'],
    },
    {
      title: 'Words that are no reason',
      markdown: agreementWith('omitted:\n  charges: N/A', scope),
      finds: ['unreasoned'],
    },
    {
      title: 'Nothing is left out',
      markdown: agreement(scope, charges),
      finds: [],
    },
  ],
});

/** Then `placeholder-left` says what is still to be filled in. */
function holdsPlaceholder({ frontMatter }: Binding, id: string): boolean {
  const reason = property(property(frontMatter, 'omitted'), id);
  return typeof reason === 'string' && findPlaceholders(reason).length > 0;
}
