import { type Binding, placeOf } from '../binding/binding.ts';
import { declaredCameras, toldCameras } from '../binding/cameras.ts';
import { nextReviewIn, reviewCycleIn, type TermSentence } from '../binding/dates.ts';
import { statedFacts } from '../binding/facts.ts';
import { partiesOf } from '../binding/parties.ts';
import { textsOf } from '../binding/values.ts';
import { segmentsOf, valueAt } from '../data/json.ts';
import { phasesIn } from '../finding/status.ts';
import { findDate, isIsoDate } from '../text/date.ts';
import { findPeriod } from '../text/duration.ts';
import { formsOfName, mentionsIn } from '../text/name.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import { excerpt } from '../text/shorten.ts';
import { isWithin, type Span } from '../text/span.ts';
import { isPlainTerm, speaksOfLater } from '../text/term.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Difference {
  readonly subject: string;
  readonly front: string;
  readonly text: string;
}

export const frontMatterDiffers = defineRule({
  id: 'front-matter-differs',
  group: 'front-matter',
  summary: 'What the front matter says, the text says too: reference, version, dates, review cycle, cameras, parties.',
  why: 'Readers go by the text, registers and reminders by the front matter; one of them will be wrong.',
  source: 'Published agreements, in which title page, heading and text disagree',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    differs: ({ subject, front, text }: Difference) => ({
      text: `${subject} is “${text}” here, but “${front}” in the front matter.`,
      help: 'Find out which is right, and correct the other.',
    }),
    unnamed: ({ party }: { readonly party: string }) => ({
      text: `The text never names the party “${party}”.`,
      help: 'Give the full name once in the text, for example in the list of parties, or correct it in the front matter.',
    }),
    written: ({ section }: { readonly section: string }) => ({
      text: `The front matter says that “${section}” is left out, but the section is here.`,
      help: 'Take it out of “omitted”, or take out the section.',
    }),
  },
  *check({ binding, terms }) {
    const { frontMatter } = binding;
    if (!frontMatter) return;
    const cycle = reviewCycleIn(binding);
    for (const { title, format, pointer, front, text, at } of statedFacts(binding)) {
      // What the sentence itself says of the cycle is more exact than what its section holds.
      if (pointer === '/review/every' && cycle && isWithin(cycle.at, at)) continue;
      if (isNonAnswer(text) || (pointer === '/status' ? isOfPhase(front, text) : saysTheSame(format, front, text)))
        continue;
      yield difference(binding, title, front, excerpt(text, 60), at, pointer);
    }
    yield* datesInSentences(binding, terms);
    yield* numberOfCameras(binding);
    const mentions = mentionsIn(binding.document.blocks.flatMap(textsOf));
    for (const { name, pointer } of partiesOf(binding)) {
      if (isNonAnswer(name) || formsOfName(name).some(mentions)) continue;
      yield { message: 'unnamed', data: { party: name }, at: placeOf(binding, `${pointer}/name`) };
    }
    for (const { requirement, labels } of binding.sections) {
      const heading = labels.find(({ kind }) => kind !== 'content');
      const label = Object.hasOwn(binding.omitted, requirement.id) ? heading : undefined;
      if (!label) continue;
      const related = [{ at: placeOf(binding, `/omitted/${requirement.id}`), text: 'Left out here' }];
      yield {
        message: 'written',
        data: { section: requirement.title },
        at: label.span,
        related,
        requirement,
      };
    }
  },
  examples: () => [
    {
      title: 'The same version and date, written as people write them',
      markdown: agreementWith(
        'version: 1.10\neffective: 2026-04-01',
        'Version: 1.10\nEffective from: 1 April 2026\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'Another version in the text',
      markdown: agreementWith('version: 1.10', '| Version | 1.1 |\n| --- | --- |\n| Issue | 1.1 |\n', scope, charges),
      finds: ['differs', 'differs'],
    },
    {
      title: 'Another version in the title',
      markdown: agreementWith('version: 1.10', 'Draft 1.9, for comment by the patrol.\n', scope, charges),
      finds: ['differs'],
    },
    {
      title: 'Another date',
      markdown: agreementWith('effective: 2026-04-01', '**Start:** 1st May 2026\n', scope, charges),
      finds: ['differs'],
    },
    {
      title: 'Other dates in sentences',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31\nreview: { every: 12 months, next: 2027-04-01 }',
        'This agreement takes effect on 1 May 2026 and ends on 30 June 2029. It is reviewed every two years. The next review is due on 1 April 2028.\n',
        scope,
        charges,
      ),
      finds: ['differs', 'differs', 'differs', 'differs'],
    },
    {
      title: 'Dates of other agreements, of changes and of parts',
      markdown: agreementWith(
        'effective: 2026-04-01\nexpires: 2029-03-31\nreview: { every: 12 months, next: 2027-04-01 }',
        'This agreement replaces the one that started on 1 April 2021. It was first made on 1 April 2019, and varied from 1 May 2027. The framework agreement ends on 30 June 2027. The pilot under this agreement begins on 1 September 2026. The DPIA that goes with this agreement is reviewed every two years, and is due for review on 1 May 2030.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A part of the cameras',
      markdown: agreementWith(
        'systems: [{ name: Car parks, cameras: 142 }]',
        'All 96 PTZ cameras can be viewed by the wardens. The system has 142 cameras.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'Parties by their names, with a bracket inside or without “Limited”',
      markdown: agreementWith(
        'parties:\n  - name: Foundry Estates (Nash) LLP\n    single-point-of-contact: { post: Centre Manager }\n  - name: Nash Wardens Limited\n    single-point-of-contact: { post: Shift Leader }\nsigned-copy: Held by the clerk, file LS/114',
        'Foundry Estates (Nash) LLP and Nash Wardens agree.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A party that the text does not know',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Borough Council',
        'The Borough of Exampleton agrees.\n',
        scope,
        charges,
      ),
      finds: ['unnamed'],
    },
    {
      title: 'Left out and yet written',
      markdown: agreementWith('omitted:\n  charges: The council meets every cost.', scope, charges),
      finds: ['written'],
    },
    {
      title: 'The text does not say it',
      markdown: agreementWith('version: 1.2', scope, charges),
      finds: [],
    },
  ],
});

function difference(binding: Binding, subject: string, front: string, text: string, at: Span, pointer: string) {
  const related = [{ at: placeOf(binding, `/front-matter${pointer}`), text: `“${front}” here` }];
  return { message: 'differs' as const, data: { subject, front, text }, at, related };
}

function saysTheSame(format: string | undefined, front: string, text: string): boolean {
  if (format === 'duration-in-words') return sameDays(findPeriod(front), findPeriod(text));
  if (format?.startsWith('date')) {
    const date = findDate(text);
    return date === undefined || date === front || (front !== 'until-notice' && !isIsoDate(front));
  }
  return states(text, front);
}

/** The start, the end and the next review, where a sentence plainly gives another day than the front matter. */
function* datesInSentences(binding: Binding, terms: readonly TermSentence[]) {
  const plain = terms.filter(({ open, before, text }) => !open && isPlainTerm(text) && !speaksOfLater(before));
  const told = [
    ...plain.map(({ start }) => ({ subject: 'The start', pointer: '/effective', said: start })),
    ...plain.map(({ end }) => ({ subject: 'The end', pointer: '/expires', said: end })),
    { subject: 'The next review', pointer: '/review/next', said: nextReviewIn(binding) },
  ];
  const cycle = reviewCycleIn(binding);
  const every = valueAt(binding.frontMatter, ['review', 'every']);
  if (cycle && typeof every === 'string' && !sameDays(findPeriod(every), cycle.days)) {
    yield difference(binding, 'The review cycle', every, textAt(binding, cycle.at), cycle.at, '/review/every');
  }
  for (const { subject, pointer, said } of told) {
    const front = valueAt(binding.frontMatter, segmentsOf(pointer));
    if (!said || !isIsoDate(front) || front === said.day) continue;
    yield difference(binding, subject, front, textAt(binding, said.at), said.at, pointer);
  }
}

function textAt({ document: { source } }: Binding, { start, end }: Span): string {
  return source.text.slice(start.offset, end.offset);
}

/** A status is told from others by its phase only, for documents have words of their own for it: “Final”, “Live”. */
function isOfPhase(front: string, text: string): boolean {
  const told = phasesIn(text);
  const declared = phasesIn(front);
  return told.length === 0 || told.some((phase) => declared.includes(phase));
}

/** Whether a value stands in a text as it is: 1.1 does not stand in 1.10. */
function states(text: string, value: string): boolean {
  const words = (one: string) =>
    one
      .toLowerCase()
      .replace(/\bv(?=\d)/g, '')
      .replace(/[^\p{L}\p{N}.]+/gu, ' ')
      .replace(/\.(?!\d)/g, ' ')
      .replace(/(\d)(?:\.0)+(?![\d.])/g, '$1')
      .split(' ')
      .filter(Boolean);
  return ` ${words(text).join(' ')} `.includes(` ${words(value).join(' ')} `);
}

/** Twelve months, 366 days and a year are one and the same here. */
function sameDays(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || Math.abs(one / other - 1) < 0.04;
}

/** How many cameras there are, where the text says so and the front matter another number. */
function* numberOfCameras(binding: Binding) {
  const [total, ...known] = declaredCameras(binding);
  if (total === undefined) return;
  for (const { count, at } of toldCameras(binding)) {
    if (count === total || known.includes(count)) continue;
    yield difference(binding, 'The number of cameras', String(total), String(count), at, '/systems');
  }
}
