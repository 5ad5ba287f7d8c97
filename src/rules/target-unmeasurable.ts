import { behindLabel, type Passage } from '../binding/passages.ts';
import { titlesAround } from '../binding/surroundings.ts';
import { ownWords, spanIn } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { unstatedComponents } from '../evidence/schema.ts';
import { findPeriod } from '../text/duration.ts';
import { phraseFinder } from '../text/phrases.ts';
import { oncePer } from '../text/remember.ts';
import { sentencesOf } from '../text/sentence.ts';
import { oneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { stemsOf } from '../text/stem.ts';
import { type Vague, vagueReader } from '../text/vague.ts';
import type { Wording } from '../text/wording.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const readers = oncePer((wording: Wording) => {
  const own = wording['target-unmeasurable'];
  return {
    vague: vagueReader(own),
    aboutNoDuty: phraseFinder(own.about),
    aboutLevels: phraseFinder(wording['service-level-incomplete'].about),
    targets: phraseFinder(own.targets),
  };
});
type Readers = ReturnType<typeof readers>;

interface Said {
  readonly words: string;
}

export const targetUnmeasurable = defineRule({
  id: 'target-unmeasurable',
  group: 'content',
  summary: 'A duty or a service level is set in figures, not in words such as “promptly” or “regularly”.',
  why: 'A promise without a figure can be neither kept nor broken, and each side has another one in mind.',
  source: 'Published agreements in which faults are mended “immediately” and reviews held “regularly”',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    time: ({ words }: Said) => ({
      text: `“${words}” sets no time that can be measured.`,
      help: 'Say within how many minutes, hours or working days, and from which moment they count.',
    }),
    frequency: ({ words }: Said) => ({
      text: `“${words}” does not say how often.`,
      help: 'Say how often, such as “every 6 months” or “on the first Monday of each month”.',
    }),
    amount: ({ words }: Said) => ({
      text: `“${words}” sets no amount or standard that can be measured.`,
      help: 'Say how many, how much, or by which standard it is judged.',
    }),
  },
  *check(context) {
    for (const { kind, text, at } of vagueIn(context)) {
      yield { message: kind, data: { words: oneLine(text) }, at };
    }
  },
  examples: () => [
    {
      title: 'A figure beside the word, and words of the law',
      markdown: agreement(
        scope,
        charges,
        '## Faults\n\nThe contractor will attend promptly, and always within 4 hours. A breach of personal data is to be reported without undue delay. The parties shall take reasonable steps to save costs.\n',
      ),
      finds: [],
    },
    {
      title: 'The day stands in the same sentence',
      markdown: agreement(
        scope,
        charges,
        '## Reports\n\nReports shall be timely: by the fifth working day. The council shall approve them promptly, on the day they are received. It shall pay promptly at month end.\n',
      ),
      finds: [],
    },
    {
      title: 'Quotations, purposes, and what is no duty',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n**Purpose:** drivers will get help as soon as possible.\n',
        charges,
        '## Faults\n\nThe last agreement said “the council shall respond promptly”. Barriers that are regularly hit will be replaced each May. The patrol may leave immediately.\n',
      ),
      finds: [],
    },
    {
      title: 'How often stands in the same sentence',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n**Patrols:** twice a year; more patrols will be agreed from time to time.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'An emergency, a schedule that gives the times, and a sentence that says how often',
      markdown: agreement(
        scope,
        charges,
        '## Faults\n\nThe patrol must immediately call 999 if life is at risk. The council will repair barriers as soon as possible (see Schedule 3 for the times). Signs will be checked regularly. The checks are made each month.\n',
      ),
      finds: [],
    },
    {
      title: 'What is necessary in law, and for as long as it is',
      markdown: agreement(
        scope,
        charges,
        '## Wardens\n\nThe patrol will use force where necessary and proportionate. Copies shall be kept for as long as necessary. The parties shall share data as necessary for their duties, and will take such steps as necessary. Cars stand in the shade most of the time.\n',
      ),
      finds: [],
    },
    {
      title: 'As necessary, an acceptable time, and most of it',
      markdown: agreement(
        scope,
        charges,
        '## Wardens\n\nThe patrol will report damage straight away. Training will be given as and when required. Signs will be moved as necessary. The council shall mend barriers within an acceptable time. It shall keep the lights on most of the time.\n',
      ),
      finds: ['time', 'frequency', 'frequency', 'time', 'amount'],
    },
    {
      title: 'A time that nobody can measure, in two sentences and in a list of duties',
      markdown: agreement(
        scope,
        charges,
        '## Faults\n\nFaults are mended as soon as\npossible. The contractor shall promptly tell the council. The council will:\n\n- answer calls in a timely manner;\n- pay invoices within 30 days.\n',
      ),
      finds: ['time', 'time', 'time'],
    },
    {
      title: 'How often, and how much',
      markdown: agreement(
        scope,
        charges,
        '## Wardens\n\nThe council will review the rota from time to time. It shall provide adequate lighting.\n',
      ),
      finds: ['frequency', 'amount'],
    },
    {
      title: 'A target in a table and behind a label',
      markdown: agreement(
        scope,
        charges,
        '## Levels\n\n| Measure | Target |\n| --- | --- |\n| Calls answered | Promptly |\n| Checks | held regularly |\n\n**Repairs:** immediately.\n',
      ),
      finds: ['time', 'frequency', 'time'],
    },
  ],
});

