import type { Binding, Bound } from '../binding/binding.ts';
import type { JsonObject } from '../data/json.ts';
import { type Block, leadOf } from '../document/blocks.ts';
import { isOpenAtEnd } from '../document/open-end.ts';
import { hangsOnNumbers } from '../evidence/numbering.ts';
import { type Fix, suggestion } from '../finding/finding.ts';
import type { Requirement } from '../framework/framework.ts';
import { draftOf } from '../scaffold/scaffold.ts';
import { oncePer } from '../text/remember.ts';
import { lineSpan, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { headingNumber } from '../text/title.ts';

const none: JsonObject = {};

/** The drafts of sections, each where the framework has it; those that belong at one place go in together. */
export function insertion(binding: Binding, requirements: readonly Requirement[]): { readonly fix?: Fix } {
  if (hasBoldHeadings(binding)) return {};
  const { framework, frontMatter = none, document } = binding;
  const places = new Map<number, { readonly at: Span; readonly drafts: string[] }>();
  for (const requirement of requirements) {
    const { heading, at, before, number } = placeFor(binding, requirement);
    const level = heading.indexOf(' ');
    const draft = inOwnForm(binding, draftOf(framework, frontMatter, requirement, { level, number }));
    const point = before ? at.start : at.end;
    const place = places.get(point.offset) ?? { at: { start: point, end: point }, drafts: [] };
    place.drafts.push(draft);
    places.set(point.offset, place);
  }
  if (places.size === 0) return {};
  const isEnd = (offset: number) => document.source.text.slice(offset).trim() === '';
  // A draft behind code that is never closed would be code, too, and missing still.
  if (isOpenAtEnd(document) && [...places.keys()].some(isEnd)) return {};
  const edits = [...places].map(([offset, { at, drafts }]) => {
    const text = drafts.join('\n\n');
    return { at, text: isEnd(offset) ? `\n\n${text}` : `${text}\n\n` };
  });
  const title = requirements.length === 1 ? 'Add the section' : 'Add the sections';
  return { fix: suggestion(title, edits) };
}

/** Where a missing section belongs, and how its heading reads there. */
export interface Place {
  /** The heading to write, on the level of the other sections. */
  readonly heading: string;
  /** In words, seen from `at`. */
  readonly place: string;
  readonly at: Span;
  /** Whether the section belongs before that place rather than behind it. */
  readonly before: boolean;
  /** Its number, where the sections beside it have one. */
  readonly number: string | undefined;
}

/**
 * Before the heading that follows the section before it in the framework's order; else at the end. Where its number would
 * move those of sections that paragraphs or references carry, it gets none: a person has to decide.
 */
export function placeFor(binding: Binding, requirement: Requirement): Place {
  const place = placeInOrder(binding, requirement);
  return place.number !== undefined && numbersInUse(binding).has(Number(place.number))
    ? { ...place, number: undefined }
    : place;
}

function placeInOrder(binding: Binding, requirement: Requirement): Place {
  const { sections, document } = binding;
  const { source, blocks } = document;
  const index = sections.findIndex((one) => one.requirement === requirement);
  const [appendix] = appendicesOf(binding);
  // What a section says in an appendix does not draw the next one there.
  const isInBody = ({ labels: [label] }: Bound) => !appendix || (label?.span.start.offset ?? 0) < appendix.start.offset;
  const earlier = sections.slice(0, index).filter((one) => one.state === 'written');
  const before = earlier.findLast(isInBody) ?? earlier.at(-1);
  const after = sections.slice(index + 1).find((one) => one.state === 'written');
  const heading = `${'#'.repeat(sectionLevel(binding))} ${requirement.title}`;
  const [last] = headingNumber(before?.labels[0]?.text ?? '') ?? [];
  const [behind] = headingNumber(after?.labels[0]?.text ?? '') ?? [];
  const number = last !== undefined ? String(last + 1) : behind === undefined ? undefined : String(behind);
  const isAhead = appendix !== undefined && (!before || isInBody(before));
  const from = before && Math.min(endOf(before), isAhead ? appendix.start.offset : Number.POSITIVE_INFINITY);
  const following = blocks.find(
    ({ kind, nesting, span }) => kind === 'heading' && nesting === 0 && from !== undefined && span.start.offset >= from,
  );
  const next = (from === undefined ? after?.labels[0]?.span : following?.span) ?? (isAhead ? appendix : undefined);
  if (next) return { heading, place: 'before this heading', at: next, before: true, number };
  const end = source.text.trimEnd().length;
  return {
    heading,
    place: 'at the end of the document',
    at: lineSpan(source, spanAt(source, end, end).start.line),
    before: false,
    number,
  };
}

/** The headings of appendices, or the lines in bold that stand for them. */
const appendicesOf = oncePer(({ document: { blocks } }: Binding): readonly Span[] =>
  blocks.flatMap((block) => {
    const text = block.kind === 'heading' && block.nesting === 0 ? block.prose.text : (boldWords(block) ?? '');
    return /^\W*(?:annex|appendix|schedule|attachment)(?:\s[A-Z\d]{1,4})?\s*(?:$|[:.–—-])/i.test(text)
      ? [block.span]
      : [];
  }),
);

/** Whether lines in bold stand for the headings of a document that has none but its title. */
export const hasBoldHeadings = oncePer(({ document: { blocks } }: Binding): boolean => {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return (
    headings.length < 2 &&
    blocks.filter((block) => block.kind === 'paragraph' && boldWords(block) !== undefined).length > 2
  );
});

/** The words of a line in bold that heads what stands below it. */
export function boldWords(block: Block): string | undefined {
  const lead = leadOf(block);
  return lead?.emphasised && lead.value.text.trim() === '' ? lead.label.text : undefined;
}

/** The numbers of the sections, where the text hangs on them. */
const numbersInUse = oncePer((binding: Binding): ReadonlySet<number> => {
  const level = sectionLevel(binding);
  const numbers = binding.document.blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.nesting > 0 || block.level !== level) return [];
    const [number, ...below] = headingNumber(block.prose.text) ?? [];
    return number === undefined || below.length > 0 ? [] : [number];
  });
  return new Set(hangsOnNumbers(binding.document, Math.max(0, ...numbers)) ? numbers : []);
});

/** The number of a draft as the headings of the document have theirs: “2.”, “2)” or “2”, or “Section 2:”. */
function inOwnForm({ sections }: Binding, draft: string): string {
  const labels = sections.flatMap((one) => one.labels.filter(({ kind }) => kind === 'heading'));
  const own = labels.find(({ text }) => headingNumber(text)?.length === 1)?.text ?? '';
  const [, before = '', behind = '.'] = /^(\D*)\d+([^\s\p{L}\d]?)/u.exec(own) ?? [];
  return draft.replace(
    /^(#+ )(\d+)\.(?= )/,
    (_all, marks: string, number: string) => `${marks}${before}${number}${behind}`,
  );
}

function endOf({ labels, blocks }: Bound): number {
  return [...labels, ...blocks].reduce((end, { span }) => Math.max(end, span.end.offset), 0);
}

/** The level of the headings of sections; 2 where there are none. */
export function sectionLevel({ sections }: Binding): number {
  return sections.flatMap((one) => one.labels).find(({ kind }) => kind === 'heading')?.level ?? 2;
}
