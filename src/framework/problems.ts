import metaSchema from '#schemas/framework.schema.json' with { type: 'json' };
import { isObject, type JsonObject, pointerOf, segmentsOf, valueAt } from '../data/json.ts';
import { type DataNode, type Problem, spanOfPointer, toJson } from '../data/node.ts';
import { nearest } from '../text/nearest.ts';
import { comparableTitle } from '../text/title.ts';
import { compileSchema } from './ajv.ts';
import { referredTo, registryWith } from './build.ts';
import { sectionsOf } from './flatten.ts';
import { allRequirements, type Requirement, subjectOf, type Violation } from './framework.ts';
import { type Facet, facetsOf, propertiesOf, type Registry, resolveRef } from './registry.ts';
import { wordingOf } from './wording.ts';

/** Everything that is wrong with a framework file; empty when it can be used. */
export function frameworkProblems(root: DataNode): Problem[] {
  const value = toJson(root);
  if (!isObject(value)) {
    return [
      problem(
        root,
        '',
        'A framework is a group of keys',
        'Start from “sla framework schema surveillance-camera”.',
      ),
    ];
  }
  const shape = dataProblems(root, compileSchema(metaSchema)(value), knownKeywords());
  if (shape.length > 0) return shape;
  const registry = registryWith(value);
  const references = referenceProblems(root, value, registry);
  if (references.length > 0) return references;
  return [...requirementProblems(root, value, registry), ...compileProblems(root, value, registry)];
}

/** Violations of a data file's schema, as problems with their place. `known` are the keys to suggest for a wrong one. */
export function dataProblems(
  root: DataNode,
  violations: readonly Violation[],
  known: readonly string[],
): Problem[] {
  const whole = toJson(root);
  return violations.map((violation) => {
    const segments = segmentsOf(violation.pointer);
    const last = segments.at(-1);
    const subject =
      last === undefined ? 'The file' : /^\d+$/.test(last) ? 'This entry' : `“${last}”`;
    const { text, help } = wordingOf(violation, subject, valueAt(whole, segments), known);
    const pointer = violation.keyword === 'required' ? violation.pointer : subjectOf(violation);
    return problem(root, pointer, text, help, violation.property === undefined ? 'value' : 'key');
  });
}

function problem(
  root: DataNode,
  pointer: string,
  text: string,
  help: string,
  want: 'value' | 'key' = 'value',
): Problem {
  return { at: spanOfPointer(root, pointer, want), text, help, pointer };
}

function knownKeywords(): string[] {
  const properties = (schema: unknown) =>
    isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
  const definitions = isObject(metaSchema.$defs) ? Object.values(metaSchema.$defs) : [];
  return [...new Set([metaSchema, ...definitions].flatMap(properties))];
}

/** References that lead nowhere, and those that lead back to themselves. */
function referenceProblems(root: DataNode, schema: JsonObject, registry: Registry): Problem[] {
  const id = String(schema.$id);
  return referencesOf(root, '').flatMap(({ pointer, ref }) => {
    const target = resolveRef(registry, ref, id);
    if (!target) {
      const help = `Refer to one of ${[...registry.keys()].filter((key) => key !== id).join(', ')}, or to #/$defs/… in this file.`;
      return [problem(root, pointer, `“${ref}” points to nothing`, help)];
    }
    return leadsBack(registry, id, ref)
      ? [problem(root, pointer, `“${ref}” leads back to itself`, 'Break the circle.')]
      : [];
  });
}

function referencesOf(node: DataNode, pointer: string): { pointer: string; ref: string }[] {
  if (node.kind === 'list')
    return node.items.flatMap((item, index) => referencesOf(item, pointer + pointerOf(index)));
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(({ key, value }) => {
    const below = pointer + pointerOf(key);
    const own =
      key === '$ref' && value.kind === 'scalar' && typeof value.value === 'string'
        ? [{ pointer: below, ref: value.value }]
        : [];
    return [...own, ...referencesOf(value, below)];
  });
}

/** Whether following references from here, wherever they stand in the schemas on the way, comes round again. */
function leadsBack(registry: Registry, base: string, start: string): boolean {
  const key = (ref: string, from: string) => (ref.startsWith('#') ? from + ref : ref);
  const first = key(start, base);
  const seen = new Set<string>();
  const open = [first];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const target = resolveRef(registry, next, base);
    if (!target || seen.has(next)) continue;
    seen.add(next);
    for (const ref of refsBelow(target.schema)) {
      const other = key(ref, target.base);
      if (other === first) return true;
      open.push(other);
    }
  }
  return false;
}

function refsBelow(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsBelow);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsBelow(inner),
  );
}

/** What a framework asks for but does not describe, and names that two of its parts share. */
function requirementProblems(root: DataNode, schema: JsonObject, registry: Registry): Problem[] {
  const facets = facetsOf(registry, { schema, base: String(schema.$id), when: [] });
  const sections = sectionsOf(registry, facets);
  if (sections.length === 0) {
    const help = 'Add “properties: { sections: … }”, or refer to a framework that has them.';
    return [problem(root, '', 'The framework describes no section', help)];
  }
  const siblings = [sections, ...allRequirements(sections).map((one) => one.children)];
  return [
    ...siblings.flatMap((level) => nameClashes(root, level)),
    ...undescribed(
      root,
      schema,
      registry,
      '/properties/sections',
      propertiesOf(registry, facets).get('sections') ?? [],
    ),
  ];
}

/** `required` and `recommended` in the file's own sections may only name what is described there or in what it extends. */
function undescribed(
  root: DataNode,
  schema: JsonObject,
  registry: Registry,
  pointer: string,
  facets: readonly Facet[],
): Problem[] {
  const own = valueAt(schema, segmentsOf(pointer));
  if (!isObject(own)) return [];
  const described = propertiesOf(registry, facets);
  const found = ['required', 'recommended'].flatMap((key) => {
    const names = own[key];
    return (Array.isArray(names) ? names : []).flatMap((name, index) => {
      if (described.has(String(name))) return [];
      const near = nearest(String(name), [...described.keys()]);
      const help = near ? `Did you mean “${near}”?` : 'Describe it under “properties”.';
      return [
        problem(
          root,
          `${pointer}/${key}/${index}`,
          `“${name}” is asked for but not described`,
          help,
        ),
      ];
    });
  });
  const below = [...described].flatMap(([key, inner]) =>
    undescribed(root, schema, registry, `${pointer}/properties${pointerOf(key)}`, inner),
  );
  return [...found, ...below];
}

function nameClashes(root: DataNode, siblings: readonly Requirement[]): Problem[] {
  const owner = new Map<string, Requirement>();
  return siblings.flatMap((one) =>
    one.names.flatMap((name) => {
      const other = owner.get(name);
      if (!other) owner.set(name, one);
      if (!other || other === one) return [];
      const pointer = `/properties/sections/properties/${one.path.split('/').join('/properties/')}`;
      const wording =
        [one.title, ...one.aliases].find((each) => comparableTitle(each) === name) ?? name;
      return [
        problem(
          root,
          pointer,
          `“${one.title}” and “${other.title}” both answer to “${wording}”`,
          'Take the name from one of them.',
        ),
      ];
    }),
  );
}

/** What only ajv sees, such as a type that fits no keyword. */
function compileProblems(root: DataNode, schema: JsonObject, registry: Registry): Problem[] {
  try {
    compileSchema(schema, referredTo(registry, schema));
    return [];
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return [
      problem(root, '', `The schema cannot be used: ${text}`, 'See JSON Schema, draft 2020-12.'),
    ];
  }
}
