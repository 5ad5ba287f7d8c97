import { anchorsOf } from '../binding/anchors.ts';
import type { Binding } from '../binding/binding.ts';
import { definedTerms } from '../binding/definitions.ts';
import { partiesOf } from '../binding/parties.ts';
import { property } from '../data/json.ts';
import { scalarsIn, spanOfPointer } from '../data/node.ts';
import { prosesOf } from '../document/blocks.ts';
import { spanIn, textSpan, withoutCode } from '../document/prose.ts';
import { partsOfAddress } from '../text/address.ts';
import { groupedBy } from '../text/group.ts';
import { calledInText } from '../text/name.ts';
import { oncePer } from '../text/remember.ts';
import { comparableAnchor } from '../text/slug.ts';
import { holds, isWithin, type Span } from '../text/span.ts';
import { headingNumber } from '../text/title.ts';

/** Something that a document names in one place and speaks of in others. */
export interface Named {
  readonly kind: 'party' | 'term' | 'heading';
  readonly name: string;
  /** Where it is named. */
  readonly at: Span;
  /** What an editor shows of it: the definition, the party's entry, the heading. */
  readonly about: Span;
  /** Where else it is spoken of, and where it is named, in the order of the text. */
  readonly uses: readonly Span[];
}

/** The parties, defined terms and headings of a document. */
export const namesIn = oncePer((binding: Binding): Named[] => [
  ...definitionsIn(binding),
  ...partiesIn(binding),
  ...headingsIn(binding),
]);

/** What is named at an offset; a term before the party that it is short for, and the longest name first. */
export function namedAt(
  names: readonly Named[],
  offset: number,
): { readonly named: Named; readonly at: Span } | undefined {
  const found = names.flatMap((named) => {
    const at = [...named.uses, named.at].find((one) => holds(one, offset));
    return at ? [{ named, at }] : [];
  });
  return found.sort((a, b) => lengthOf(a.at) - lengthOf(b.at) || b.named.name.length - a.named.name.length)[0];
}

/** The defined term at an offset, which is all that can be renamed. */
export function termAt(binding: Binding, offset: number): ReturnType<typeof namedAt> {
  return namedAt(
    namesIn(binding).filter(({ kind }) => kind === 'term'),
    offset,
  );
}

function lengthOf({ start, end }: Span): number {
  return end.offset - start.offset;
}

function definitionsIn(binding: Binding): Named[] {
  return definedTerms(binding).flatMap(({ names, at, definition }) =>
    names.map((name): Named => {
      const uses = placesOf(binding, [name]);
      const own = uses.find((one) => isWithin(one, at));
      return { kind: 'term', name, at: own ?? at, about: definition, uses };
    }),
  );
}

function partiesIn(binding: Binding): Named[] {
  const { frontMatter } = binding.document;
  if (frontMatter.state !== 'present') return [];
  const { root } = frontMatter;
  return partiesOf(binding).map(({ name, value, pointer }): Named => {
    const inside = pointer.replace('/front-matter', '');
    const id = property(value, 'id');
    const called = placesOf(binding, [...new Set([name, calledInText(name)])]);
    const ids = typeof id === 'string' ? scalarsIn(root).filter((one) => one.value === id) : [];
    const at = spanOfPointer(root, `${inside}/name`);
    return {
      kind: 'party',
      name,
      at,
      about: spanOfPointer(root, inside),
      uses: [...ids.map(({ span }) => span), ...called],
    };
  });
}

/** The headings: links lead to them, and the text speaks of them as "Annex B", "Schedule 2" or "section 4.1". */
function headingsIn({ document }: Binding): Named[] {
  const { blocks, links } = document;
  const { slugs } = anchorsOf(document);
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const leading = groupedBy(links, ({ target }) => {
    const { path, anchor } = partsOfAddress(target);
    return path === '' && anchor !== undefined ? [comparableAnchor(anchor)] : [];
  });
  const spoken = groupedBy(spokenLabels(document), ({ label }) => [label]);
  return headings.map(({ prose, span }, index): Named => {
    const linked = leading.get(comparableAnchor(slugs[index] ?? '')) ?? [];
    const called = (spoken.get(labelOf(prose.text) ?? '') ?? []).filter(({ at }) => at.start.line !== span.start.line);
    const uses = [...linked.map((link) => link.span), ...called.map(({ at }) => at)];
    return { kind: 'heading', name: prose.text, at: textSpan(prose), about: span, uses };
  });
}

const labelled = /\b(annex|appendix|schedule|section|clause)\s+([a-z]\b|\d{1,3}(?:\.\d{1,3})*)/giu;

/** What a heading is called in the text: `annex b`, or `section 4.1` by its number. */
function labelOf(title: string): string | undefined {
  const [, kind = '', number = ''] = /^(annex|appendix|schedule)\s+([a-z]\b|\d{1,3}(?:\.\d{1,3})*)/iu.exec(title) ?? [];
  if (kind !== '') return `${kind} ${number}`.toLowerCase();
  const numbers = headingNumber(title);
  return numbers && `section ${numbers.join('.')}`;
}

function spokenLabels({ source, blocks }: Binding['document']) {
  return blocks.flatMap(prosesOf).flatMap((prose) =>
    [...withoutCode(prose).matchAll(labelled)].map((match) => {
      const [words, kind = '', number = ''] = match;
      const isNumbered = /^(?:section|clause)$/i.test(kind);
      return {
        label: `${isNumbered ? 'section' : kind} ${number}`.toLowerCase(),
        at: spanIn(source, prose, match.index, match.index + words.length),
      };
    }),
  );
}

/** Where the text has some names as whole words, with their own capitals; a plural or a genitive may follow. */
function placesOf({ document: { source, blocks } }: Binding, names: readonly string[]): Span[] {
  const wanted = names.filter((name) => name.trim().length > 1);
  if (wanted.length === 0) return [];
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length).map(wordsPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?=(?:e?s)?(?![\\p{L}\\p{N}]))`, 'gu');
  return blocks
    .flatMap(prosesOf)
    .flatMap((prose) =>
      [...withoutCode(prose).matchAll(pattern)]
        .filter(({ index }) => !isPartOfName(prose.text, index))
        .map((match) => spanIn(source, prose, match.index, match.index + match[0].length)),
    );
}

/** Whether a word ends a longer name, as in "Exampleton Borough Council": a capital in mid-sentence stands before it. */
function isPartOfName(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 80), from);
  return /\p{Lu}/u.test(text[from] ?? '') && /[\p{L}\p{N},][^\S\n]+\p{Lu}[\p{L}’'-]*[^\S\n]+$/u.test(before);
}

/** A name as it may be wrapped; one that is written small may stand at the start of a sentence. */
function wordsPattern(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const [first = ''] = words;
  const letter = first[0] ?? '';
  const either = /\p{Ll}/u.test(letter) ? `[${letter}${letter.toUpperCase()}]${first.slice(1)}` : first;
  return [either, ...words.slice(1)].join('\\s+');
}
