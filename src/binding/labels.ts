import { type Block, labelledRows, leadOf, type Paragraph } from '../document/blocks.ts';
import { headingEnds } from '../document/heading-ends.ts';
import type { LeadIn } from '../document/lead-in.ts';
import { type Prose, spanIn } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { oncePer } from '../text/remember.ts';
import { ascending } from '../text/sorted.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { titleWords } from '../text/title.ts';
import type { Label } from './binding.ts';

/** A label together with the stretch of blocks that it heads. */
export interface Opening {
  readonly label: Label;
  /** The index of the block that carries the label. */
  readonly from: number;
  /** The index behind the last block that belongs to it. */
  readonly to: number;
  /** What stands behind the label in its own block. */
  readonly value: readonly Prose[];
}

/** Every label in a sequence of blocks, in order. */
export function openingsIn(source: Source, blocks: readonly Block[]): Opening[] {
  const ends = headingEnds(blocks);
  const labels = labelsIn(source);
  return blocks.flatMap((block, from): Opening[] => {
    const own = labels(block);
    if (own.length === 0) return [];
    const lead = leadOf(block);
    const last = lead ? leadInEnd(blocks, from, lead) : from;
    const to = block.kind === 'heading' ? (ends.get(from) ?? blocks.length) : last;
    return own.map(({ label, value }) => ({ label, from, to, value }));
  });
}

/** The labels that a block carries, wherever it stands. */
export function labelsOf(source: Source, block: Block): Label[] {
  return labelsIn(source)(block).map(({ label }) => label);
}

/** Made once for a block, which is a part of the document, of a section, of a component. */
const labelsIn = oncePer((source: Source) =>
  oncePer((block: Block): readonly Pick<Opening, 'label' | 'value'>[] => {
    if (block.kind === 'heading') {
      const { prose, level, span } = block;
      const words = titleSpan(source, prose);
      return [{ label: { kind: 'heading', text: prose.text, span, words, level }, value: [] }];
    }
    const lead = leadOf(block);
    if (lead) {
      const { text, span } = lead.label;
      return [{ label: { kind: 'lead-in', text, span, words: span, level: 7 }, value: [lead.value] }];
    }
    if (block.kind !== 'table') return [];
    return labelledRows(block).flatMap(([head, ...cells]) => {
      if (cells.every((cell) => cell.text.trim() === '')) return [];
      const { text, span } = head;
      return [{ label: { kind: 'row', text, span, words: titleSpan(source, head), level: 7 }, value: cells }];
    });
  }),
);

/** Where the words of a title stand, without its numbering and the id behind it. */
function titleSpan(source: Source, prose: Prose): Span {
  const { from, to } = titleWords(prose.text);
  return spanIn(source, prose, from, to);
}

/**
 * A lead-in with a value owns its own block and what is nested in it or listed right below it. One without a value
 * works like a heading: it goes on to the next label beside it, and a bold one is not ended by a plain one, for
 * "The cameras are used to:" below a bold "Purposes" is a part of that.
 */
function leadInEnd(blocks: readonly Block[], from: number, lead: LeadIn): number {
  const nesting = blocks[from]?.nesting ?? 0;
  const inList = blocks[from]?.kind === 'item';
  const alone = lead.value.text.trim() === '';
  for (let index = from + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.kind === 'heading') return index;
    if (block.nesting > nesting) continue;
    if (inList) return index;
    if (block.kind !== 'paragraph') continue;
    if (!alone || (block.lead && (block.lead.emphasised || !lead.emphasised))) return index;
  }
  return blocks.length;
}

/**
 * A label also heads the labels right behind it that name parts of what it answers, and a bold one with nothing behind it
 * those that answer nothing else: "**Escalation**" heads "**Stage 1:** …" and "**Stage 2:** …".
 */
export function overLabels(
  chosen: ReadonlyMap<Requirement, readonly Opening[]>,
  blocks: readonly Block[],
  namesPart: (of: Requirement, title: string) => boolean,
): Map<Requirement, Opening[]> {
  const taken = new Set([...chosen.values()].flatMap((openings) => openings.map((one) => one.from)));
  const endOf = (requirement: Requirement, { from, to, value }: Opening): number => {
    const own = leadOf(blocks[from]);
    const isAlone = own?.emphasised && value.every(({ text }) => text.trim() === '');
    if (!own || (!isAlone && requirement.children.length === 0)) return to;
    const nesting = blocks[from]?.nesting ?? 0;
    let end = to;
    for (let index = to; index < blocks.length && !taken.has(index); index++) {
      const block = blocks[index];
      if (!block || block.kind === 'heading' || block.nesting < nesting) break;
      const lead = block.nesting === nesting ? leadOf(block) : undefined;
      const isOwn = lead
        ? namesPart(requirement, lead.label.text) || (isAlone && lead.value.text.trim() !== '')
        : end > to;
      if (!isOwn) break;
      end = index + 1;
    }
    return end;
  };
  return new Map(
    [...chosen].map(([requirement, openings]) => [
      requirement,
      openings.map((one) => ({ ...one, to: endOf(requirement, one) })),
    ]),
  );
}

/** In a form, an answer ends where the next question, or the plan behind the questions, starts. */
export function upToTheNext(chosen: ReadonlyMap<Requirement, readonly Opening[]>): Map<Requirement, Opening[]> {
  const starts = ascending([...chosen.values()].flat().map((one) => one.from));
  const next = new Map(starts.map((from, index) => [from, starts[index + 1]]));
  return new Map(
    [...chosen].map(([requirement, openings]) => [
      requirement,
      openings.map((one) => ({ ...one, to: Math.min(one.to, next.get(one.from) ?? one.to) })),
    ]),
  );
}

/**
 * The content of some openings: their blocks, without those of the others that stand inside. Where nothing is left,
 * they keep it all, for then the inner labels are all the content there is.
 */
export function contentOf(
  blocks: readonly Block[],
  all: readonly Opening[],
  others: readonly Opening[],
  namesPart: (title: string) => boolean = () => false,
): Block[] {
  const own = outermost(all);
  const ends = new Map<number, number>();
  for (const one of own) for (let index = one.from + 1; index < one.to; index++) ends.set(index, one.to);
  const taken = new Set<number>();
  for (const { from, to } of others) {
    if (to > (ends.get(from) ?? -1)) continue;
    for (let index = from; index < to; index++) taken.add(index);
  }
  const collect = (skip: ReadonlySet<number>) =>
    own.flatMap((one, index) => [
      // A second heading stays, so that what stands below it does not become the end of what stands above it; and one
      // that names a part too: below "Response times" stands the section on service levels and that part of it.
      ...blocks.slice(
        one.from,
        one.label.kind === 'heading' && (index > 0 || namesPart(one.label.text)) ? one.from + 1 : one.from,
      ),
      ...one.value.filter((prose) => prose.text.trim() !== '').map(paragraphOf),
      ...blocks.slice(one.from + 1, one.to).filter((_block, offset) => !skip.has(one.from + 1 + offset)),
    ]);
  const rest = collect(taken);
  return rest.length > 0 ? rest : collect(new Set());
}

/** An opening inside another one of the same requirement is a part of its content. */
function outermost(openings: readonly Opening[]): Opening[] {
  let end = -1;
  return openings.filter((one) => {
    if (one.label.kind !== 'row' && one.from < end) return false;
    end = Math.max(end, one.to);
    return true;
  });
}

function paragraphOf(prose: Prose): Paragraph {
  return { kind: 'paragraph', prose, lead: undefined, span: prose.span, nesting: 0, quoted: false };
}
