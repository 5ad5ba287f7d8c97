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
  if (requirements.length === 0) return new Map();
  const wanted = requirements.map((requirement) => ({ requirement, cue: cueFor(requirement, fewestWords) }));
  const { proses, concordance } = wordingOf(blocks);
  const near = concordance.byStem().find(...wanted.map(({ cue }) => cue));
  const isNear = meeting(near.flatMap((index) => proses[index]?.span ?? []));
  const sentences = prose.flatMap((one) =>
    isNear(one.span) ? sentencesOf(one.text).map((sentence) => ({ ...sentence, prose: one })) : [],
  );
  const inSentences = concordanceOf(sentences.map(({ text }) => text.replace(nameOfAgreement, ''))).byStem();
  const found = wanted.flatMap(({ requirement, cue }): [Requirement, Span][] => {
    const sentence = sentences[inSentences.find(cue)[0] ?? -1];
    return sentence ? [[requirement, spanIn(source, sentence.prose, sentence.from, sentence.to)]] : [];
  });
  return new Map(found);
}

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
  return looseProsesOf(section).flatMap(({ text }) => text.trim().split(/\s+/)).length >= fewWords;
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
    .flatMap((child) => belowLabel(child).map(({ span }) => span))
    .sort((a, b) => a.start.offset - b.start.offset);
  const isTaken = meeting(taken);
  return section.blocks.flatMap((block) => (block.kind === 'heading' || isTaken(block.span) ? [] : prosesOf(block)));
}

/** Whether a span shares characters with one of some that are in order. */
function meeting(spans: readonly Span[]): (span: Span) => boolean {
  return ({ start, end }) => {
    const last = spans[countBefore(spans, (one) => one.start.offset < end.offset) - 1];
    return last !== undefined && last.end.offset > start.offset;
  };
}

/** What stands under the label of something: below a heading all of it, else no further than to the next paragraph. */
function belowLabel({ labels, blocks }: Bound): readonly Block[] {
  if (labels.every(({ kind }) => kind === 'content')) return [];
  if (labels.some(({ kind }) => kind === 'heading')) return blocks;
  const next = blocks.findIndex(({ kind }, index) => index > 0 && kind === 'paragraph');
  return next < 0 ? blocks : blocks.slice(0, next);
}