interface Placed extends Pick<Vague, 'kind' | 'text'> {
  readonly at: Span;
}

/** At most one for each sentence, cell or value. What a list's introduction demands holds for its items. */
function vagueIn({ binding, passages, around, wording }: Context): Placed[] {
  const read = readers(wording);
  const { vague, aboutNoDuty, aboutLevels } = read;
  const unstated = unstatedComponents(binding);
  const isElsewhere = (offset: number, label: string) => {
    const place = around(offset);
    // By the section's own heading: under "The services" duties are found whatever the framework calls the section.
    const titles = `${titlesAround({ ...place, requirements: place.requirements.slice(1) })} | ${label}`;
    if (place.requirements.some(({ path }) => unstated.has(path))) return true;
    return aboutNoDuty(titles).length > 0 && aboutLevels(titles).length === 0;
  };
  return passages.with(...vague.cues).flatMap((passage): Placed[] => {
    const { prose, kind, label, opening } = passage;
    if (kind === 'heading') return [];
    const text = ownWords(prose);
    const bound = opening !== undefined && vague.binds(opening);
    return vagueWords(read, text, passage, bound).flatMap((one): Placed[] => {
      const at = spanIn(binding.document.source, prose, one.from, one.to);
      return isElsewhere(at.start.offset, label) ? [] : [{ kind: one.kind, text: one.text, at }];
    });
  });
}

function vagueWords({ vague, targets }: Readers, text: string, passage: Passage, bound: boolean): Vague[] {
  const { kind, label } = passage;
  const start = behindLabel(passage, text);
  const whole = label === '' ? undefined : vague.asWhole(text.slice(start));
  if (whole) return [{ ...whole, from: whole.from + start, to: whole.to + start }];
  const target = kind === 'cell' && targets(label).length > 0 ? vague.inTarget(text) : undefined;
  if (target) return [target];
  const sentences = sentencesOf(text);
  return sentences.flatMap((sentence, index) => {
    const found = vague.inSentence(sentence.text, bound);
    const next = sentences[index + 1]?.text;
    if (found?.kind === 'frequency' && next && saysHowOften(next, sentence.text)) return [];
    return found ? [{ ...found, from: found.from + sentence.from, to: found.to + sentence.from }] : [];
  });
}

/** Whether a sentence says how often that happens which the sentence before it is about: “The checks are made each month.” */
function saysHowOften(sentence: string, before: string): boolean {
  if (findPeriod(sentence) === undefined) return false;
  const stems = new Set(stemsOf(before).flatMap(({ stem }) => (stem.length > 3 ? [stem] : [])));
  return /^\W*(?:this|it|they)\b/i.test(sentence) || stemsOf(sentence).some(({ stem }) => stems.has(stem));
}
