import { type JsonObject, pointerOf, segmentsOf, valueAt } from '../data/json.ts';
import type { DataNode, Problem } from '../data/node.ts';
import { problemAt } from './data-problems.ts';
import { refsIn, resolveRef, type SchemaSet } from './schema-set.ts';

/** References that lead nowhere, and those that lead back to themselves. */
export function referenceProblems(root: DataNode, schema: JsonObject, set: SchemaSet): Problem[] {
  const id = String(schema.$id);
  return referencesOf(root, '').flatMap((pointer) => {
    // As the schema has it: a file beside it is known there by its id.
    const ref = String(valueAt(schema, segmentsOf(pointer)));
    const target = resolveRef(set, ref, id);
    if (!target) {
      const help = `Refer to one of ${[...set.keys()].filter((key) => key !== id).join(', ')}, or to #/$defs/… in this file.`;
      return [problemAt(root, pointer, `“${ref}” points to nothing`, help)];
    }
    return leadsBack(set, id, ref)
      ? [problemAt(root, pointer, `“${ref}” leads back to itself`, 'Break the circle.')]
      : [];
  });
}

/** The pointers of every `$ref`. */
function referencesOf(node: DataNode, pointer: string): string[] {
  if (node.kind === 'list') return node.items.flatMap((item, index) => referencesOf(item, pointer + pointerOf(index)));
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(({ key, value }) => {
    const below = pointer + pointerOf(key);
    const own = key === '$ref' && value.kind === 'scalar' && typeof value.value === 'string' ? [below] : [];
    return [...own, ...referencesOf(value, below)];
  });
}

/** Whether following references from here, wherever they stand in the schemas on the way, comes round again. */
function leadsBack(set: SchemaSet, base: string, start: string): boolean {
  const key = (ref: string, from: string) => (ref.startsWith('#') ? from + ref : ref);
  const first = key(start, base);
  const seen = new Set<string>();
  const open = [first];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const target = resolveRef(set, next, base);
    if (!target || seen.has(next)) continue;
    seen.add(next);
    for (const ref of refsIn(target.schema)) {
      const other = key(ref, target.base);
      if (other === first) return true;
      open.push(other);
    }
  }
  return false;
}
