import { type DefinedTerm, definedTerms } from '../binding/definitions.ts';
import { type Block, wordingOf } from '../document/blocks.ts';
import { type Prose, spanIn } from '../document/prose.ts';
import { type Fix, suggestion } from '../finding/finding.ts';
import { cueOf } from '../text/concordance.ts';
import { groupedBy } from '../text/group.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { oncePer } from '../text/remember.ts';
import { removalOf } from '../text/removal.ts';
import { lineSpan, type Source } from '../text/source.ts';
import { type StemmedWord, stemsOf } from '../text/stem.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const glossary = (...rows: readonly string[]) =>
  `## Definitions\n\n${['| Term | Meaning |', '| --- | --- |', ...rows].join('\n')}\n`;

/** More than this many are told as one, with the places of some. */
const most = 3;
const listed = 10;

export const termUnused = defineRule({
  id: 'term-unused',
  group: 'content',
  summary: 'A term that is defined is used.',
  why: 'A reader looks for the clause that the term was defined for, and it is perhaps the clause that went missing.',
  source: 'Good drafting; published agreements that define what they never use',
  severity: { draft: 'info', agreed: 'info', retired: 'off' },
  messages: {
    unused: ({ term }: { readonly term: string }) => ({
      text: `“${term}” is defined here, and used nowhere else.`,
      help: 'Take out the definition, or use the term where it is meant.',
    }),
    several: ({ count }: { readonly count: number }) => ({
      text: `${count} terms are defined and used nowhere else.`,
      help: 'Take out the definitions, or use the terms where they are meant.',
    }),
  },
  *check({ binding }) {
    const { source } = binding.document;
    const unused = unusedTerms(definedTerms(binding), source, binding.document.blocks);
    const [first, ...rest] = unused;
    if (first && unused.length > most) {
      const related = rest.slice(0, listed).map(({ at, term }) => ({ at, text: `“${term}” is not used either` }));
      yield { message: 'several', data: { count: unused.length }, at: first.at, related };
      return;
    }
    for (const one of unused) {
      const fix = rowRemoval(source, one);
      yield { message: 'unused', data: { term: one.term }, at: one.at, ...(fix && { fix }) };
    }
  },
  examples: () => [
    {
      title: 'Terms that are used, in the plural and in small letters too',
      markdown: agreement(
        glossary('| Working day | Monday to Friday |', '| Force (or police) | Nash Police |'),
        scope,
        '## Charges\n\nThe police pay within 5 working days.\n',
      ),
      finds: [],
    },
    {
      title: 'A short name that is used, and a word in brackets that is not one',
      markdown: agreement(
        'Nash Parking Limited (“Nash”) runs the car parks (see “Scope”).\n\nCharges are as follows (the “Charging Objective” or “CO”).\n',
        scope,
        '## Charges\n\nNash bears them, up to the CO.\n',
      ),
      finds: [],
    },
    {
      title: 'Facts about the document, and a table of other things, below the definitions',
      markdown: agreement(
        '## Definitions\n\n| Day | Time |\n| --- | --- |\n| Saturday | 24 hours |\n\n**Version**: 2.0\n\n**Effective date**: 4 January 2026\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A row of the definitions that nothing refers to',
      markdown: agreement(
        glossary('| Working day | Monday to Friday |', '| Gold room | The room at headquarters |'),
        scope,
        '## Charges\n\nPayment is due within 5 working days.\n',
      ),
      finds: ['unused'],
    },
    {
      title: 'A short name that is never used',
      markdown: agreement('Nash Parking Limited (the “Operator”) runs the car parks.\n', scope, charges),
      finds: ['unused'],
    },
    {
      title: 'Many of them, one finding',
      markdown: agreement(
        glossary(
          '| Alert | A match |',
          '| Event | An alert |',
          '| Bay | A space |',
          '| Gate | A barrier |',
          '| Ward | A part |',
        ),
        scope,
        '## Charges\n\nThere are none.\n',
      ),
      finds: ['several'],
    },
  ],
});

/** The terms of which no name stands outside their own definition. */
function unusedTerms(terms: readonly DefinedTerm[], source: Source, blocks: readonly Block[]): DefinedTerm[] {
  const phrases = new Map(terms.flatMap(({ names }) => names.map((name) => [name, phraseOf(name)] as const)));
  const places = placesOf(new Set(phrases.values()), source, blocks);
  return terms.filter(({ term, names, definition }) => {
    if (findPlaceholders(term).length > 0) return false;
    return names.every((name) =>
      (places.get(phrases.get(name) ?? '') ?? []).every(
        (offset) => offset >= definition.start.offset && offset < definition.end.offset,
      ),
    );
  });
}

function phraseOf(text: string): string {
  return stemsOf(text)
    .map(({ stem }) => stem)
    .join(' ');
}

/** Where each of some phrases stands first and last in the document; nothing where it does not. */
function placesOf(wanted: ReadonlySet<string>, source: Source, blocks: readonly Block[]): Map<string, number[]> {
  if (wanted.size === 0) return new Map();
  const { proses, concordance } = wordingOf(blocks);
  const stemmed = concordance.byStem();
  const wordsIn = oncePer(({ text }: Prose) => indexed(stemsOf(text)));
  const places = [...wanted].map((phrase): [string, number[]] => {
    const offsetIn = (prose: Prose, which: 0 | -1) => {
      const word = occurrences(phrase.split(' '), wordsIn(prose)).at(which);
      return word && spanIn(source, prose, word.from, word.to).start.offset;
    };
    const near = stemmed.find(cueOf(phrase)).flatMap((index) => proses[index] ?? []);
    const first = firstIn(near, (prose) => offsetIn(prose, 0));
    const last = firstIn(near.reverse(), (prose) => offsetIn(prose, -1));
    return [phrase, first === undefined || last === undefined ? [] : [first, last]];
  });
  return new Map(places);
}

/** The words of a prose, and at which of them each stem stands. */
interface Indexed {
  readonly words: readonly StemmedWord[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

function indexed(words: readonly StemmedWord[]): Indexed {
  return { words, byStem: groupedBy(words.keys(), (index) => [words[index]?.stem ?? '']) };
}

/** The first words of a phrase wherever it stands. Looked for by its rarest stem: many terms may begin with the same word. */
function occurrences(stems: readonly string[], { words, byStem }: Indexed): StemmedWord[] {
  const counts = stems.map((stem) => byStem.get(stem)?.length ?? 0);
  const rarest = counts.indexOf(Math.min(...counts));
  return (byStem.get(stems[rarest] ?? '') ?? []).flatMap((index) => {
    const start = index - rarest;
    return stems.every((stem, step) => words[start + step]?.stem === stem) ? (words[start] ?? []) : [];
  });
}

/** The first answer to a question that is asked of some proses in turn. */
function firstIn(proses: readonly Prose[], ask: (prose: Prose) => number | undefined): number | undefined {
  for (const prose of proses) {
    const answer = ask(prose);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Only a row of a table can be taken out without a look at what stands around it. */
function rowRemoval(source: Source, { isRow, at }: DefinedTerm): Fix | undefined {
  return isRow
    ? suggestion('Take out the definition', [removalOf(source, lineSpan(source, at.start.line))])
    : undefined;
}
