/** The id that some converters write behind a heading. */
export const idBehind = /\s{0,5}\{#([^\s{}]{1,100})[^{}]{0,100}\}\s*$/u;

/** The anchor that GitHub makes of a heading: lower case, without punctuation, with hyphens for spaces. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/gu, '-');
}

/** The anchors of headings, in their order; the second of two that are alike ends with `-1`, the third with `-2`. */
export function slugsOf(titles: readonly string[]): string[] {
  const next = new Map<string, number>();
  return titles.map((title) => {
    const plain = slugOf(title.replace(idBehind, ''));
    let slug = plain;
    while (next.has(slug)) {
      const number = next.get(plain) ?? 1;
      next.set(plain, number + 1);
      slug = `${plain}-${number}`;
    }
    next.set(slug, 1);
    return slug;
  });
}

/** The id that some converters write behind a heading: `Retention {#retention}`. */
export function idBehindTitle(title: string): string | undefined {
  return idBehind.exec(title)?.[1];
}

/**
 * An anchor as it is compared. Publishing programs differ in what they make of doubled hyphens, capitals and a prefix that
 * GitHub itself adds; a link that works with one of them is not called broken.
 */
export function comparableAnchor(anchor: string): string {
  return anchor
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[-_.]+/g, '-')
    .replace(/^-|-$/g, '');
}
