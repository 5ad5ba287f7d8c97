/** A text with single spaces for all its white space, also at its ends: whoever wants them bare trims it. */
export function oneLine(text: string): string {
  // Most texts have single spaces only, and stay as they are.
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** A text without the marks of a kind at its end. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The words of a text as a message quotes them: in one line, without the mark that ends them, and not too many. */
export function excerpt(text: string, most = 80): string {
  return shortened(withoutEnd(oneLine(text).trim(), '.;:'), most);
}

/** A text of at most so many characters, the last of them an ellipsis where it was longer. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
