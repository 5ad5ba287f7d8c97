import { type Phrase, type PhraseFinder, phraseFinder } from './phrases.ts';
import { remembered } from './remember.ts';
import { without } from './stretch.ts';
import type { Material, Wording } from './wording.ts';
import { latin } from './words.ts';

type List = Exclude<keyof Wording['retention-unclear'], 'materials'>;

/** The words of a list, each with what finds it, and the materials with the general one, footage, last. */
export interface Finders extends Readonly<Record<List, PhraseFinder>> {
  readonly materials: readonly Material[];
  /** Every place where a text names one of them. */
  readonly materialsIn: (text: string) => readonly Named[];
}

interface Named extends Phrase {
  readonly material: Material;
}

/** “Footage and plate data” are two things. */
const joins = /[,;]|\b(?:and|but|while|whereas)\b/i;
/** Where a text has none, nothing is named. */
export const letter = new RegExp(`[${latin}]`);

/** Makes the finders of a list of words, once for all documents that share it. */
export function findersOf({ materials, ...lists }: Wording['retention-unclear']): Finders {
  const named = materials.map((material) => [material, phraseFinder(material.words)] as const);
  return {
    about: phraseFinder(lists.about),
    keeping: phraseFinder(lists.keeping),
    apart: phraseFinder(lists.apart),
    'asked-for': phraseFinder(lists['asked-for']),
    parts: phraseFinder(lists.parts),
    moments: phraseFinder(lists.moments),
    whole: phraseFinder(lists.whole),
    rest: phraseFinder(lists.rest),
    unnamed: phraseFinder(lists.unnamed),
    materials,
    // The parts of a sentence are asked about several times each.
    materialsIn: remembered((text) =>
      named.flatMap(([material, find]) => find(text).map((phrase) => ({ ...phrase, material }))),
    ),
  };
}

/** No title that a person reads is longer, and no pair of phrases in one takes long to compare. */
export const longestTitle = 300;

/** The material that a text names and nothing else: “CCTV footage”, “Body-worn video”. */
export function materialNamed(finders: Finders, text: string): Material | undefined {
  return text.length > longestTitle || namesAnother(finders, text)
    ? undefined
    : nearestMaterial(finders, text, text.length);
}

/**
 * The material that is named last before a place, else first behind it. The general one at the end of the list, footage,
 * gives way to another in the same breath: “footage from body-worn video” is one thing, “plate data and footage” are two.
 */
export function nearestMaterial(finders: Finders, text: string, at: number): Material | undefined {
  const named = finders.materialsIn(text);
  const before = named.filter(({ to }) => to <= at).sort((a, b) => b.to - a.to);
  const behind = named.filter(({ from }) => from >= at).sort((a, b) => a.from - b.from);
  const [first, ...others] = before.length > 0 ? before : behind;
  const general = finders.materials.at(-1);
  if (!first || first.material !== general) return first?.material;
  const between = (one: Named) => text.slice(Math.min(one.to, first.to), Math.max(one.from, first.from));
  return (others.find((one) => one.material !== general && !joins.test(between(one))) ?? first).material;
}

/** The one material that a text names; below “Body-worn video” recordings are those of the cameras. */
export function onlyMaterial(finders: Finders, text: string): Material | undefined {
  const named = finders.materialsIn(text.slice(0, longestTitle));
  // The “video” of “body-worn video” is no other.
  const apart = named.filter(
    (one) => !named.some(({ from, to }) => from <= one.from && one.to <= to && to - from > one.to - one.from),
  );
  const [one, ...others] = new Set(apart.map(({ material }) => material));
  return others.length === 0 ? one : undefined;
}

/** Whether a text names something else than material: it has more than materials, words of keeping and words that name nothing. */
export function namesAnother(finders: Finders, text: string): boolean {
  const known = [finders.materialsIn(text), finders.keeping(text), finders.unnamed(text)];
  return letter.test(known.reduce(without, text));
}

/** Whether a text has one of some phrases. */
export function has(find: PhraseFinder, text: string): boolean {
  return find(text).length > 0;
}
