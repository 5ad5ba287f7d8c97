/**
 * A text of a stranger's, safe to show at a terminal: control characters, escape sequences and marks that turn the
 * direction of writing become visible signs.
 */
export function printable(text: string): string {
  return text
    .replace(/[\n\t\r]+/g, ' ')
    .replace(/\p{Cc}/gu, (char) => (char < ' ' ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : '\ufffd'))
    .replace(/[\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd');
}
