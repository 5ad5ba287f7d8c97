import { placeOf } from '../binding/binding.ts';
import { pointerOf } from '../data/json.ts';
import { suggestion } from '../finding/finding.ts';
import { nearest } from '../text/nearest.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const omissionUnknown = defineRule({
  id: 'omission-unknown',
  group: 'structure',
  summary: 'Only sections that the framework has are named as left out.',
  why: 'A reason under a name that nothing answers to explains nothing.',
  source: 'The framework’s list of sections',
  severity: 'error',
  messages: {
    unknown: ({ id, known }: { readonly id: string; readonly known: string }) => ({
      text: `“${id}” is left out, but the framework has no such section.`,
      help: `Take it out, or use one of: ${known}.`,
    }),
    misspelt: ({ id, near }: { readonly id: string; readonly near: string }) => ({
      text: `“${id}” is left out, but the framework has no such section.`,
      help: `Did you mean “${near}”?`,
    }),
  },
  *check({ binding }) {
    const known = binding.framework.sections.map((one) => one.id);
    for (const id of Object.keys(binding.omitted)) {
      if (known.includes(id)) continue;
      const near = nearest(id, known);
      const at = placeOf(binding, `/omitted${pointerOf(id)}`, 'key');
      if (near === undefined) yield { message: 'unknown', data: { id, known: known.join(', ') }, at };
      else {
        const fix = suggestion(`Change “${id}” to “${near}”`, [{ at, text: near }]);
        yield { message: 'misspelt', data: { id, near }, at, fix };
      }
    }
  },
  examples: () => [
    {
      title: 'A section by its id',
      markdown: agreementWith('omitted:\n  charges: The council meets every cost.', scope),
      finds: [],
    },
    {
      title: 'A slip in the id',
      markdown: agreementWith('omitted:\n  chargs: The council meets every cost.', scope),
      finds: ['misspelt'],
    },
    {
      title: 'A section that there never was',
      markdown: agreementWith('omitted:\n  weather: It is indoors.', scope, charges),
      finds: ['unknown'],
    },
    {
      title: 'Nothing is left out',
      markdown: agreement(scope, charges),
      finds: [],
    },
  ],
});
