import type { Cue } from './concordance.ts';
import { type Duration, findDuration } from './duration.ts';
import { type PhraseFinder, phraseFinder } from './phrases.ts';
import type { Material, Wording } from './wording.ts';

/** A part of a sentence that says how long one kind of material is kept. */
export interface Kept {
  readonly from: number;
  readonly to: number;
  /** The title of the material. */
  readonly material: string;
  readonly duration: Duration;
}

/** What stands around a sentence. */
export interface KeepingPlace {
  /** The label and the heading or component. */
  readonly context: string;
  /** The keys of the framework's requirements around it; one of them may be the id of a material. */
  readonly ids: readonly string[];
}

export interface KeepingReader {
  /** Whether a heading or label is about something that is kept for reasons of its own. */
  readonly isApart: (text: string) => boolean;
  /** Whether a heading or label is about how long things are kept. */
  readonly isAbout: (text: string) => boolean;
  /** A sentence below another heading that does not answer to it says nothing of that. */
  readonly cue: Cue;
  readonly keptIn: (sentence: string, place: KeepingPlace) => Kept[];
}

interface Finders extends Readonly<Record<'isAbout' | 'isKept' | 'isApart' | 'isPart' | 'isWhole', PhraseFinder>> {
  readonly materials: readonly (readonly [Material, PhraseFinder])[];
}

const exception = /\b(?:unless|except|after which|thereafter)\b/i;
const number =
  /(?:\d[\d,.]{0,8}|\b[A-Za-zÀ-ɏḀ-ỿ-]{1,20})(?:\s*\([^()]{1,30}\))?[\s-]{1,3}(?:(?:working|calendar) )?(?:hour|day|night|week|fortnight|month|year)s?\b/i;
const within = /\bwithin\s+(?:\S{1,20}\s+){1,3}(?:hour|day|week|month|year)s?\b/i;
const deleting = /\b(?:delet|overwr|eras|wipe)\w*\b/i;
/** "14 days for car parks" is the period of a part. */
const ofPart = /\b(?:hour|day|week|fortnight|month|year)s?\)?\s+(?:for|in|on)\s+[A-Za-zÀ-ɏḀ-ỿ]/i;
const joining = /\b(?:and|for|the|is|are|data|after|from)\b/gi;

/** Reads by the words of a list how long material is kept. */
export function keepingReader(words: Wording['retention-unclear']): KeepingReader {
  const finders: Finders = {
    isAbout: phraseFinder(words.about),
    isKept: phraseFinder(words.keeping),
    isApart: phraseFinder(words.apart),
    isPart: phraseFinder(words.parts),
    isWhole: phraseFinder(words.whole),
    materials: words.materials.map((one) => [one, phraseFinder(one.words)] as const),
  };
  const { isAbout, isKept, isApart } = finders;
  return {
    isApart: (text) => isApart(text).length > 0,
    isAbout: (text) => isAbout(text).length > 0,
    cue: isKept.cue,
    keptIn: (sentence, place) => {
      const isKeeping = isAbout(place.context).length > 0;
      const rule = sentence.slice(0, exception.exec(sentence)?.index);
      if ((!isKeeping && isKept(rule).length === 0) || isApart(rule).length > 0) return [];
      return [...rule.matchAll(/[^,;]+/gu)].flatMap(({ 0: clause, index }): Kept[] => {
        const duration = findDuration(clause);
        const before = rule.slice(Math.max(0, index - 200), index + clause.length);
        if (!duration || !isAboutAll(finders, clause, before)) return [];
        const material = materialOf(finders, [clause, before, place.context], isKeeping, place.ids);
        return material ? [{ material, duration, from: index, to: index + clause.trimEnd().length }] : [];
      });
    },
  };
}

/** Whether a clause gives a period of keeping, and for all the material that it names. */
function isAboutAll({ isKept, isPart, isWhole, materials }: Finders, clause: string, before: string): boolean {
  if (isWhole(before).length === 0 && (isPart(before).length > 0 || ofPart.test(clause))) return false;
  if (within.test(clause) && !deleting.test(clause)) return false;
  if (isKept(clause).length > 0) return true;
  const head = clause.slice(0, number.exec(clause)?.index);
  const subject = materials.flatMap(([, find]) => find(head)).reduce((rest, { text }) => rest.replace(text, ''), head);
  return !/[A-Za-zÀ-ɏḀ-ỿ]/u.test(subject.replace(joining, ''));
}

/** The material of a clause: its own, that of the component around it, or the last of the list where nothing is named. */
function materialOf(
  { materials }: Finders,
  texts: readonly string[],
  isKeeping: boolean,
  ids: readonly string[],
): string | undefined {
  const general = materials.at(-1);
  const [spoken] = texts.flatMap((text) => materials.filter(([, find]) => find(text).length > 0).slice(0, 1));
  const around = materials.find(([{ id }]) => ids.includes(id));
  const named = spoken && spoken !== general ? spoken : (around ?? spoken ?? (isKeeping ? general : undefined));
  return named?.[0].title;
}
