/** A text with single spaces for all its white space, also at its ends: whoever wants them bare trims it. */
export function oneLine(text: string): string {
  // Most texts have single spaces only, and stay as they are.
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** A text of at most so many characters, the last of them an ellipsis where it was longer. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
