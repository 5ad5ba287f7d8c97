/** Names in a row, in quotation marks: “a”, “b” and “c”. */
export function enumerated(names: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const quoted = names.map((name) => `“${name}”`);
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(` ${joiner} `);
}
