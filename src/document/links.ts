import type { Nodes, Root } from 'mdast';
import { type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { proseOf } from './prose.ts';

/** A link or image as it is written, or the address that links name by a label: `[plan]: plans/site.pdf`. */
export interface Link {
  /** Where it leads, as Markdown reads it; an address that stands in the text by itself is no link here. */
  readonly target: string;
  /** The words of the link, the description of the image, or the label. */
  readonly text: string;
  readonly span: Span;
}

/** Every link of a Markdown tree, in the order of the text, without recursion. */
export function linksOf(source: Source, root: Root): Link[] {
  const links: Link[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const span = spanAt(source, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
      // Of a bare address, the engines say different things about the place.
      if (/^!?\[/.test(source.text.slice(span.start.offset, span.start.offset + 2))) {
        links.push({ target: node.url, text: textOf(source, node, span), span });
      }
    }
    if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child);
  }
  return links;
}

function textOf(source: Source, node: Nodes, span: Span): string {
  if (node.type === 'link') return proseOf(source, node.children, span).text;
  if (node.type === 'image') return node.alt ?? '';
  return node.type === 'definition' ? (node.label ?? node.identifier) : '';
}
