import { anchorsOf } from '../binding/anchors.ts';
import type { Document } from '../document/document.ts';
import type { Link } from '../document/links.ts';
import type { Prose } from '../document/prose.ts';
import { partsOfAddress } from '../text/address.ts';
import type { Edit } from '../text/edits.ts';
import { comparableAnchor, idBehindTitle, slugsOf } from '../text/slug.ts';
import { type Source, spanAt } from '../text/source.ts';
import { isWithin } from '../text/span.ts';

/** Edits that give headings other words, each by its new title, with those by which links within the document follow; in order. */
export function withLinks(document: Document, edits: readonly Edit[], titles: ReadonlyMap<Prose, string>): Edit[] {
  return [...edits, ...linksMoving(document, titles)].sort((a, b) => a.at.start.offset - b.at.start.offset);
}

function linksMoving({ source, blocks, links }: Document, titles: ReadonlyMap<Prose, string>): Edit[] {
  if (links.length === 0) return [];
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.prose] : []));
  const { slugs } = anchorsOf({ source, blocks });
  const later = slugsOf(headings.map((prose) => titles.get(prose) ?? prose.text));
  const moved = new Map(
    headings.flatMap((prose, index): [string, string][] => {
      const [from = '', to = ''] = [slugs[index], later[index]];
      return from === to || idBehindTitle(prose.text) !== undefined ? [] : [[comparableAnchor(from), to]];
    }),
  );
  return links.flatMap((link): Edit[] => {
    const { path, anchor } = partsOfAddress(link.target);
    const to = path === '' && anchor ? moved.get(comparableAnchor(anchor)) : undefined;
    if (to === undefined) return [];
    // What stands in such a heading itself is written anew with it.
    const isInside = [...titles.keys()].some((prose) => isWithin(link.span, prose.span));
    return isInside ? [] : retargeted(source, link, `#${to}`);
  });
}

/** Changes where a link leads, if its target stands in it as it is. */
export function retargeted(source: Source, { span, target }: Link, better: string): Edit[] {
  const written = source.text.slice(span.start.offset, span.end.offset);
  const index = Math.max(written.lastIndexOf(`](${target}`), written.lastIndexOf(`]: ${target}`));
  if (index < 0) return [];
  const from = span.start.offset + written.indexOf(target, index + 1);
  return [{ at: spanAt(source, from, from + target.length), text: better }];
}
