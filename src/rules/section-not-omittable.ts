import { placeOf } from '../binding/binding.ts';
import { wronglyOmitted } from '../evidence/schema.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const sectionNotOmittable = defineRule({
  id: 'section-not-omittable',
  group: 'structure',
  summary: 'Only sections that the framework lets go are left out.',
  why: 'Some sections carry the rest: without them the others cannot be judged.',
  source: 'The framework, which says which sections may be left out',
  severity: 'error',
  messages: {
    kept: ({ section }: { readonly section: string }) => ({
      text: `The section “${section}” may not be left out, even with a reason.`,
      help: `Write the section, and take it out of “omitted” in the front matter.`,
    }),
  },
  *check({ binding }) {
    for (const { requirement, violation } of wronglyOmitted(binding)) {
      const at = placeOf(binding, `/omitted/${requirement.id}`, 'key');
      yield {
        message: 'kept',
        data: { section: requirement.title },
        at,
        requirement,
        schema: violation.schema,
      };
    }
  },
  examples: () => [
    {
      title: 'A section that may be left out',
      markdown: agreementWith('omitted:\n  charges: The council meets every cost.', scope),
      finds: [],
    },
    {
      title: 'A section that may not',
      markdown: agreementWith('omitted:\n  scope: Both sides know the car parks.', charges),
      finds: ['kept'],
    },
    {
      title: 'Another section is left out, with its reason',
      markdown: agreementWith('omitted:\n  charges: The council meets every cost of the car parks.', scope),
      finds: [],
    },
    {
      title: 'Left out without a word',
      markdown: agreementWith('omitted:\n  scope: N/A', charges),
      finds: ['kept'],
    },
  ],
});
