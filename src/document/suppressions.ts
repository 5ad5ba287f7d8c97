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
const yamlComment = /^[ \t]*#[ \t]*sla-ignore(?![\w-])(.*)$/gm;

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
  const coveredBehind = blockFinder(blocks);
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'html') {
      const start = node.position?.start.offset ?? 0;
      const written = source.text.slice(start, node.position?.end.offset ?? start);
      for (const match of written.matchAll(comment)) {
        const at = spanAt(source, start + match.index, start + match.index + match[0].length);
        found.push({ ...contentOf(match[1] ?? ''), at, lines: linesCovered(source, coveredBehind, at) });
      }
    }
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return found.sort((a, b) => a.at.start.offset - b.at.start.offset);
}

/** A comment covers the line below it. */
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

function linesCovered(source: Source, coveredBehind: ReturnType<typeof blockFinder>, at: Span): Suppression['lines'] {
  const first = lineSpan(source, at.start.line);
  const last = lineSpan(source, at.end.line);
  const before = source.text.slice(first.start.offset, at.start.offset);
  const behind = source.text.slice(at.end.offset, last.end.offset);
  if (`${before}${behind}`.trim() !== '') return { first: at.start.line, last: at.end.line };
  return coveredBehind(at.end.offset) ?? { first: at.end.line, last: at.end.line };
}

/** Finds the lines of the first block with content behind an offset. A list is one block here, and so is what is nested in an item. */
function blockFinder(blocks: readonly Block[]): (offset: number) => Suppression['lines'] | undefined {
  const contents = blocks.flatMap((block, index) => (block.kind === 'comment' ? [] : [{ block, index }]));
  const known = new Map<number, Suppression['lines']>();
  return (offset) => {
    const next = contents[countBefore(contents, ({ block }) => block.span.start.offset < offset)];
    if (!next) return undefined;
    const lines = known.get(next.index) ?? linesFrom(blocks, next.block, next.index);
    known.set(next.index, lines);
    return lines;
  };
}

function linesFrom(blocks: readonly Block[], first: Block, index: number): Suppression['lines'] {
  let end = first.span.end.line;
  for (let at = index + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    const goesOn = block && (block.nesting > first.nesting || (first.kind === 'item' && block.kind === 'item'));
    if (!goesOn || block.kind === 'heading') break;
    end = block.span.end.line;
  }
  return { first: first.span.start.line, last: end };
}
