import { suggestion } from '../finding/finding.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Misnamed {
  readonly name: string;
  readonly current: string;
  readonly note: string;
}

export const referenceMisnamed = defineRule({
  id: 'reference-misnamed',
  group: 'law',
  summary: 'Laws and bodies bear their right names and years.',
  why: 'A law under a wrong name cannot be looked up, and makes the reader doubt the rest.',
  source: 'schemas/references.yaml, each entry with its source',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    misnamed: ({ name, current, note }: Misnamed) => ({
      text: `There is no “${name}”.`,
      help: `Write ${current}. ${note}`.trim(),
    }),
  },
  *check({ cited }) {
    for (const { reference, text, at } of cited) {
      if (reference.kind !== 'misnamed') continue;
      const data = { name: text, current: reference.current, note: reference.note ?? '' };
      const fix = suggestion(`Write “${reference.current}”`, [{ at, text: reference.current }]);
      yield { message: 'misnamed', data, at, source: reference.source, atMost: reference.severity, fix };
    }
  },
  examples: () => [
    {
      title: 'Right names, and a wrong one that is quoted',
      markdown: agreement(
        scope,
        charges,
        'The Protection of Freedoms Act 2012 applies. The old policy spoke of the “General Data Protection Regulations”.\n',
      ),
      finds: [],
    },
    {
      title: 'The name in the plural',
      markdown: agreement(
        scope,
        charges,
        'Personal data is handled under the General Data Protection Regulations (GDPR).\n',
      ),
      finds: ['misnamed'],
    },
    {
      title: 'A year that is not its own',
      markdown: agreement(scope, charges, 'The Human Rights Act 2000 applies.\n'),
      finds: ['misnamed'],
    },
    {
      title: 'The right title and year',
      markdown: agreement(scope, charges, 'The Freedom of Information Act 2000 and the Human Rights Act 1998 apply.\n'),
      finds: [],
    },
  ],
});
