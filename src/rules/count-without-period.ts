import { ownWords, spanIn } from '../document/prose.ts';
import { unstatedComponents } from '../evidence/schema.ts';
import { meetingCue, promiseReader } from '../text/promise.ts';
import { countCue } from '../text/quantity.ts';
import { oncePer } from '../text/remember.ts';
import type { Wording } from '../text/wording.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const promises = oncePer((wording: Wording) =>
  promiseReader(wording['count-without-period'], wording['target-unmeasurable'].duties),
);

export const countWithoutPeriod = defineRule({
  id: 'count-without-period',
  group: 'content',
  summary: 'A number of meetings, reports or newsletters that is promised has the time in which they are due.',
  why: 'Three meetings in a year and three in the life of an agreement are different promises.',
  source: 'Model service level agreement for community and police engagement groups, output 3',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    timeless: ({ count }: { readonly count: string }) => ({
      text: `“${count}” does not say in which time.`,
      help: 'Add the period, such as “a year” or “by 31 March 2027”.',
    }),
  },
  *check({ binding, passages, around, wording }) {
    const promisesIn = promises(wording);
    const unstated = unstatedComponents(binding);
    for (const { prose, kind, label } of passages.with(countCue, meetingCue)) {
      // A cell promises something where it is a sentence; a bare figure is read with its column, by other rules.
      if (kind === 'heading' || (kind === 'cell' && !/[A-Za-zÀ-ɏḀ-ỿ]\.\s*$/u.test(prose.text))) continue;
      for (const { text, from, to } of promisesIn(ownWords(prose), label)) {
        const at = spanIn(binding.document.source, prose, from, to);
        const { requirements } = around(at.start.offset);
        // Action plans have dates of their own, and what is to be stated and is not, another rule says.
        if (requirements.some(({ path, reads }) => reads === 'actions' || unstated.has(path))) continue;
        yield { message: 'timeless', data: { count: text }, at };
      }
    }
  },
  examples: () => [
    {
      title: 'A number and its time, in the sentence, the label or the next sentence',
      markdown: agreement(
        scope,
        charges,
        '## Reports\n\nThe council will hold at least four meetings a year. It sends two newsletters, in spring and in autumn.\n\n**Meetings in each year:** two meetings in the hall.\n\nThe patrol will hold two briefings. They take place in May and in October.\n',
      ),
      finds: [],
    },
    {
      title: 'Numbers that promise nothing',
      markdown: agreement(
        scope,
        charges,
        '## Reports\n\nAfter two reports of damage the barrier is replaced. The council held three meetings before this. The chair signs the two reports. A new barrier needs six weeks of public consultation. The council issues one report on the trial.\n',
      ),
      finds: [],
    },
    {
      title: 'How often a group meets, with a time',
      markdown: agreement(
        scope,
        charges,
        '## Reports\n\nThe board shall meet twice a year. The patrols meet three times in the first year. The drivers may meet twice. The group meets four times. It does so in May, July, September and December.\n',
      ),
      finds: [],
    },
    {
      title: 'How often a group meets, without a time',
      markdown: agreement(
        scope,
        charges,
        '## Reports\n\nThe board will meet twice. The patrols shall meet at least four times.\n',
      ),
      finds: ['timeless', 'timeless'],
    },
    {
      title: 'Meetings, newsletters and reports without a time',
      markdown: agreement(
        scope,
        charges,
        '## Reports\n\nThe council and the patrol hold three meetings in the hall. Drivers are sent two newsletters on the charges. The patrol shall write no fewer than 4 written reports.\n',
      ),
      finds: ['timeless', 'timeless', 'timeless'],
    },
    {
      title: 'Behind a label',
      markdown: agreement(scope, charges, '## Reports\n\n- **Meetings:** at least three meetings in the hall.\n'),
      finds: ['timeless'],
    },
  ],
});
