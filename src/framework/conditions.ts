import { isObject, type Json, type JsonObject } from '../data/json.ts';
import { idOf, type Placed, referredTo, resolveRef, type SchemaSet } from './schema-set.ts';

/** What says something of a value itself; none of it looks at properties that it does not name. */
const ofValues = new Set([
  ...['title', 'description', 'type', 'format', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'],
]);
const ofOneSchema = new Set(['not', 'contains', 'items', 'if', 'then', 'else']);
const ofSeveralSchemas = new Set(['allOf', 'anyOf', 'oneOf']);

/**
 * The names of the properties on which the conditions of a framework rest; undefined where they may rest on any. What a
 * framework asks for is the same for all documents that have the same under these names.
 */
export function decisiveNames(set: SchemaSet, schema: JsonObject): readonly string[] | undefined {
  const names = new Set<string>();
  const seen = new Set<JsonObject>();
  const readAll = (values: readonly Json[], base: string) => values.every((one) => read(one, base));
  const read = (value: Json, base: string): boolean => {
    if (!isObject(value) || seen.has(value)) return true;
    seen.add(value);
    return Object.entries(value).every(([keyword, inner]) => {
      if (ofValues.has(keyword)) return true;
      if (ofOneSchema.has(keyword)) return read(inner, base);
      if (ofSeveralSchemas.has(keyword)) return Array.isArray(inner) && readAll(inner, base);
      if (keyword === 'const' || keyword === 'enum')
        return ![inner].flat().some((one) => isObject(one) || Array.isArray(one));
      if (keyword === 'required' || keyword === 'recommended') {
        for (const name of Array.isArray(inner) ? inner : []) names.add(String(name));
        return true;
      }
      if (keyword === 'properties' && isObject(inner)) {
        for (const name of Object.keys(inner)) names.add(name);
        return readAll(Object.values(inner), base);
      }
      const target = keyword === '$ref' && typeof inner === 'string' ? resolveRef(set, inner, base) : undefined;
      return target !== undefined && read(target.schema, target.base);
    });
  };
  const files = [schema, ...referredTo(set, schema)];
  const conditions = files.flatMap((file) => conditionsIn(file, idOf(file)));
  return conditions.every(({ schema: condition, base }) => read(condition, base)) ? [...names].sort() : undefined;
}

function conditionsIn(value: Json, base: string): Placed[] {
  if (Array.isArray(value)) return value.flatMap((one) => conditionsIn(one, base));
  if (!isObject(value)) return [];
  const own = isObject(value.if) ? [{ schema: value.if, base }] : [];
  return [...own, ...Object.values(value).flatMap((one) => conditionsIn(one, base))];
}
