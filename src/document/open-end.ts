import type { Source } from '../text/source.ts';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';

/** Whether words put behind a text would become a part of its last block: of code or HTML that is never closed. */
export function isOpenAtEnd({ source, blocks }: Pick<Document, 'source' | 'blocks'>): boolean {
  const last = blocks.at(-1);
  if (last === undefined || last.nesting > 0) return false;
  const written = writtenIn(source, last);
  if (last.kind === 'code') return isOpenFence(written);
  return openings.some(([opening, closing]) => opening.test(written) && !closing.test(written));
}

function writtenIn({ text }: Source, { span }: Block): string {
  return text.slice(span.start.offset, span.end.offset);
}

function isOpenFence(written: string): boolean {
  const [fence] = /^(?:`{3,}|~{3,})/.exec(written) ?? [];
  if (fence === undefined) return false;
  const lines = written.split(/\r\n|\n|\r/);
  const closing = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`);
  return lines.length === 1 || !closing.test(lines.at(-1) ?? '');
}

/** HTML that goes on over blank lines until it is closed. */
const openings: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];
