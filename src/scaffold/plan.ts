import type { Json, JsonObject } from '../data/json.ts';
import { isObject, segmentsOf } from '../data/json.ts';
import type { Framework, Requirement } from '../framework/framework.ts';
import { oncePer } from '../text/remember.ts';

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
 * What a draft must hold, given its front matter: the schema itself is asked. What is asked for whatever the front matter
 * says is held against it, what it misses is put in as an unfinished value, and so on until it misses nothing. `also` is
 * the path of a requirement to put in whether or not it is asked for.
 */
export function planOf(
  framework: Framework,
  frontMatter: JsonObject,
  omitted: JsonObject,
  also?: string,
): readonly Planned[] {
  const left = Object.fromEntries(Object.keys(omitted).map((id) => [id, null]));
  const sections = { ...alwaysAsked(framework.sections), ...left };
  const start: JsonObject = { 'front-matter': frontMatter, omitted, sections };
  let model = also === undefined ? start : withValue(start, ['sections', ...also.split('/')]);
  for (;;) {
    const missing = framework
      .validate(model)
      .filter((one) => one.keyword === 'required' && one.pointer.startsWith('/sections'));
    const wanted = missing.filter((one) => !one.recommended);
    if (wanted.length === 0) {
      const worth = new Set(missing.map((one) => segmentsOf(`${one.pointer}/${one.property}`).slice(1).join('/')));
      const refused = refusedBlank(framework, model);
      return plannedOf(framework.sections, model.sections, worth, refused);
    }
    for (const one of wanted) model = withValue(model, [...segmentsOf(one.pointer), one.property ?? '']);
  }
}

const unfinished: JsonObject = { text: '', words: 1, placeholder: true };

/** The sections that are required under no condition, with what they require so, as a draft starts. */
const alwaysAsked: (requirements: readonly Requirement[]) => JsonObject = oncePer((requirements) =>
  Object.fromEntries(
    requirements.flatMap(({ id, path, asked, children }) => {
      if (asked.kind !== 'required') return [];
      return [[id, { ...(path.includes('/') && unfinished), ...alwaysAsked(children) }]];
    }),
  ),
);

/** A section starts empty, a component as an unfinished value. */
function withValue(model: JsonObject, path: readonly string[]): JsonObject {
  const put = (value: Json | undefined, [key = '', ...rest]: readonly string[]): JsonObject => {
    const own = isObject(value) ? value : {};
    if (rest.length === 0) return { ...own, [key]: path.length <= 2 ? {} : unfinished };
    return { ...own, [key]: put(own[key], rest) };
  };
  return put(model, path);
}

/** The components that the schema does not accept without a word: all are held against it blank. */
function refusedBlank(framework: Framework, model: JsonObject): ReadonlySet<string> {
  const emptied = (value: Json | undefined): Json => {
    if (!isObject(value)) return value ?? null;
    if (value.placeholder === true) return { text: '', words: 0, rows: [] };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
  };
  const violations = framework.validate({ ...model, sections: emptied(model.sections) });
  const below = violations.filter((one) => one.pointer.startsWith('/sections/'));
  return new Set(below.map((one) => segmentsOf(one.pointer).slice(1, 3).join('/')));
}

function plannedOf(
  requirements: readonly Requirement[],
  value: Json | undefined,
  worth: ReadonlySet<string>,
  refused: ReadonlySet<string>,
): Planned[] {
  return requirements.flatMap((requirement): Planned[] => {
    const own = isObject(value) ? value[requirement.id] : undefined;
    if (!isObject(own)) return [];
    const recommended = requirement.children.filter((child) => worth.has(child.path));
    return [
      {
        requirement,
        children: plannedOf(requirement.children, own, worth, refused),
        recommended,
        mayBeBlank: requirement.path.includes('/') && !refused.has(requirement.path),
      },
    ];
  });
}
