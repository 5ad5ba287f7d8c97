import { type Block, prosesOf } from '../document/blocks.ts';
import { spanIn } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { concordanceOf } from '../text/concordance.ts';
import { sentencesOf } from '../text/sentence.ts';
import { countBefore } from '../text/sorted.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { stemOf } from '../text/stem.ts';
import type { Bound } from './binding.ts';

/** Words that tell no name from another. */
const small = new Set(
  'a an and any are as at be by each for from how in is it its of on or our that the their this to what when where who with'.split(
    ' ',
  ),
);

/**
 * Of some requirements those that the prose of a section speaks of, with the first sentence that has all words of one of
 * their names. Nobody can say whether such a sentence settles anything, but whoever reads it would not call it missing. What
 * stands under the label of something else is about that.
 */
export function spokenOf(source: Source, section: Bound, requirements: readonly Requirement[]): Map<Requirement, Span> {
  if (requirements.length === 0) return new Map();
  const sentences = looseSentences(source, section);
  const wanted = requirements.map((requirement) => ({ requirement, phrases: requirement.names.map(tellingStems) }));
  const stems = new Set(wanted.flatMap(({ phrases }) => phrases.flat()));
  const concordance = concordanceOf(sentences.map(({ text }) => text)).under(stems, stemOf);
  const found = wanted.flatMap(({ requirement, phrases }): [Requirement, Span][] => {
    const [first] = concordance.find({ phrases: phrases.filter(({ length }) => length > 0), beginnings: [] });
    const sentence = first === undefined ? undefined : sentences[first];
    return sentence ? [[requirement, sentence.at]] : [];
  });
  return new Map(found);
}

/** The sentences of a section outside of what it answers under labels. */
function looseSentences(source: Source, { blocks, children }: Bound): { readonly text: string; readonly at: Span }[] {
  const taken = children
    .flatMap((child) => belowLabel(child).map(({ span }) => span))
    .sort((a, b) => a.start.offset - b.start.offset);
  const isLoose = ({ start, end }: Span) => {
    const last = taken[countBefore(taken, (one) => one.start.offset < end.offset) - 1];
    return last === undefined || last.end.offset <= start.offset;
  };
  return blocks.flatMap((block) => {
    if (block.kind === 'heading' || !isLoose(block.span)) return [];
    return prosesOf(block).flatMap((prose) =>
      sentencesOf(prose.text).map(({ from, to, text }) => ({ text, at: spanIn(source, prose, from, to) })),
    );
  });
}

/** What stands under the label of something: below a heading all of it, else no further than to the next paragraph. */
function belowLabel({ labels, blocks }: Bound): readonly Block[] {
  if (labels.every(({ kind }) => kind === 'content')) return [];
  if (labels.some(({ kind }) => kind === 'heading')) return blocks;
  const next = blocks.findIndex(({ kind }, index) => index > 0 && kind === 'paragraph');
  return next < 0 ? blocks : blocks.slice(0, next);
}

/** The words of a title, as titles are compared, that tell it from others, without their endings. */
export function tellingStems(name: string): string[] {
  return name.split(' ').flatMap((word) => (small.has(word) ? [] : [stemOf(word)]));
}
