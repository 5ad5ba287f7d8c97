import { type Block, prosesOf } from '../document/blocks.ts';
import { spanIn } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { concordanceOf } from '../text/concordance.ts';
import { sentencesOf } from '../text/sentence.ts';
import { countBefore } from '../text/sorted.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { stemOf, tellingStems } from '../text/stem.ts';
import type { Bound } from './binding.ts';

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

/**
 * Whether a section is running text: it says something, and nothing in it begins with the name of a part. Nobody can say
 * which of its parts it settles.
 */
export function isRunningText(source: Source, section: Bound): boolean {
  const isParted = partsOf(section).some(({ state }) => state === 'written');
  if (isParted || section.strangers.some(({ kind }) => kind === 'heading')) return false;
  const words = looseSentences(source, section).flatMap(({ text }) => text.split(/\s+/));
  return words.length >= fewWords;
}

/** “Not applicable.” and the like are no text. */
const fewWords = 10;

/** The parts of a section, without one that has the section's own heading: below "Legal basis" stand both. */
function partsOf({ children, labels }: Bound): readonly Bound[] {
  const own = new Set(labels.map(({ span }) => span.start.offset));
  return children.filter((child) => !child.labels.some(({ span }) => own.has(span.start.offset)));
}

/** The sentences of a section outside of what it answers under labels. */
function looseSentences(source: Source, section: Bound): { readonly text: string; readonly at: Span }[] {
  const taken = partsOf(section)
    .flatMap((child) => belowLabel(child).map(({ span }) => span))
    .sort((a, b) => a.start.offset - b.start.offset);
  const isLoose = ({ start, end }: Span) => {
    const last = taken[countBefore(taken, (one) => one.start.offset < end.offset) - 1];
    return last === undefined || last.end.offset <= start.offset;
  };
  return section.blocks.flatMap((block) => {
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
