import type { Json, JsonObject } from '../data/json.ts';
import { isObject, segmentsOf, valueAt } from '../data/json.ts';
import { allRequirements, type Framework, type Requirement } from '../framework/framework.ts';

/** A requirement that a draft gets a heading for. */
export interface Planned {
  readonly requirement: Requirement;
  readonly children: readonly Planned[];
  /** What is worth having there too, and gets no heading. */
  readonly recommended: readonly Requirement[];
  /** Whether it may stay blank, like a line for a signature or a question that does not apply. */
  readonly mayBeBlank: boolean;
}

/**
 * What a draft must hold, given its front matter: the schema itself is asked. An empty model is held against it, what it
 * misses is put in as an unfinished value, and so on until it misses nothing. `also` is the path of a requirement to
 * put in whether or not it is asked for.
 */
export function planOf(
  framework: Framework,
  frontMatter: JsonObject,
  omitted: JsonObject,
  also?: string,
): readonly Planned[] {
  const left = Object.fromEntries(Object.keys(omitted).map((id) => [id, null]));
  const empty: JsonObject = { 'front-matter': frontMatter, omitted, sections: left };
  let model = also === undefined ? empty : withValue(empty, ['sections', ...also.split('/')]);
  for (;;) {
    const missing = framework
      .validate(model)
      .filter((one) => one.keyword === 'required' && one.pointer.startsWith('/sections'));
    const wanted = missing.filter((one) => !one.recommended);
    if (wanted.length === 0) {
      const worth = missing.map((one) => segmentsOf(`${one.pointer}/${one.property}`).slice(1).join('/'));
      const blank = blankPaths(framework, model);
      return plannedOf(framework.sections, valueAt(model, ['sections']), new Set(worth), blank);
    }
    for (const one of wanted) model = withValue(model, [...segmentsOf(one.pointer), one.property ?? '']);
  }
}

const unfinished: JsonObject = { text: '', words: 1, placeholder: true };

/** A section starts empty, a component as an unfinished value. */
function withValue(model: JsonObject, path: readonly string[]): JsonObject {
  const put = (value: Json | undefined, [key = '', ...rest]: readonly string[]): JsonObject => {
    const own = isObject(value) ? value : {};
    if (rest.length === 0) return { ...own, [key]: path.length <= 2 ? {} : unfinished };
    return { ...own, [key]: put(own[key], rest) };
  };
  return put(model, path);
}

/** The components that the schema accepts without a word: all are held against it blank, and what it refuses is taken out. */
function blankPaths(framework: Framework, model: JsonObject): Set<string> {
  const emptied = (value: Json | undefined): Json => {
    if (!isObject(value)) return value ?? null;
    if (value.placeholder === true) return { text: '', words: 0, rows: [] };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
  };
  const refused = framework
    .validate({ ...model, sections: emptied(model.sections) })
    .map((one) => segmentsOf(one.pointer).slice(1, 3).join('/'));
  const paths = allRequirements(framework.sections).map(({ path }) => path);
  return new Set(paths.filter((path) => path.includes('/') && !refused.includes(path)));
}

function plannedOf(
  requirements: readonly Requirement[],
  value: Json | undefined,
  worth: ReadonlySet<string>,
  blank: ReadonlySet<string>,
): Planned[] {
  return requirements.flatMap((requirement): Planned[] => {
    const own = isObject(value) ? value[requirement.id] : undefined;
    if (!isObject(own)) return [];
    const recommended = requirement.children.filter((child) => worth.has(child.path));
    return [
      {
        requirement,
        children: plannedOf(requirement.children, own, worth, blank),
        recommended,
        mayBeBlank: blank.has(requirement.path),
      },
    ];
  });
}
