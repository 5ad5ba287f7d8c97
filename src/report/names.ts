/** The names under which `--format` knows the formats; `formats.ts` has one for each. */
export const formatNames = [
  'pretty',
  'unix',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'markdown',
  'rdjson',
] as const;
export type FormatName = (typeof formatNames)[number];
