import { isObject, type Json, type JsonObject } from '../data/json.ts';
import { comparableTitle, withoutInnerArticles } from '../text/title.ts';
import { type Asked, type Column, type Field, type Reads, type Requirement, readings } from './framework.ts';
import { type Facet, facetsOf, propertiesOf, type SchemaSet } from './schema-set.ts';

/** The sections of a framework with their components and parts, in order. */
export function sectionsOf(set: SchemaSet, root: readonly Facet[]): Requirement[] {
  const sections = propertiesOf(set, root).get('sections') ?? [];
  return requirementsOf(set, sections, '');
}

/** A property is a requirement exactly when it has a title; the others are values that the binding fills in. */
function requirementsOf(set: SchemaSet, parents: readonly Facet[], path: string): Requirement[] {
  return [...propertiesOf(set, parents)].flatMap(([id, facets]): Requirement[] => {
    const title = text(facets, 'title');
    if (title === undefined) return [];
    const aliases = strings(facets, 'aliases');
    const below = path === '' ? id : `${path}/${id}`;
    const [number] = own(facets, 'number');
    return [
      {
        id,
        path: below,
        title,
        aliases,
        names: [...new Set(namesOf([title, ...aliases]).flatMap((name) => [name, withoutInnerArticles(name)]))],
        description: text(facets, 'description') ?? '',
        why: text(facets, 'why') ?? '',
        prompt: text(facets, 'prompt') ?? title.toLowerCase(),
        principles: own(facets, 'principles').flatMap((value) => (Array.isArray(value) ? value : [])) as number[],
        source: text(facets, 'source'),
        basis: text(facets, 'basis'),
        asked: askedOf(parents, id),
        omittable: types(facets).includes('null'),
        reads: readingOf(facets),
        states: text(facets, 'states'),
        label: text(facets, 'label'),
        preamble: own(facets, 'preamble').includes(true),
        number: typeof number === 'number' ? number : undefined,
        options: listed(own(propertiesOf(set, facets).get('answer') ?? [], 'examples')[0]),
        detail: own(facets, 'detail').includes(true),
        follows: text(facets, 'follows'),
        role: text(facets, 'role'),
        ...tableOf(set, facets),
        children: requirementsOf(set, facets, below),
      },
    ];
  });
}

function readingOf(facets: readonly Facet[]): Reads {
  const named = text(facets, 'reads');
  return readings.find((one) => one === named) ?? 'prose';
}

/** Titles as they are compared. Of “Article 6” nothing is left then, for the number of a heading does not count. */
function namesOf(titles: readonly string[]): string[] {
  return [...new Set(titles.map(comparableTitle))].filter((name) => name !== '');
}

/** The columns of a table are the properties of its rows that have a title. */
function tableOf(set: SchemaSet, facets: readonly Facet[]): Pick<Requirement, 'columns' | 'rows'> {
  const rows = propertiesOf(set, facets).get('rows') ?? [];
  const columns = [...propertiesOf(set, itemsOf(set, rows))].flatMap(([id, own]): Column[] => {
    const title = text(own, 'title');
    if (title === undefined) return [];
    const names = namesOf([title, ...strings(own, 'aliases'), id]);
    const prompt = text(own, 'prompt') ?? title.toLowerCase();
    return [{ id, title, names, description: text(own, 'description') ?? '', prompt }];
  });
  const [first] = own(rows, 'default');
  return { columns, rows: Array.isArray(first) ? first.filter((row): row is JsonObject => isObject(row)) : [] };
}

function itemsOf(set: SchemaSet, facets: readonly Facet[]): Facet[] {
  return facets.flatMap(({ schema: { items }, base, when }) =>
    isObject(items) ? facetsOf(set, { schema: items, base, when }) : [],
  );
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
export function frontMatterOf(set: SchemaSet, root: readonly Facet[]): Field {
  return fieldOf(set, 'front-matter', propertiesOf(set, root).get('front-matter') ?? [], root);
}

function fieldOf(set: SchemaSet, key: string, facets: readonly Facet[], parents: readonly Facet[]): Field {
  const items = itemsOf(set, facets);
  return {
    key,
    title: text(facets, 'title') ?? key,
    description: text(facets, 'description') ?? '',
    required: askedOf(parents, key).kind === 'required',
    wanted: askedOf(parents, key).kind !== 'optional',
    aliases: strings(facets, 'aliases'),
    types: types(facets),
    format: text(facets, 'format'),
    values: own(facets, 'enum').flatMap(listed),
    examples: own(facets, 'examples').flatMap((value) => (Array.isArray(value) ? value : [])),
    fallback: text(facets, 'default'),
    roles: strings(facets, 'roles'),
    fields: [...propertiesOf(set, facets)].map(([name, below]) => fieldOf(set, name, below, facets)),
    items: items.length > 0 ? fieldOf(set, key, items, []) : undefined,
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
