const quoted = /“[^“”]{0,600}”|(?<![A-Za-zÀ-ɏḀ-ỿ\d])"[^"]{0,600}"/gu;

/** A text with what stands in quotation marks turned into spaces, so that every offset stays what it was. */
export function withoutQuotations(text: string): string {
  if (!/[“"]/.test(text)) return text;
  return text.replace(quoted, (words) => ' '.repeat(words.length));
}
