import { type Block, isParagraph, prosesOf, wordingOf } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import { type Prose, spanIn } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { type Cue, concordanceOf } from '../text/concordance.ts';
import { phraseFinder } from '../text/phrases.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { oncePer } from '../text/remember.ts';
import { type Sentence, sentencesOf } from '../text/sentence.ts';
import { countBefore } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { tellingStems } from '../text/stem.ts';
import { type Stretch, without } from '../text/stretch.ts';
import { comparableTitle } from '../text/title.ts';
import { shippedWording } from '../text/wording.ts';
import { belowHeading } from './below-heading.ts';
import type { Bound } from './binding.ts';
import { isNameOf } from './sections.ts';

/** Which sentences count. */
interface Sentences {
  /** How many words a name must have. */
  readonly fewestWords?: number;
  /** Whether words that are still to be filled in count, too. */
  readonly withPlaceholders?: boolean;
}

/**
 * Of some requirements those that some prose of a document speaks of, with the first sentence that has all words of one of
 * their names. Nobody can say whether such a sentence settles anything, but whoever reads it would not call it missing.
 */
export function spokenOf(
  { source, blocks }: Document,
  prose: readonly Prose[],
  requirements: readonly Requirement[],
  { fewestWords = 1, withPlaceholders = true }: Sentences = {},
): Map<Requirement, Span> {
  const { proses, concordance } = wordingOf(blocks);
  const found = requirements.flatMap((requirement): [Requirement, Span][] => {
    const cue = cueFor(requirement, fewestWords);
    const isMeant = ({ text }: Sentence) => {
      const others = otherThings(text).filter((one) => !requirement.names.includes(comparableTitle(one.text)));
      const apart = [...others, ...wantedAssessments(text), ...(withPlaceholders ? [] : findPlaceholders(text))];
      const rest = without(text, apart);
      return rest === text || concordanceOf([rest]).byStem().find(cue).length > 0;
    };
    for (const index of concordance.byStem().find(cue)) {
      const near = proses[index];
      for (const one of near ? meeting(prose, near.span) : []) {
        const { sentences, stems } = sentencesIn(one);
        const sentence = stems
          .find(cue)
          .flatMap((place) => sentences[place] ?? [])
          .find(isMeant);
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
  return { sentences, stems: concordanceOf(sentences.map((one) => one.text)).byStem() };
});

const phrases = shippedWording['spoken-of'];
/** What has the name of a part in its own, as the national code has. */
const otherThings = phraseFinder(phrases.others);
const assessments = phraseFinder(phrases.assessments);
const wantedBefore = phraseFinder(phrases['wanted-before']);
const wantedBehind = phraseFinder(phrases['wanted-behind']);

/** The assessments that a sentence only says are wanted: “needs a DPIA”, “a DPIA must be completed”. */
function wantedAssessments(sentence: string): Stretch[] {
  const isNext = (one: Stretch, other: Stretch) =>
    one.to <= other.from && sentence.slice(one.to, other.from).trim() === '';
  return assessments(sentence).filter(
    (named) =>
      wantedBefore(sentence).some((one) => isNext(one, named)) ||
      wantedBehind(sentence).some((one) => isNext(named, one)),
  );
}

function cueFor(requirement: Requirement, fewestWords: number): Cue {
  return { phrases: stemmedNames(requirement).filter(({ length }) => length >= fewestWords), beginnings: [] };
}

const stemmedNames = oncePer(({ names }: Requirement) => names.map(tellingStems).filter(({ length }) => length > 0));

/**
 * Whether a section is running text: it says something, and nothing in it begins with the name of a part, or a paragraph
 * beside its parts has no name. Nobody can say which of its parts that settles. What stands below a heading of another name
 * is about that.
 */
export function isRunningText(section: Bound): boolean {
  const { requirement, strangers } = section;
  const others = new Set(strangers.filter(({ kind }) => kind === 'heading').map(({ text }) => text));
  const isBelow = belowHeading((heading) => others.has(heading) && !isNameOf(requirement, heading));
  const apart = new Set(section.blocks.filter(isBelow));
  const loose = looseBlocksOf(section).filter((block) => !apart.has(block));
  const isParted = others.size > 0 || partsOf(section).some(({ state }) => state === 'written');
  if (!isParted) return saySomething(loose.flatMap(prosesOf));
  return loose.some(
    (block) => isParagraph(block) && !block.lead && !introduces.test(block.prose.text) && saySomething([block.prose]),
  );
}

function saySomething(proses: readonly Prose[]): boolean {
  let words = 0;
  return proses.some(({ text }) => {
    words += text.trim().split(/\s+/, fewWords).length;
    return words >= fewWords;
  });
}

/** “Not applicable.” and the like are no text. */
const fewWords = 10;

/** What only leads to the parts behind it settles none of them. */
const introduces =
  /:\s*$|\b(?:this (?:section|part|schedule|annex|chapter)|(?:the|these) following|below|as follows)\b/i;

/** The parts of a section, without one whose heading is the section's name, too: below "Legal basis" stand both. */
function partsOf({ requirement, children, labels }: Bound): readonly Bound[] {
  const mine = labels.filter(({ kind, text }) => kind === 'content' || isNameOf(requirement, text));
  const own = new Set(mine.map(({ span }) => span.start.offset));
  return children.filter((child) => !child.labels.some(({ span }) => own.has(span.start.offset)));
}

/** The prose of a section outside of what it answers under labels, for what stands under the label of something is about that. */
export function looseProsesOf(section: Bound): Prose[] {
  return looseBlocksOf(section).flatMap(prosesOf);
}

function looseBlocksOf(section: Bound): Block[] {
  const taken = partsOf(section)
    .flatMap(belowLabel)
    .sort((a, b) => a.span.start.offset - b.span.start.offset);
  const isTaken = ({ span }: Block) => meeting(taken, span).length > 0;
  return section.blocks.filter((block) => block.kind !== 'heading' && !isTaken(block));
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
