import { placeOf } from '../binding/binding.ts';
import { property } from '../data/json.ts';
import { otherCalled } from '../evidence/neighbours.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const referenceDuplicated = defineRule({
  id: 'reference-duplicated',
  group: 'repository',
  summary: 'No two agreements of a repository have the same reference.',
  why: 'Whoever asks for an agreement by its reference may be given the wrong one.',
  source: 'Registers of agreements',
  severity: { draft: 'warning', agreed: 'error', retired: 'info' },
  messages: {
    duplicated: ({ reference, path }: { readonly reference: string; readonly path: string }) => ({
      text: `The reference “${reference}” is also that of ${path}.`,
      help: 'Give one of them another reference.',
    }),
  },
  *check(context) {
    const { binding } = context;
    const reference = property(binding.frontMatter, 'reference');
    const twin = typeof reference === 'string' && otherCalled(context, reference);
    if (!twin) return;
    yield {
      message: 'duplicated',
      data: { reference, path: twin.path },
      at: placeOf(binding, '/front-matter/reference'),
    };
  },
  examples: () => [
    {
      title: 'A reference of its own',
      markdown: agreementWith('reference: CP-2026-02', scope, charges),
      neighbours: [{ path: 'north.md', reference: 'CP-2026-01', retired: false }],
      finds: [],
    },
    { title: 'No other agreement', markdown: agreementWith('reference: CP-2026-01', scope, charges), finds: [] },
    {
      title: 'Another agreement has it',
      markdown: agreementWith('reference: CP-2026-01', scope, charges),
      neighbours: [{ path: 'north.md', reference: 'CP-2026-01', retired: false }],
      finds: ['duplicated'],
    },
    {
      title: 'Two others have it: one finding',
      markdown: agreementWith('reference: CP-2026-01', scope, charges),
      neighbours: [
        { path: 'north.md', reference: 'CP-2026-01', retired: false },
        { path: 'south.md', reference: 'CP-2026-01', retired: false },
      ],
      finds: ['duplicated'],
    },
  ],
});
