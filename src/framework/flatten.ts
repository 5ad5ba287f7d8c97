import type { Json } from '../data/json.ts';
import { comparableTitle } from '../text/title.ts';
import type { Asked, Field, Reads, Requirement } from './framework.ts';
import { type Facet, facetsOf, propertiesOf, type Registry } from './registry.ts';

/** The sections of a framework with their components and parts, in order. */
export function sectionsOf(registry: Registry, root: readonly Facet[]): Requirement[] {
  const sections = propertiesOf(registry, root).get('sections') ?? [];
  return requirementsOf(registry, sections, '');
}

/** A property is a requirement exactly when it has a title; the others are values that the binding fills in. */
function requirementsOf(registry: Registry, parents: readonly Facet[], path: string): Requirement[] {
  return [...propertiesOf(registry, parents)].flatMap(([id, facets]): Requirement[] => {
    const title = text(facets, 'title');
    if (title === undefined) return [];
    const aliases = strings(facets, 'aliases');
    const below = path === '' ? id : `${path}/${id}`;
    return [
      {
        id,
        path: below,
        title,
        aliases,
        names: [...new Set([title, ...aliases].map(comparableTitle))],
        description: text(facets, 'description') ?? '',
        why: text(facets, 'why') ?? '',
        prompt: text(facets, 'prompt') ?? title.toLowerCase(),
        principles: own(facets, 'principles').flatMap((value) => (Array.isArray(value) ? value : [])) as number[],
        source: text(facets, 'source'),
        basis: text(facets, 'basis'),
        asked: askedOf(parents, id),
        omittable: types(facets).includes('null'),
        reads: (text(facets, 'reads') ?? 'prose') as Reads,
        states: text(facets, 'states'),
        children: requirementsOf(registry, facets, below),
      },
    ];
  });
}

function askedOf(parents: readonly Facet[], id: string): Asked {
  const naming = (key: string) => parents.filter((facet) => listed(facet.schema[key]).includes(id));
  const required = naming('required');
  if (required.some((facet) => facet.when.length === 0)) return { kind: 'required' };
  const when = new Set(required.map((facet) => facet.when.join(' and ')));
  if (when.size > 0) return { kind: 'conditional', when: [...when] };
  return { kind: naming('recommended').length > 0 ? 'recommended' : 'optional' };
}

/** The front matter that a framework expects, as a tree of keys. */
export function frontMatterOf(registry: Registry, root: readonly Facet[]): Field {
  return fieldOf(registry, 'front-matter', propertiesOf(registry, root).get('front-matter') ?? [], root);
}

function fieldOf(registry: Registry, key: string, facets: readonly Facet[], parents: readonly Facet[]): Field {
  const items = facets.flatMap((facet) => {
    const { items: schema } = facet.schema;
    return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
      ? facetsOf(registry, {
          schema: schema as Facet['schema'],
          base: facet.base,
          when: facet.when,
        })
      : [];
  });
  return {
    key,
    title: text(facets, 'title') ?? key,
    description: text(facets, 'description') ?? '',
    required: askedOf(parents, key).kind === 'required',
    aliases: strings(facets, 'aliases'),
    types: types(facets),
    format: text(facets, 'format'),
    values: own(facets, 'enum').flatMap(listed),
    examples: own(facets, 'examples').flatMap((value) => (Array.isArray(value) ? value : [])),
    roles: strings(facets, 'roles'),
    fields: [...propertiesOf(registry, facets)].map(([name, below]) => fieldOf(registry, name, below, facets)),
    items: items.length > 0 ? fieldOf(registry, key, items, []) : undefined,
  };
}

/** The values of an annotation, the nearest schema's first: what refers overrides what it refers to. */
function own(facets: readonly Facet[], key: string): Json[] {
  return [...facets].reverse().flatMap((facet) => {
    const value = facet.schema[key];
    return value === undefined ? [] : [value];
  });
}

function text(facets: readonly Facet[], key: string): string | undefined {
  const value = own(facets, key).find((one) => typeof one === 'string');
  return value?.replace(/\p{Cc}+/gu, ' ');
}

function strings(facets: readonly Facet[], key: string): string[] {
  return own(facets, key).flatMap(listed);
}

function types(facets: readonly Facet[]): string[] {
  const [nearest] = own(facets, 'type');
  return typeof nearest === 'string' ? [nearest] : listed(nearest);
}

function listed(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
