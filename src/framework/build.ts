import type { Json, JsonObject } from '../data/json.ts';
import { compiledScript, compileSchema } from './ajv.ts';
import type { CompiledFramework } from './compiled.ts';
import { decisiveNames } from './conditions.ts';
import { frontMatterOf, sectionsOf } from './flatten.ts';
import type { Framework, FrameworkData } from './framework.ts';
import { bundleOf, facetsOf, idOf, referredTo, type SchemaSet } from './schema-set.ts';

/** Makes a framework of its schema. A user's goes through `readFramework` first. Throws what ajv says when it cannot be compiled. */
export function buildFramework(name: string, schema: JsonObject, set: SchemaSet): Framework {
  return {
    ...describeFramework(name, schema, set),
    bundle: async () => bundleOf(schema, set),
    validate: compileSchema(schema, referredTo(set, schema)),
  };
}

/** A framework of the user's as plain data, for later runs; undefined where it cannot be kept. */
export function compiledFramework(name: string, schema: JsonObject, set: SchemaSet): CompiledFramework | undefined {
  const code = compiledScript(schema, referredTo(set, schema));
  return code === undefined ? undefined : { data: describeFramework(name, schema, set), code };
}

/** What a schema asks for, in the terms of agreements. */
export function describeFramework(name: string, schema: JsonObject, set: SchemaSet): FrameworkData {
  const root = facetsOf(set, { schema, base: idOf(schema), when: [] });
  return {
    id: idOf(schema),
    name,
    title: textOf(schema.title),
    description: textOf(schema.description),
    edition: typeof schema.edition === 'string' ? schema.edition : undefined,
    source: typeof schema.source === 'string' ? schema.source : undefined,
    form: root.some((facet) => facet.schema.form === true),
    sections: sectionsOf(set, root),
    frontMatter: frontMatterOf(set, root),
    decisive: decisiveNames(set, schema),
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ') : '';
}
