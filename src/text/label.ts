/** Where the words behind a label start in a text: in "Retention: 31 days" before "31"; 0 where the label is not there. */
export function labelEnd(text: string, label: string): number {
  const at = label === '' ? -1 : text.indexOf(label);
  if (at < 0) return 0;
  const end = at + label.length;
  return end + (/^[^\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0);
}
