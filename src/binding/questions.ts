import { type Block, isParagraph } from '../document/blocks.ts';
import { type Prose, sliceProse } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import type { Source } from '../text/source.ts';
import type { Opening } from './labels.ts';
import { isNamed } from './sections.ts';

/** `13.`, `13)`, `Q13`, `Question 13:` at the start of a heading or a paragraph. */
const questionNumber = /^\W{0,3}(?:(?:q(?:uestion)?\.?\s*)(\d{1,3})(?![\d.]*\d)[.):]?|(\d{1,3})[.)](?!\d))(?:\s|$)/i;

/** A block that carries the number of a question. */
interface Numbered {
  readonly number: number;
  readonly opening: Opening;
}

/**
 * For each numbered requirement the block that asks it, whatever the block is. An item of a list in somebody's answer is
 * no question: without a heading's mark, a question mark or the question's own words its number means nothing.
 */
export function questionOpenings(
  source: Source,
  requirements: readonly Requirement[],
  blocks: readonly Block[],
  headings: readonly Opening[],
): Map<Requirement, Opening[]> {
  const chosen = new Map<Requirement, Opening[]>();
  if (requirements.every(({ number }) => number === undefined)) return chosen;
  const numbered = numberedIn(source, blocks, headings);
  let after = -1;
  for (const requirement of requirements) {
    if (requirement.number === undefined) continue;
    const isAsked = ({ label: { text } }: Opening) => text.includes('?') || isNamed(requirement, text);
    const answers = numbered.filter(
      ({ number, opening }) => number === requirement.number && (opening.label.kind === 'heading' || isAsked(opening)),
    );
    const asking = answers.filter(({ opening }) => isAsked(opening));
    const [first] = (asking.length > 0 ? asking : answers).filter(({ opening }) => opening.from > after);
    if (!first) continue;
    after = first.opening.from;
    chosen.set(requirement, [first.opening]);
  }
  return chosen;
}

function numberedIn(source: Source, blocks: readonly Block[], headings: readonly Opening[]): Numbered[] {
  const byBlock = new Map(headings.filter((one) => one.label.kind === 'heading').map((one) => [one.from, one]));
  return blocks.flatMap((block, from): Numbered[] => {
    if (block.kind === 'heading') {
      const opening = byBlock.get(from);
      const number = numberIn(block.prose.text);
      if (!opening || number === undefined) return [];
      const value = valueBehind(source, block.prose, undefined);
      return [{ number, opening: value ? { ...opening, value: [value] } : opening }];
    }
    if (!isParagraph(block)) return [];
    const number = (block.kind === 'item' ? block.number : undefined) ?? numberIn(block.prose.text);
    if (number === undefined) return [];
    const { prose, span } = block;
    const value = valueBehind(source, block.prose, block.lead?.value);
    const words = value ? { start: span.start, end: value.span.start } : span;
    return [
      {
        number,
        opening: {
          label: { kind: 'question', text: prose.text, span: words, words: prose.span, level: 7 },
          from,
          to: blocks.length,
          value: value ? [value] : [],
        },
      },
    ];
  });
}

function numberIn(text: string): number | undefined {
  const match = questionNumber.exec(text);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/** What stands in the question's own block behind its question mark, or behind the colon of its label. */
function valueBehind(source: Source, prose: Prose, labelled: Prose | undefined): Prose | undefined {
  const mark = prose.text.lastIndexOf('?');
  const value = mark < 0 ? labelled : sliceProse(source, prose, mark + 1);
  return value && value.text.trim() !== '' ? value : undefined;
}
