import { type JsonObject, pointerOf } from '../data/json.ts';

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
  /** `seeds`: published by the authority that `source` names; `proposal`: the framework's own. */
  readonly basis: string | undefined;
  readonly asked: Asked;
  /** Whether it may be left out with a recorded reason. */
  readonly omittable: boolean;
  /** What its content is read as. */
  readonly reads: Reads;
  /** JSON Pointer of the key of the front matter that states the same fact. */
  readonly states: string | undefined;
  readonly children: readonly Requirement[];
}

export type Reads = 'prose' | 'duration' | 'period' | 'table';

/** A key of the front matter. */
export interface Field {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** Whether it must be there whatever else the front matter says. */
  readonly required: boolean;
  /** Labels under which the text of a document states the same fact. */
  readonly aliases: readonly string[];
  readonly types: readonly string[];
  readonly format: string | undefined;
  readonly values: readonly string[];
  readonly examples: readonly unknown[];
  readonly roles: readonly string[];
  /** The keys of a map, or of the maps in a list. */
  readonly fields: readonly Field[];
  /** The values of a list. */
  readonly items: Field | undefined;
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

/** The pointer of what a violation is about: the missing or surplus property where there is one. */
export function subjectOf(violation: Violation): string {
  return violation.property === undefined ? violation.pointer : violation.pointer + pointerOf(violation.property);
}

/** What a document must contain. Plain data, but for `validate`. */
export interface Framework {
  /** The name by which a document declares it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly edition: string | undefined;
  readonly source: string | undefined;
  /** The sections, in order. */
  readonly sections: readonly Requirement[];
  readonly frontMatter: Field;
  /** One self-contained JSON Schema, with every schema it refers to in `$defs`. */
  readonly bundle: JsonObject;
  /** Holds a model against the schema. One lack is one violation. */
  readonly validate: (model: JsonObject) => readonly Violation[];
}

/** Every requirement below the given ones, parents before their children. */
export function allRequirements(requirements: readonly Requirement[]): Requirement[] {
  return requirements.flatMap((one) => [one, ...allRequirements(one.children)]);
}

/** The requirement at a path such as `information-sharing/retention`. */
export function findRequirement(framework: Framework, path: string): Requirement | undefined {
  let level = framework.sections;
  let found: Requirement | undefined;
  for (const id of path.split('/')) {
    found = level.find((one) => one.id === id);
    if (!found) return undefined;
    level = found.children;
  }
  return found;
}
