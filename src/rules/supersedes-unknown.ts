import { placeOf } from '../binding/binding.ts';
import { property } from '../data/json.ts';
import { keepsOldOnes, otherCalled, otherLike } from '../evidence/neighbours.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const supersedesUnknown = defineRule({
  id: 'supersedes-unknown',
  group: 'repository',
  summary: 'The agreement that another one replaces is in the repository too.',
  why: 'A misspelt reference leaves the old agreement standing beside the new one.',
  source: 'Registers of agreements',
  severity: 'info',
  messages: {
    unknown: ({ reference, remedy }: { readonly reference: string; readonly remedy: string }) => ({
      text: `None of the agreements here has the reference “${reference}”, which this one replaces.`,
      help: remedy,
    }),
  },
  *check(context) {
    const { binding } = context;
    const reference = property(binding.frontMatter, 'supersedes');
    if (typeof reference !== 'string') return;
    // References of a series differ by a figure; only digits that changed places are a slip.
    const near = otherLike(context, reference)?.reference;
    // Many keep no old agreements; then there is nothing to compare with.
    if (otherCalled(context, reference) || (near === undefined && !keepsOldOnes(context))) return;
    const remedy = near
      ? `Did you mean “${near}”?`
      : 'Correct the reference, or keep the old agreement in the repository with “status: superseded”.';
    yield { message: 'unknown', data: { reference, remedy }, at: placeOf(binding, '/front-matter/supersedes') };
  },
  examples: () => [
    {
      title: 'The old agreement is there',
      markdown: agreementWith('supersedes: CP-2023-01', scope, charges),
      neighbours: [{ path: 'old.md', reference: 'CP-2023-01', retired: true }],
      finds: [],
    },
    {
      title: 'No old agreement is kept here',
      markdown: agreementWith('supersedes: CP-2023-01', scope, charges),
      finds: [],
    },
    {
      title: 'A slip',
      markdown: agreementWith('supersedes: CP-2032-01', scope, charges),
      neighbours: [{ path: 'old.md', reference: 'CP-2023-01', retired: true }],
      finds: ['unknown'],
    },
    {
      title: 'It is not there',
      markdown: agreementWith('supersedes: LEGAL/7', scope, charges),
      neighbours: [{ path: 'old.md', reference: 'CP-2023-01', retired: true }],
      finds: ['unknown'],
    },
  ],
});
