import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const markingWithdrawn = defineRule({
  id: 'marking-withdrawn',
  group: 'law',
  summary: 'Security markings are those of the present scheme.',
  why: 'Nobody is bound to handle a document as a marking says that is no longer in use.',
  source: 'Government Security Classifications, in force since 2 April 2014',
  severity: { draft: 'info', agreed: 'info', retired: 'off' },
  messages: {
    withdrawn: ({ marking, current }: { readonly marking: string; readonly current: string }) => ({
      text: `The marking “${marking}” was withdrawn on 2 April 2014.`,
      help: `Use ${current}.`,
    }),
  },
  *check({ cited }) {
    for (const { reference, text, at } of cited) {
      if (reference.kind === 'withdrawn')
        yield {
          message: 'withdrawn',
          data: { marking: text, current: reference.current },
          at,
          source: reference.source,
        };
    }
  },
  examples: () => [
    {
      title: 'Access that is restricted',
      markdown: agreementWith('marking: OFFICIAL', scope, charges, 'Access to the control room is restricted.\n'),
      finds: [],
    },
    {
      title: 'Classified under the old scheme',
      markdown: agreement(scope, charges, 'Intelligence reports are classified as Restricted.\n'),
      finds: ['withdrawn'],
    },
    {
      title: 'An old marking in the front matter',
      markdown: agreementWith('marking: RESTRICTED', scope, charges),
      finds: ['withdrawn'],
    },
    {
      title: 'A marking of the present scheme in the text',
      markdown: agreement(scope, charges, 'Requests are marked OFFICIAL-SENSITIVE.\n'),
      finds: [],
    },
  ],
});
