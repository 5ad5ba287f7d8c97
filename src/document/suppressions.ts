import type { Nodes, Root } from 'mdast';
import { oneLine } from '../text/shorten.ts';
import { countBefore } from '../text/sorted.ts';
import { lineSpan, type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import type { FrontMatter } from './front-matter.ts';

/** A comment that silences findings: `<!-- sla-ignore retention-unclear: agreed with the force on 3 March -->`. */
export interface Suppression {
  /** The ids of the rules that it names. */
  readonly rules: readonly string[];
  /** The empty text where none is given. */
  readonly reason: string;
  readonly at: Span;
  /** The lines that it covers: the next block, or its own line where other words stand there. */
  readonly lines: { readonly first: number; readonly last: number };
}

const comment = /<!--\s*sla-ignore(?![\w-])([\s\S]*?)-->/g;
const yamlComment = /^[^\S\n]*#\s*sla-ignore(?![\w-])(.*)$/gm;

/** Every suppression of a document: in the comments of its text, never in code, and in those of its front matter. */
export function suppressionsOf(
  source: Source,
  root: Root,
  blocks: readonly Block[],
  frontMatter: FrontMatter,
): Suppression[] {
  if (!source.text.includes('sla-ignore')) return [];
  return [...inFrontMatter(source, frontMatter), ...inText(source, root, blocks)];
}

function inText(source: Source, root: Root, blocks: readonly Block[]): Suppression[] {
  const found: Suppression[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'html') {
      const start = node.position?.start.offset ?? 0;
      const written = source.text.slice(start, node.position?.end.offset ?? start);
      for (const match of written.matchAll(comment)) {
        const at = spanAt(source, start + match.index, start + match.index + match[0].length);
        found.push({ ...contentOf(match[1] ?? ''), at, lines: linesCovered(source, blocks, at) });
      }
    }
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return found.sort((a, b) => a.at.start.offset - b.at.start.offset);
}

/** A comment covers the line below it, or its own line behind a key. */
function inFrontMatter(source: Source, frontMatter: FrontMatter): Suppression[] {
  if (frontMatter.state !== 'present') return [];
  const head = source.text.slice(0, frontMatter.span.end.offset);
  return [...head.matchAll(yamlComment)].map((match): Suppression => {
    const start = match.index + match[0].indexOf('#');
    const at = spanAt(source, start, match.index + match[0].length);
    const line = at.start.line + 1;
    return { ...contentOf(match[1] ?? ''), at, lines: { first: line, last: line } };
  });
}

/** `rule, other-rule: the reason`; without a colon there is no reason. */
function contentOf(text: string): Pick<Suppression, 'rules' | 'reason'> {
  const [names = '', ...reason] = oneLine(text).split(':');
  return { rules: names.split(/[\s,]+/).filter(Boolean), reason: reason.join(':').trim() };
}

function linesCovered(source: Source, blocks: readonly Block[], at: Span): Suppression['lines'] {
  const first = lineSpan(source, at.start.line);
  const last = lineSpan(source, at.end.line);
  const before = source.text.slice(first.start.offset, at.start.offset);
  const behind = source.text.slice(at.end.offset, last.end.offset);
  if (`${before}${behind}`.trim() !== '') return { first: at.start.line, last: at.end.line };
  const index = firstBlockBehind(blocks, at.end.offset);
  const next = blocks[index];
  if (!next) return { first: at.end.line, last: at.end.line };
  let end = next.span.end.line;
  // A list is one block here, and so is what is nested in an item.
  for (const block of blocks.slice(index + 1)) {
    const goesOn = block.nesting > next.nesting || (next.kind === 'item' && block.kind === 'item');
    if (!goesOn || block.kind === 'heading') break;
    end = block.span.end.line;
  }
  return { first: next.span.start.line, last: end };
}

/** The index of the first block with content that starts behind an offset. */
function firstBlockBehind(blocks: readonly Block[], offset: number): number {
  let index = countBefore(blocks, ({ span }) => span.start.offset < offset);
  while (blocks[index]?.kind === 'comment') index += 1;
  return index;
}
