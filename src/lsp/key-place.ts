import { fenceOf } from '../text/fence.ts';
import { lineText, pointAt, type Source } from '../text/source.ts';

/** What is being typed in front matter, read from its lines, for half-written YAML has no tree. */
export interface KeyPlace {
  /** The keys above, the outermost first; lists are stepped into without an index. */
  readonly path: readonly string[];
  /** The key whose value is being typed; undefined where a key is. */
  readonly key: string | undefined;
  /** Whether it is typed behind the dash of a list. */
  readonly isItem: boolean;
  /** The offset at which the word that is being typed starts. */
  readonly from: number;
  /** The columns, from 0, that stand in front of the key. */
  readonly indent: number;
  /** The keys that the map around has already. */
  readonly siblings: readonly string[];
}

interface KeyLine {
  readonly indent: number;
  readonly key: string;
  readonly isItem: boolean;
}

/** Where an offset stands in the front matter; undefined outside of it, and where no key or value can be typed. */
export function keyPlaceAt(source: Source, offset: number): KeyPlace | undefined {
  const last = lastLineOf(source);
  const line = source.lineStarts.findLastIndex((start) => start <= offset) + 1;
  if (line < 2 || line > last) return undefined;
  const start = source.lineStarts[line - 1] ?? 0;
  const before = source.text.slice(start, offset);
  const [, dashes = '', word = ''] = /^((?: |- )*)([\w-]*)$/.exec(before) ?? [];
  const isKey = `${dashes}${word}` === before && !/^(?:---|\.\.\.)/.test(before);
  const keyed = keyOf(before);
  const [, lead, map] = /^((?: |- )+)(\{.*)$/s.exec(before) ?? [];
  if (lead !== undefined && map !== undefined) {
    const around = parentsOf(source, line, lead.length);
    return inBraces(
      { isItem: true, indent: lead.length, siblings: [], path: around, key: undefined, from: offset },
      map,
      offset,
    );
  }
  if (!isKey && !keyed) return undefined;
  const indent = isKey ? dashes.length : (keyed?.indent ?? 0);
  const isItem = isKey ? dashes.includes('-') : (keyed?.isItem ?? false);
  const path = parentsOf(source, line, indent);
  const common = { isItem, indent, siblings: siblingsOf(source, { line, last, indent, isItem }) };
  if (isKey) return { ...common, path, key: undefined, from: offset - word.length };
  const key = keyed?.key ?? '';
  const value = /:\s*(.*)$/s.exec(before)?.[1] ?? '';
  return inBraces({ ...common, path, key, from: offset - value.length }, value, offset);
}

/** The place within `{ every: 12 months, ne` or `[cctv, an`; the place itself where there are no brackets. */
function inBraces(place: KeyPlace, value: string, offset: number): KeyPlace | undefined {
  if (!/^[[{]/.test(value)) return place;
  const isMap = value.startsWith('{');
  const [, part = ''] = /[[{,]\s*([^[\]{},]*)$/.exec(value) ?? [];
  const path = place.key === undefined ? place.path : [...place.path, place.key];
  if (!isMap) return { ...place, from: offset - part.length };
  const siblings = [...value.matchAll(/([\w-]+):/g)].map((match) => match[1] ?? '');
  const [, key, inner = ''] = /^([\w-]+):\s*(.*)$/.exec(part) ?? [];
  if (key === undefined) return { ...place, path, key: undefined, from: offset - part.length, siblings };
  return { ...place, path, key, from: offset - inner.length, siblings };
}

/** The last line of the front matter; where it is not closed yet, the line before the first blank line or heading. */
function lastLineOf(source: Source): number {
  const fence = fenceOf(source.text);
  if (!fence) return 0;
  if (fence.closing) return pointAt(source, fence.closing.from).line - 1;
  const count = source.lineStarts.length;
  for (let line = 2; line <= count; line++) if (/^(?:\s*$|#{1,6}\s)/.test(lineText(source, line))) return line;
  return count;
}

function keyOf(line: string): KeyLine | undefined {
  const [, lead = '', key] = /^((?: |- )*)([\w-]+):(?:\s|$)/.exec(line) ?? [];
  return key === undefined ? undefined : { indent: lead.length, key, isItem: lead.includes('-') };
}

function parentsOf(source: Source, line: number, indent: number): string[] {
  const path: string[] = [];
  let column = indent;
  for (let above = line - 1; above > 1 && column > 0; above--) {
    const found = keyOf(lineText(source, above));
    if (!found || found.indent >= column) continue;
    path.unshift(found.key);
    column = found.indent;
  }
  return path;
}

interface MapLine {
  readonly line: number;
  readonly last: number;
  readonly indent: number;
  readonly isItem: boolean;
}

/** The keys of the same map, above and below. */
function siblingsOf(source: Source, { line, last, indent, isItem }: MapLine): string[] {
  const keys: string[] = [];
  for (let above = line - 1; above > 1 && !isItem; above--) {
    const found = keyOf(lineText(source, above));
    if (!found || found.indent > indent) continue;
    if (found.indent < indent) break;
    keys.push(found.key);
    if (found.isItem) break;
  }
  for (let below = line + 1; below <= last; below++) {
    const found = keyOf(lineText(source, below));
    if (!found || found.indent > indent) continue;
    if (found.indent < indent || found.isItem) break;
    keys.push(found.key);
  }
  return keys;
}
