import { type Json, type JsonObject, pointerOf } from '../data/json.ts';

/** When a part of a framework is asked for. */
export type Asked =
  | { readonly kind: 'required' }
  | { readonly kind: 'recommended' }
  /** Known, and asked for by nothing. */
  | { readonly kind: 'optional' }
  /** In words, such as "the surveillance includes ANPR"; any one of them is enough. */
  | { readonly kind: 'conditional'; readonly when: readonly string[] };

/** A section, a component of one, or a part of a component. */
export interface Requirement {
  /** The key in the schema, such as `retention`. */
  readonly id: string;
  /** The keys from the section down, such as `information-sharing/retention`. */
  readonly path: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Title and aliases in the form in which titles are compared. */
  readonly names: readonly string[];
  readonly description: string;
  readonly why: string;
  readonly prompt: string;
  readonly principles: readonly number[];
  readonly source: string | undefined;
  /** `published`: by the authority that `source` names; `proposal`: the framework's own. */
  readonly basis: string | undefined;
  readonly asked: Asked;
  /** Whether it may be left out with a recorded reason. */
  readonly omittable: boolean;
  /** What its content is read as. */
  readonly reads: Reads;
  /** Of a section: the words with which its heading starts, such as `Principle 3`. */
  readonly label: string | undefined;
  /** Of a section: it needs no heading; it is what stands before the first section that has one. */
  readonly preamble: boolean;
  /** Of a component: the number by which it is recognised, as the questions of a form are. */
  readonly number: number | undefined;
  /** Of a closed question: the answers that it offers. */
  readonly options: readonly string[];
  /** Of a closed question: a "yes" wants words too. */
  readonly detail: boolean;
  /** Of an action plan: the id of the question beside it whose "yes" makes it necessary. */
  readonly follows: string | undefined;
  /** The role whose holder the content names, such as `senior-responsible-officer`. */
  readonly role: string | undefined;
  /** Of a table: its columns, and the rows that a draft starts with. */
  readonly columns: readonly Column[];
  readonly rows: readonly JsonObject[];
  /** JSON Pointer of the key of the front matter that states the same fact. */
  readonly states: string | undefined;
  readonly children: readonly Requirement[];
}

/** What the content of a component or of a cell can be read as; `values.yaml` says what each gives. */
export const readings = [
  'prose',
  'duration',
  'deadline',
  'period',
  'count',
  'percentage',
  'money',
  'date',
  'signature',
  'answer',
  'choice',
  'table',
  'actions',
] as const;
export type Reads = (typeof readings)[number];

/** A column of a table, by the key that its cells have in a row. */
export interface Column {
  readonly id: string;
  readonly title: string;
  /** Title, aliases and id in the form in which titles are compared. */
  readonly names: readonly string[];
  readonly description: string;
  readonly prompt: string;
}

/** A key of the front matter. */
export interface Field {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** Whether it must be there whatever else the front matter says. */
  readonly required: boolean;
  /** Whether it is asked for at all, if only as a recommendation or under a condition. */
  readonly wanted: boolean;
  /** Labels under which the text of a document states the same fact. */
  readonly aliases: readonly string[];
  readonly types: readonly string[];
  readonly format: string | undefined;
  readonly values: readonly string[];
  readonly examples: readonly unknown[];
  /** What holds when the front matter is silent. */
  readonly fallback: string | undefined;
  readonly roles: readonly string[];
  /** The keys of a map, or of the maps in a list. */
  readonly fields: readonly Field[];
  /** The values of a list. */
  readonly items: Field | undefined;
}

/** A requirement as it is named to a reader: a question with its number. */
export function titleOf({ title, number }: Requirement): string {
  return number === undefined ? title : `${number}. ${title}`;
}

/** The heading of a section without its number: `Principle 3: Openness`. */
export function headingOf({ title, label }: Requirement): string {
  return label === undefined ? title : `${label}: ${title}`;
}

/** Something in a model that the framework's schema does not accept. */
export interface Violation {
  /** The JSON Schema keyword that was not met. */
  readonly keyword: string;
  /** JSON Pointer of the value that is wrong, or that lacks something. */
  readonly pointer: string;
  /** The property that is missing or not allowed. */
  readonly property: string | undefined;
  /** Whether only `recommended` asks for it: then the model is still valid. */
  readonly recommended: boolean;
  /** Where the schema says so. */
  readonly schema: string;
  /** What the keyword allows: a number, a type, the values of an enum, a format's name. */
  readonly allowed: readonly (string | number)[];
}

/** Holds a value against a schema. One lack is one violation. */
export type Validate = (value: Json) => readonly Violation[];

/** The pointer of what a violation is about: the missing or surplus property where there is one. */
export function subjectOf(violation: Violation): string {
  return violation.property === undefined ? violation.pointer : violation.pointer + pointerOf(violation.property);
}

/** What a document must contain, as plain data. */
export interface FrameworkData {
  /** The `$id` of its schema. */
  readonly id: string;
  /** The name by which a document declares it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly edition: string | undefined;
  readonly source: string | undefined;
  /** Whether the document is a form: then only the answers are the authors' own words. */
  readonly form: boolean;
  /** The sections, in order. */
  readonly sections: readonly Requirement[];
  readonly frontMatter: Field;
  /** The names of the keys on which its conditions rest; undefined where they may rest on any. */
  readonly decisive: readonly string[] | undefined;
}

/** What a document must contain, and what holds a model against it. */
export interface Framework extends FrameworkData {
  /** One self-contained JSON Schema, with every schema it refers to in `$defs`. */
  readonly bundle: () => Promise<JsonObject>;
  readonly validate: Validate;
}

/** Every requirement below the given ones, parents before their children. */
export function allRequirements(requirements: readonly Requirement[]): Requirement[] {
  return requirements.flatMap((one) => [one, ...allRequirements(one.children)]);
}

/** The requirement at a path such as `information-sharing/retention`. */
export function findRequirement({ sections }: Framework, path: string): Requirement | undefined {
  return atPath(sections, path, ({ id }) => id);
}

/** What stands at such a path in any tree that is laid out as a framework is. */
export function atPath<T extends { readonly children: readonly T[] }>(
  roots: readonly T[],
  path: string,
  idOf: (one: T) => string,
): T | undefined {
  let level = roots;
  let found: T | undefined;
  for (const id of path.split('/')) {
    found = level.find((one) => idOf(one) === id);
    if (!found) return undefined;
    level = found.children;
  }
  return found;
}

/** The field of a map with a key; the front matter as a whole is such a map. */
export function fieldNamed(map: Field | undefined, key: string): Field | undefined {
  return map?.fields.find((one) => one.key === key);
}

/** The field at a path of keys of the front matter; lists are stepped into without an index. */
export function fieldAt({ frontMatter }: FrameworkData, path: readonly string[]): Field | undefined {
  let field: Field | undefined = frontMatter;
  for (const key of path) field = fieldNamed(innermost(field), key);
  return field;
}

/** What stands in a list, or in the lists of a list; any other field itself. */
export function innermost(field: Field | undefined): Field | undefined {
  return field?.items ? innermost(field.items) : field;
}
