import { prosesOf } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import type { Prose } from '../document/prose.ts';

const reference = /(?:\b(?:clause|section|paragraph|para|part|heading)s?\.?|§)\s{0,3}(\d{1,3})(?!\d)/gi;

/** Whether a text refers to some part of the document, or of a law, by its number, up to the last one. */
function refersToNumber(text: string, last = Number.MAX_SAFE_INTEGER): boolean {
  return [...text.matchAll(reference)].some(({ 1: number }) => Number(number) <= last);
}

/** Whether the paragraphs of a document carry the numbers of its sections, or refer to them: then no section can move. */
export function hangsOnNumbers({ blocks }: Document, last: number): boolean {
  const isNumbered = ({ text }: Prose) => {
    const [, number] = /^\W{0,4}(\d{1,3})\.\d{1,3}(?:[.)]?\s|\.\d)/.exec(text) ?? [];
    return (number !== undefined && Number(number) <= last) || refersToNumber(text, last);
  };
  return blocks.some((block) => block.kind !== 'heading' && !block.quoted && prosesOf(block).some(isNumbered));
}

/** Whether a text refers to a part of the document by its number, or carries one below some numbers: “2.1 The Unit …”. */
export function carriesNumber(text: string, numbers: readonly number[]): boolean {
  if (refersToNumber(text)) return true;
  return [...text.matchAll(/(?<![\d.,/£$€])(\d{1,3})\.\d{1,3}(?![\d/%])/g)].some(({ 1: first }) =>
    numbers.includes(Number(first)),
  );
}
