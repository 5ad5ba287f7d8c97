/** A space without width: it parts what services make links, pictures and notices of, and nobody sees it. */
const gap = '&#8203;';

/**
 * Markdown that shows words as they stand: neither HTML nor Markdown, no formula, and no link, emoji, mention or reference of
 * the services that show comments.
 */
export function literalMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&#!{}^]/g, '\\$&')
    .replaceAll('$', '&#36;')
    .replace(/@|:(?=\/\/|[\w+-]+:)|\bwww(?=\.)|\\[#!](?=\w)/gi, `$&${gap}`)
    .trim();
}
