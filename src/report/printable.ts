/**
 * A text of a stranger's, safe to show at a terminal: control characters, escape sequences, halves of letters and marks
 * that turn the direction of writing become visible signs.
 */
export function printable(text: string): string {
  if (isPrintable(text)) return text;
  return text
    .replace(/[\n\t\r]+/g, ' ')
    .replace(/\p{Cc}/gu, (char) => (char < ' ' ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : '\ufffd'))
    .replace(/[\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu, '\ufffd');
}

/** Whether nothing in a text has to become a sign. */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u.test(text);
}

/** A printable text of at most so many letters: a service that shows a report refuses what is too long. */
export function clipped(text: string, most: number): string {
  // No more is looked at than can be shown; a letter that the cut goes through is dropped.
  const shown = printable(text.slice(0, most).replace(/[\ud800-\udbff]$/, ''));
  return text.length > most ? `${shown}…` : shown;
}
