import type { Document } from '../document/document.ts';
import { comparableAnchor, idBehindTitle, slugsOf } from '../text/slug.ts';

/** The places of a document that links can lead to. */
export interface Anchors {
  /** The anchors of the headings, as a link should write them. */
  readonly slugs: readonly string[];
  readonly has: (anchor: string) => boolean;
}

/** The anchors of a document: those made of its headings, ids behind headings, and ids of HTML. */
export function anchorsOf({ blocks, source }: Pick<Document, 'blocks' | 'source'>): Anchors {
  const titles = blocks.flatMap((block) => (block.kind === 'heading' ? [block.prose.text] : []));
  const html = [...source.text.matchAll(/<h[1-6]\b[^<>]{0,200}>([^<>\n]{1,200})</gi)].map((match) => match[1] ?? '');
  const ids = [...source.text.matchAll(/<[a-z][^<>]{0,300}?\s(?:id|name)\s{0,3}=\s{0,3}["']?([^\s"'<>]{1,200})/gi)];
  const slugs = slugsOf(titles);
  const known = new Set(
    [
      ...slugs,
      // Some programs leave out what stands before the first letter.
      ...slugs.map((slug) => slug.replace(/^[^\p{L}]+/u, '')),
      ...slugsOf(html),
      ...titles.flatMap((title) => idBehindTitle(title) ?? []),
      ...ids.map((match) => match[1] ?? ''),
    ].map(comparableAnchor),
  );
  return { slugs, has: (anchor) => known.has(comparableAnchor(anchor)) };
}
