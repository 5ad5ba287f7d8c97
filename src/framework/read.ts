import { validate } from 'built:framework.schema.json';
import metaSchema from '#schemas/framework.schema.json' with { type: 'json' };
import { isObject, type JsonObject, pointerOf, segmentsOf, valueAt } from '../data/json.ts';
import { type DataNode, type Problem, toJson } from '../data/node.ts';
import { didYouMean } from '../text/nearest.ts';
import { comparableTitle } from '../text/title.ts';
import { buildFramework, compiledFramework } from './build.ts';
import type { CompiledFramework } from './compiled.ts';
import { dataProblems, problemAt } from './data-problems.ts';
import { sectionsOf } from './flatten.ts';
import { allRequirements, type Framework, type Requirement } from './framework.ts';
import { referenceProblems } from './references.ts';
import { type Facet, facetsOf, propertiesOf, type SchemaSet } from './schema-set.ts';
import { reservedIds, schemaSetWith } from './schemas.ts';
import { validatorOf } from './violations.ts';

/** A framework file as it was read: usable, and to be had as data that can be kept, or with everything that is wrong with it. */
export type ReadFramework =
  | {
      readonly state: 'valid';
      readonly framework: Framework;
      readonly compiled: () => CompiledFramework | undefined;
    }
  | { readonly state: 'invalid'; readonly problems: readonly Problem[] };

/** A framework file whose form is right: a schema with an id of its own, or what is wrong with it. */
export type ReadSchema =
  | { readonly state: 'valid'; readonly schema: JsonObject }
  | { readonly state: 'invalid'; readonly problems: readonly Problem[] };

const validateForm = validatorOf(validate, metaSchema.$id);

/** Reads the form of a framework file, before it is known what it refers to. */
export function readSchema(root: DataNode): ReadSchema {
  const invalid = (problems: readonly Problem[]) => ({ state: 'invalid', problems }) as const;
  const value = toJson(root);
  if (!isObject(value)) {
    const help = 'Start from “sla framework schema surveillance-camera”.';
    return invalid([problemAt(root, '', 'A framework is a group of keys', help)]);
  }
  const shape = dataProblems(root, validateForm(value), knownKeywords());
  if (shape.length > 0) return invalid(shape);
  if (reservedIds.includes(String(value.$id))) {
    const text = `The id “${value.$id}” is that of a shipped schema`;
    return invalid([problemAt(root, '/$id', text, 'Give the framework an id of its own.')]);
  }
  return { state: 'valid', schema: value };
}

/**
 * Makes a framework of a user's schema. `name` is the one by which documents know it, `others` are the schemas in files
 * beside it that it refers to, by their ids.
 */
export function readFramework(
  name: string,
  root: DataNode,
  value: JsonObject,
  others: readonly JsonObject[] = [],
): ReadFramework {
  const invalid = (problems: readonly Problem[]) => ({ state: 'invalid', problems }) as const;
  const set = schemaSetWith(...others, value);
  const references = referenceProblems(root, value, set);
  if (references.length > 0) return invalid(references);
  const wrong = requirementProblems(root, value, set);
  try {
    const framework = buildFramework(name, value, set);
    if (wrong.length > 0) return invalid(wrong);
    return { state: 'valid', framework, compiled: () => compiledFramework(name, value, set) };
  } catch (error) {
    // What only ajv sees, such as a type that fits no keyword.
    const text = `The schema cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    return invalid([...wrong, problemAt(root, '', text, 'See JSON Schema, draft 2020-12.')]);
  }
}

function knownKeywords(): string[] {
  const properties = (schema: unknown) =>
    isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
  const definitions = isObject(metaSchema.$defs) ? Object.values(metaSchema.$defs) : [];
  return [...new Set([metaSchema, ...definitions].flatMap(properties))];
}

/** What a framework asks for but does not describe, and names that two of its parts share. */
function requirementProblems(root: DataNode, schema: JsonObject, set: SchemaSet): Problem[] {
  const facets = facetsOf(set, { schema, base: String(schema.$id), when: [] });
  const sections = sectionsOf(set, facets);
  if (sections.length === 0) {
    const help = 'Add “properties: { sections: … }”, or refer to a framework that has them.';
    return [problemAt(root, '', 'The framework describes no section', help)];
  }
  const siblings = [sections, ...allRequirements(sections).map((one) => one.children)];
  return [...siblings.flatMap((level) => nameClashes(root, level)), ...undescribed(root, schema, set, '', facets)];
}

/**
 * `required` and `recommended`, wherever the file has them, also in the branches of its conditions, may only name what is
 * described there or in what it extends.
 */
function undescribed(
  root: DataNode,
  schema: JsonObject,
  set: SchemaSet,
  pointer: string,
  facets: readonly Facet[],
): Problem[] {
  const own = valueAt(schema, segmentsOf(pointer));
  if (!isObject(own)) return [];
  const described = propertiesOf(set, facets);
  const found = ['required', 'recommended'].flatMap((key) => {
    const names = own[key];
    return (Array.isArray(names) ? names : []).flatMap((name, index) => {
      if (described.has(String(name))) return [];
      const help = didYouMean(String(name), [...described.keys()]) ?? 'Describe it under “properties”.';
      return [problemAt(root, `${pointer}/${key}/${index}`, `“${name}” is asked for but not described`, help)];
    });
  });
  const inner = [...described].flatMap(([key, below]) =>
    undescribed(root, schema, set, `${pointer}/properties${pointerOf(key)}`, below),
  );
  const every = Array.isArray(own.allOf) ? own.allOf.map((_one, index) => `/allOf/${index}`) : [];
  const branches = [...every, '/then', '/else'].flatMap((branch) =>
    undescribed(root, schema, set, pointer + branch, facets),
  );
  return [...found, ...inner, ...branches];
}

function nameClashes(root: DataNode, siblings: readonly Requirement[]): Problem[] {
  const owner = new Map<string, Requirement>();
  return siblings.flatMap((one) =>
    one.names.flatMap((name) => {
      const other = owner.get(name);
      if (!other) owner.set(name, one);
      if (!other || other === one) return [];
      const pointer = `/properties/sections/properties/${one.path.split('/').join('/properties/')}`;
      const wording = [one.title, ...one.aliases].find((each) => comparableTitle(each) === name) ?? name;
      return [
        problemAt(
          root,
          pointer,
          `“${one.title}” and “${other.title}” both answer to “${wording}”`,
          'Take the name from one of them.',
        ),
      ];
    }),
  );
}
