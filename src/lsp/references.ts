import type { DocumentHighlight, Location } from 'vscode-languageserver';
import { namedAt, namesIn } from './names.ts';
import type { Laid } from './readings.ts';

/** Where a party, a term, an annex or the heading of a link is named. */
export function definitionOf({ uri, positions, binding }: Laid, offset: number): Location | undefined {
  const found = namedAt(namesIn(binding), offset);
  return found && { uri, range: positions.range(found.named.at) };
}

/** Where a document speaks of what stands at a place; with its own place where that is wanted. */
export function referencesOf(laid: Laid, offset: number, withDefinition: boolean): Location[] {
  const { uri, positions, binding } = laid;
  const found = namedAt(namesIn(binding), offset);
  if (!found) return [];
  const { at, uses } = found.named;
  const others = uses.filter(({ start }) => start.offset !== at.start.offset);
  const all = (withDefinition ? [at, ...others] : others).sort((a, b) => a.start.offset - b.start.offset);
  return all.map((one) => ({ uri, range: positions.range(one) }));
}

/** The same within the document that is looked at. */
export function highlightsOf(laid: Laid, offset: number): DocumentHighlight[] {
  return referencesOf(laid, offset, true).map(({ range }) => ({ range }));
}
