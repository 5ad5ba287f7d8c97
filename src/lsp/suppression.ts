import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import { type Edit, insertionAt } from '../text/edits.ts';
import { placeholderOf } from '../text/placeholder.ts';
import { lineText, type Source } from '../text/source.ts';

/** Silences a finding by a comment above its place, with a placeholder for the reason; undefined where no comment can stand. */
export function suppressionOf(document: Document, { rule, at }: Pick<Finding, 'rule' | 'at'>): Edit | undefined {
  const { source, frontMatter } = document;
  const reason = placeholderOf('why it is right here');
  const isInFrontMatter = frontMatter.state !== 'absent' && at.start.offset < frontMatter.span.end.offset;
  if (!isInFrontMatter) {
    const line = topLine(document, at.start.offset) ?? at.start.line;
    return insertion(source, line, `<!-- sla-ignore ${rule}: ${reason} -->\n\n`);
  }
  // Above the opening line no comment counts.
  if (at.start.line === 1) return undefined;
  const [indent = ''] = /^[ \t]*/.exec(lineText(source, at.start.line)) ?? [];
  return insertion(source, at.start.line, `${indent}# sla-ignore ${rule}: ${reason}\n`);
}

/** The first line of the list, table or paragraph that holds an offset: a comment inside a list would break it in two. */
function topLine({ blocks }: Document, offset: number): number | undefined {
  const index = blocks.findLastIndex((one) => one.span.start.offset <= offset);
  for (let at = index; at >= 0; at--) {
    const [block, before] = [blocks[at], blocks[at - 1]];
    if (!block) return undefined;
    const isList = block.kind === 'item' && (before?.kind === 'item' || (before?.nesting ?? 0) > block.nesting);
    if (block.nesting === 0 && !isList) return block.span.start.line;
    if (block.nesting > 0 && !before) return block.span.start.line;
  }
  return undefined;
}

function insertion(source: Source, line: number, text: string): Edit {
  return insertionAt(source, source.lineStarts[line - 1] ?? source.text.length, text);
}
