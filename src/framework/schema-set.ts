import { isObject, type Json, type JsonObject, segmentsOf, valueAt } from '../data/json.ts';

/** The schemas that may refer to each other, by `$id`. */
export type SchemaSet = ReadonlyMap<string, JsonObject>;

/** Schemas by their `$id`. */
export function schemaSetOf(schemas: readonly JsonObject[]): SchemaSet {
  return new Map(schemas.map((one) => [idOf(one), one]));
}

export function idOf(schema: JsonObject): string {
  return typeof schema.$id === 'string' ? schema.$id : '';
}

/** A schema and the `$id` of the file it stands in. */
export interface Placed {
  readonly schema: JsonObject;
  readonly base: string;
}

/** What a `$ref` points to: `sla:values#/$defs/prose`, `sla:values`, `#/$defs/own`. */
export function resolveRef(set: SchemaSet, ref: string, base: string): Placed | undefined {
  const [file = '', pointer = ''] = ref.split('#');
  const id = file === '' ? base : file;
  const target = valueAt(set.get(id), segmentsOf(pointer));
  return isObject(target) ? { schema: target, base: id } : undefined;
}

/** A schema as it counts together with all it refers to; `when` names the conditions under which it counts. */
export interface Facet extends Placed {
  readonly when: readonly string[];
}

/**
 * The schemas that hold for one place: those referred to come first, then the schema's own keywords, then `allOf` and
 * the branches of conditions. A reference that leads back to itself is not followed twice.
 */
export function facetsOf(set: SchemaSet, facet: Facet, seen: readonly JsonObject[] = []): Facet[] {
  const { schema, base, when } = facet;
  if (seen.includes(schema)) return [];
  const known = [...seen, schema];
  const follow = (next: Placed | undefined, conditions = when) =>
    next ? facetsOf(set, { ...next, when: conditions }, known) : [];
  const inner = (key: string) => (isObject(schema[key]) ? { schema: schema[key], base } : undefined);
  const condition = inner('if');
  const title = condition ? conditionTitle(set, condition) : '';
  const every = Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
  return [
    ...(typeof schema.$ref === 'string' ? follow(resolveRef(set, schema.$ref, base)) : []),
    facet,
    ...every.flatMap((one) => follow({ schema: one, base })),
    ...follow(inner('then'), [...when, title]),
    ...follow(inner('else'), [...when, `not the case that ${title}`]),
  ];
}

function conditionTitle(set: SchemaSet, condition: Placed): string {
  const target =
    typeof condition.schema.$ref === 'string'
      ? (resolveRef(set, condition.schema.$ref, condition.base) ?? condition)
      : condition;
  return typeof target.schema.title === 'string' ? target.schema.title : 'its condition holds';
}

/** The facets of a property below the given facets, in the order in which the properties were first named. */
export function propertiesOf(set: SchemaSet, facets: readonly Facet[]): Map<string, Facet[]> {
  const found = new Map<string, Facet[]>();
  for (const facet of facets) {
    if (!isObject(facet.schema.properties)) continue;
    for (const [key, schema] of Object.entries(facet.schema.properties)) {
      if (!isObject(schema)) continue;
      const below = facetsOf(set, { schema, base: facet.base, when: facet.when });
      found.set(key, [...(found.get(key) ?? []), ...below]);
    }
  }
  return found;
}

/** Every `$ref` in a schema, wherever it stands. */
export function refsIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (!isObject(value)) return [];
  const own = typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

/** A schema with the file of each reference put through `rename`: `./base.yaml#/$defs/x` becomes `sla:base#/$defs/x`. */
export function withRefs(value: Json, rename: (file: string) => string): Json {
  if (Array.isArray(value)) return value.map((one) => withRefs(one, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, withRefs(inner, rename)];
      const [file = '', ...pointer] = inner.split('#');
      return [key, [file === '' ? '' : rename(file), ...pointer].join('#')];
    }),
  );
}

/** The other schemas that a schema refers to, directly or through one of them. */
export function referredTo(set: SchemaSet, schema: JsonObject): JsonObject[] {
  const found = new Set([schema]);
  for (const one of found) {
    for (const ref of refsIn(one)) {
      const other = set.get(ref.split('#')[0] ?? '');
      if (other) found.add(other);
    }
  }
  return [...found].slice(1);
}

/** A compound schema document: the others are embedded in `$defs`, each with its own `$id`. */
export function bundleOf(schema: JsonObject, set: SchemaSet): JsonObject {
  const embedded = referredTo(set, schema).map((other) => [idOf(other).replace(/^sla:/, ''), other] as const);
  const own = isObject(schema.$defs) ? schema.$defs : {};
  return { ...schema, $defs: { ...own, ...Object.fromEntries(embedded) } };
}
