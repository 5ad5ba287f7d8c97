import { longDate } from '../text/date.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Replaced {
  readonly name: string;
  readonly current: string;
  readonly since: string;
  readonly note: string;
}

export const referenceSuperseded = defineRule({
  id: 'reference-superseded',
  group: 'law',
  summary: 'Laws, codes and bodies are named as they are at the date of the agreement.',
  why: 'A reader who looks for a repealed Act or an abolished body finds nothing that binds anyone.',
  source: 'schemas/references.yaml, each entry with its source',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    superseded: ({ name, current, since, note }: Replaced) => ({
      text: `“${name}” has been out of date${since}.`,
      help: `Write ${current}. ${note}`.trim(),
    }),
  },
  *check({ cited }) {
    for (const { reference, text, at } of cited) {
      if (reference.kind !== 'superseded') continue;
      const since = reference.since === undefined ? '' : ` since ${longDate(reference.since)}`;
      const data = { name: text, current: reference.current, since, note: reference.note ?? '' };
      yield { message: 'superseded', data, at, source: reference.source, atMost: reference.severity };
    }
  },
  examples: () => [
    {
      title: 'The law of today',
      markdown: agreement(
        scope,
        charges,
        'Personal data is handled under the Data Protection Act 2018 and the UK GDPR.\n',
      ),
      finds: [],
    },
    {
      title: 'The law of its own time, and one that is spoken of as the past',
      markdown: agreementWith(
        'agreed: 2017-03-01',
        scope,
        charges,
        'Personal data is handled under the Data Protection Act 1998, which replaced the Data Protection Act 1984.\n',
      ),
      finds: [],
    },
    {
      title: 'An Act that has been repealed',
      markdown: agreement(scope, charges, 'Personal data is handled under the Data Protection Act 1998.\n'),
      finds: ['superseded'],
    },
    {
      title: 'A body that has been replaced',
      markdown: agreement(scope, charges, 'Both follow the guidance of ACPO on number plates.\n'),
      finds: ['superseded'],
    },
  ],
});
