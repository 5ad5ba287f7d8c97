import { type Block, prosesOf, wordingOf } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import { type Prose, spanIn } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { type Cue, concordanceOf } from '../text/concordance.ts';
import { oncePer } from '../text/remember.ts';
import { sentencesOf } from '../text/sentence.ts';
import { countBefore } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { tellingStems } from '../text/stem.ts';
import type { Bound } from './binding.ts';
import { isNameOf } from './sections.ts';

/**
 * Of some requirements those that some prose of a document speaks of, with the first sentence that has all words of one of
 * their names, of names with no fewer than so many. Nobody can say whether such a sentence settles anything, but whoever
 * reads it would not call it missing.
 */
export function spokenOf(
  { source, blocks }: Document,
  prose: readonly Prose[],
  requirements: readonly Requirement[],
  fewestWords = 1,
): Map<Requirement, Span> {
  const { proses, concordance } = wordingOf(blocks);
  const found = requirements.flatMap((requirement): [Requirement, Span][] => {
    const cue = cueFor(requirement, fewestWords);
    for (const index of concordance.byStem().find(cue)) {
      const near = proses[index];
      for (const one of near ? meeting(prose, near.span) : []) {
        const { sentences, stems } = sentencesIn(one);
        const sentence = sentences[stems.find(cue)[0] ?? -1];
        if (sentence) return [[requirement, spanIn(source, one, sentence.from, sentence.to)]];
      }
    }
    return [];
  });
  return new Map(found);
}

/** The sentences of a prose, and in which of them each word stands, without its ending. */
const sentencesIn = oncePer(({ text }: Prose) => {
  const sentences = sentencesOf(text);
  const words = concordanceOf(sentences.map((one) => one.text.replace(nameOfAgreement, '')));
  return { sentences, stems: words.byStem() };
});

/** It says nothing of service levels. */
const nameOfAgreement = /\bservice[- ]level agreements?\b/gi;

function cueFor(requirement: Requirement, fewestWords: number): Cue {
  return { phrases: stemmedNames(requirement).filter(({ length }) => length >= fewestWords), beginnings: [] };
}

const stemmedNames = oncePer(({ names }: Requirement) => names.map(tellingStems).filter(({ length }) => length > 0));

/**
 * Whether a section is running text: it says something, and nothing in it begins with the name of a part. Nobody can say
 * which of its parts it settles.
 */
export function isRunningText(section: Bound): boolean {
  const isParted = partsOf(section).some(({ state }) => state === 'written');
  if (isParted || section.strangers.some(({ kind }) => kind === 'heading')) return false;
  let words = 0;
  return looseProsesOf(section).some(({ text }) => {
    words += text.trim().split(/\s+/, fewWords).length;
    return words >= fewWords;
  });
}

/** “Not applicable.” and the like are no text. */
const fewWords = 10;

/** The parts of a section, without one whose heading is the section's name, too: below "Legal basis" stand both. */
function partsOf({ requirement, children, labels }: Bound): readonly Bound[] {
  const mine = labels.filter(({ kind, text }) => kind === 'content' || isNameOf(requirement, text));
  const own = new Set(mine.map(({ span }) => span.start.offset));
  return children.filter((child) => !child.labels.some(({ span }) => own.has(span.start.offset)));
}

/** The prose of a section outside of what it answers under labels, for what stands under the label of something is about that. */
export function looseProsesOf(section: Bound): Prose[] {
  const taken = partsOf(section)
    .flatMap(belowLabel)
    .sort((a, b) => a.span.start.offset - b.span.start.offset);
  const isTaken = ({ span }: Block) => meeting(taken, span).length > 0;
  return section.blocks.flatMap((block) => (block.kind === 'heading' || isTaken(block) ? [] : prosesOf(block)));
}

/** Those of some things that are in order that share characters with a span. */
function meeting<T extends Pick<Prose, 'span'>>(things: readonly T[], { start, end }: Span): readonly T[] {
  const to = countBefore(things, ({ span }) => span.start.offset < end.offset);
  let from = to;
  while ((things[from - 1]?.span.end.offset ?? 0) > start.offset) from -= 1;
  return things.slice(from, to);
}

/** What stands under the label of something: below a heading all of it, else no further than to the next paragraph. */
function belowLabel({ labels, blocks }: Bound): readonly Block[] {
  if (labels.every(({ kind }) => kind === 'content')) return [];
  if (labels.some(({ kind }) => kind === 'heading')) return blocks;
  const next = blocks.findIndex(({ kind }, index) => index > 0 && kind === 'paragraph');
  return next < 0 ? blocks : blocks.slice(0, next);
}
