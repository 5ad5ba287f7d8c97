import type { Stretch } from './stretch.ts';

/** The path of a file or folder that only somebody's computer or network knows. */
export interface LocalPath extends Stretch {
  readonly text: string;
}

/** Markdown reads `\\server` as `\server`, so that one backslash counts before a name and a further one. */
const start =
  /(?<![\p{L}\p{N}])[A-Za-z]:\\(?=[^\s\\])|(?<![\p{L}\p{N}])[A-Z]:\/(?=[\p{L}\p{N} _.-]{1,80}[/.])|(?<![\p{L}\p{N}\\])\\{1,2}[\p{L}\p{N}][\p{L}\p{N}_.$-]{1,60}\\(?=[\p{L}\p{N}])|\bfile:\/\/\/?(?=\S)|(?<![\p{L}\p{N}_.:/~-])(?:\/Users\/|\/Volumes\/|\/home\/[\p{L}\p{N}_.-]{1,40}\/|~\/(?:Documents|Desktop|Downloads)\/)(?=\S)/gu;

/** The name of a file may hold spaces, but not the end of a sentence; it ends with the letters that say of which kind it is. */
const withExtension =
  /^(?:(?![.)]\s)[^\n"“”<>|*?]){0,240}?\.(?:docx?|dotx?|xlsx?|xlsm|pptx?|pdf|odt|rtf|txt|csv|md|html?|msg|vsdx?|zip|png|jpe?g)\b/i;

/** Without one of these there is none; most texts are passed over for it at once. */
const hint = /\\|:\/|~\/|\/(?:Users|Volumes|home)\//;

/** The local paths in a text, in order. */
export function findLocalPaths(text: string): LocalPath[] {
  if (!hint.test(text)) return [];
  const found: LocalPath[] = [];
  let covered = 0;
  for (const match of text.matchAll(start)) {
    const from = match.index;
    if (from < covered) continue;
    const rest = text.slice(from, from + 300);
    const path = (withExtension.exec(rest) ?? /^[^\s"“”<>|*?]+/u.exec(rest))?.[0].replace(/[.,;:!)\]]+$/, '') ?? '';
    covered = from + path.length;
    found.push({ from, to: covered, text: path });
  }
  return found;
}
