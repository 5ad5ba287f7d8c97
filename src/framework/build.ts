import { isObject, type Json, type JsonObject } from '../data/json.ts';
import { compileSchema } from './ajv.ts';
import { frontMatterOf, sectionsOf } from './flatten.ts';
import type { Framework } from './framework.ts';
import { facetsOf, type Registry, refsIn } from './registry.ts';
import { sharedSchemas, shippedFrameworks } from './shipped.ts';

/** Makes a framework of its schema. A user's goes through `readFramework` first. Throws what ajv says when it cannot be compiled. */
export function buildFramework(name: string, schema: JsonObject, beside: readonly JsonObject[] = []): Framework {
  const registry = registryWith(schema, beside);
  const root = facetsOf(registry, { schema, base: idOf(schema), when: [] });
  const others = referredTo(registry, schema);
  return {
    name,
    title: textOf(schema.title),
    description: textOf(schema.description),
    edition: typeof schema.edition === 'string' ? schema.edition : undefined,
    source: typeof schema.source === 'string' ? schema.source : undefined,
    form: root.some((facet) => facet.schema.form === true),
    sections: sectionsOf(registry, root),
    frontMatter: frontMatterOf(registry, root),
    bundle: bundleOf(schema, others),
    validate: compileSchema(schema, others),
  };
}

/** The ids that a framework of the user's own may not take. */
export const reservedIds = [...sharedSchemas, ...Object.values(shippedFrameworks)].map(idOf);

/** The schema with the shipped ones and those beside it, each under its `$id`. */
export function registryWith(schema: JsonObject, beside: readonly JsonObject[] = []): Registry {
  const known = [...sharedSchemas, ...Object.values(shippedFrameworks), ...beside, schema];
  return new Map(known.map((one) => [idOf(one), one]));
}

function idOf(schema: JsonObject): string {
  return textOf(schema.$id);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ') : '';
}

/** The other schemas that a schema refers to, directly or through one of them. */
function referredTo(registry: Registry, schema: JsonObject): JsonObject[] {
  const found = new Set([schema]);
  for (const one of found) {
    for (const ref of refsIn(one)) {
      const other = registry.get(ref.split('#')[0] ?? '');
      if (other) found.add(other);
    }
  }
  return [...found].slice(1);
}

/** A compound schema document: the others are embedded in `$defs`, each with its own `$id`. */
function bundleOf(schema: JsonObject, others: readonly JsonObject[]): JsonObject {
  const embedded = others.map((other) => [idOf(other).replace(/^sla:/, ''), other] as const);
  const own = isObject(schema.$defs) ? schema.$defs : {};
  return { ...schema, $defs: { ...own, ...Object.fromEntries(embedded) } };
}
