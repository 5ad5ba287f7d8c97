import type { Cue } from './concordance.ts';
import { type Duration, findDuration, firstDuration } from './duration.ts';
import {
  type Finders,
  findersOf,
  has,
  letter,
  longestTitle,
  materialNamed,
  namesAnother,
  nearestMaterial,
  onlyMaterial,
} from './materials.ts';
import { type Stretch, without } from './stretch.ts';
import type { Material, Wording } from './wording.ts';
import { latin } from './words.ts';

/** A part of a sentence that says how long one kind of material is kept. */
export interface Kept extends Stretch {
  /** The title of the material. */
  readonly material: string;
  readonly duration: Duration;
  /** Whether it may go earlier: “for a maximum of 28 days”. */
  readonly isMost: boolean;
  /** Whether it is the day on which the material goes: “erased on day 28”. */
  readonly isDay: boolean;
}

/** What stands around a sentence. */
export interface KeepingPlace {
  /** The label and the heading or component. */
  readonly context: string;
  /** The label, unless it is the name of the component: in “Visitors’ book: 12 months” it says what is kept. */
  readonly subject: string;
  /** The keys of the framework's requirements around it; one of them may be the id of a material. */
  readonly ids: readonly string[];
}

/** What stands around a cell of a schedule. */
export interface ScheduleRow {
  /** The first cell of its row, and the heading of its column. */
  readonly name: string;
  readonly column: string;
  readonly heading: string;
}

export interface KeepingReader {
  /** Whether a heading or label is about how long things are kept. */
  readonly isAbout: (text: string) => boolean;
  /** Whether a text states any period. */
  readonly hasPeriod: (text: string) => boolean;
  /** A sentence below another heading that does not answer to it says nothing of that. */
  readonly cue: Cue;
  readonly keptIn: (sentence: string, place: KeepingPlace) => Kept[];
  /** The same for a sentence of a cell. A row that names more than one kind of material says nothing. */
  readonly keptInRow: (sentence: string, row: ScheduleRow) => Kept[];
}

/** A stretch of a sentence with one period at most, and what the sentence says before it. */
interface Clause {
  readonly from: number;
  readonly text: string;
  readonly before: string;
}

const unit = '(?:hour|day|night|week|fortnight|month|year)s?';
/** “31 days”, “31-day”, “thirty-one (31) calendar days”. */
const period = `(?:\\d[\\d,.]{0,8}|\\b[${latin}-]{1,20})(?:\\s*\\([^()]{1,30}\\))?[\\s-]{1,3}(?:(?:working|calendar) )?${unit}\\b`;
const firstPeriod = new RegExp(period, 'i');
const most = new RegExp(
  `\\b(?:(?:an? )?maximum of|no (?:more|longer) than|not (?:more|longer) than|at most)(?= ${period})`,
  'i',
);
const exception = /\b(?:unless|except|after which|thereafter)\b/i;
const deadline = new RegExp(`\\bwithin\\s+(?:\\S{1,20}\\s+){1,3}${unit}\\b`, 'i');
const deleting = /\b(?:delet|overwr|eras|wipe)\w*\b/i;
/** “on day 28”, “on the 28th day” */
const numberedDay = /\b(on|after|by) (?:day (\d{1,3})\b|the (\d{1,3})(?:st|nd|rd|th) day\b(?!\s+of\b))/gi;
/** The same as it is read. */
const turnedDay = /\b(?:on|after|by) {1,5}\d{1,3} {1,3}day\b/i;
/** “14 days for car parks” is the period of a part. */
const forPart = new RegExp(`\\b${unit}\\)?\\s+(?:for|in|on)\\s+[${latin}]`, 'i');
const seam = /[,;]|\s(?:and|but|while|whereas)\s/gi;
/** “The footage” can be what somebody has asked for; “footage” is all of it. */
const pointing = /^\W*(?:the|this|that|these|those|such)\b/i;
/** Reads by the words of a list how long material is kept. */
export function keepingReader(words: Wording['retention-unclear']): KeepingReader {
  const finders = findersOf(words);
  const keptIn = (sentence: string, place: KeepingPlace) => {
    const rule = withDaysAsPeriods(sentence.slice(0, exception.exec(sentence)?.index));
    // Most sentences have no period.
    if (!firstDuration(rule) || !isComparable(finders, rule, place)) return [];
    return clausesOf(finders, rule).flatMap((clause) => keptInClause(finders, clause, place));
  };
  return {
    isAbout: (text) => has(finders.about, text),
    hasPeriod: (text) => firstDuration(text) !== undefined || text.search(numberedDay) >= 0,
    cue: finders.keeping.cue(),
    keptIn,
    keptInRow: (sentence, { name, column, heading }) => {
      const own = materialNamed(finders, name);
      if (!own || column.length > longestTitle) return [];
      if (!has(finders.about, column) && namesAnother(finders, column)) return [];
      // What is kept is in the row, so that the heading does not have to say it.
      const titles = `${column} | ${heading.slice(0, longestTitle)}`;
      const context = without(titles, finders.materialsIn(titles));
      return keptIn(sentence, { context, subject: '', ids: [] }).map((one) =>
        one.material === finders.materials.at(-1)?.title ? { ...one, material: own.title } : one,
      );
    },
  };
}

/** A sentence in which “erased on day 28” is “erased on 28 day”, so that every offset stays what it was. */
function withDaysAsPeriods(text: string): string {
  if (!deleting.test(text)) return text;
  const [one, ...others] = text.matchAll(numberedDay);
  if (!one || others.length > 0) return text;
  const [words, preposition = '', day, ordinal] = one;
  const turned = day ? `${preposition} ${day} day` : `${preposition}     ${ordinal}   day`;
  return text.slice(0, one.index) + turned + text.slice(one.index + words.length);
}

/** Whether a sentence is about keeping, and about nothing that is kept for reasons of its own. */
function isComparable(finders: Finders, rule: string, { context }: KeepingPlace): boolean {
  if (!has(finders.about, context) && !has(finders.keeping, rule)) return false;
  if (has(finders.apart, rule.replace(most, ''))) return false;
  // “90 days for the custody suite and 31 for all other footage”: each of them is right.
  if (has(finders.rest, without(rule, finders.whole(rule)))) return false;
  const reasons = without(context, finders['asked-for'](context));
  if (has(finders.apart, reasons)) return false;
  return reasons === context || isPlain(finders, rule);
}

/** “Images are kept for 28 days.” says the same under any heading. */
function isPlain(finders: Finders, rule: string): boolean {
  const found = firstPeriod.exec(rule);
  if (!found || pointing.test(rule) || letter.test(rule.slice(found.index + found[0].length))) return false;
  const head = rule.slice(0, found.index);
  return finders.materialsIn(head).length > 0 && !namesAnother(finders, head);
}

/**
 * A sentence is cut at each comma, and at “and” where another material follows a period: “Footage is kept for 30 days and
 * body-worn video for 31 days.”
 */
function clausesOf(finders: Finders, rule: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const add = (to: number) => {
    if (to > from)
      clauses.push({ from, text: rule.slice(from, to), before: rule.slice(Math.max(0, from - 200), from) });
  };
  for (const { 0: cut, index } of rule.matchAll(seam)) {
    const isMark = cut.length === 1;
    if (
      !isMark &&
      !partsMaterials(finders, rule.slice(Math.max(from, index - near), index), rule.slice(index + 1, index + near))
    )
      continue;
    add(index);
    from = isMark ? index + 1 : index;
  }
  add(rule.length);
  return clauses;
}

/** In characters: how far around an “and” is looked, so that no sentence takes longer than it is long. */
const near = 300;

function partsMaterials(finders: Finders, before: string, behind: string): boolean {
  const [next = ''] = behind.split(/[,;]/, 1);
  return firstDuration(before) !== undefined && finders.materialsIn(next).length > 0;
}

function keptInClause(finders: Finders, clause: Clause, place: KeepingPlace): Kept[] {
  const { from, text, before } = clause;
  const duration = findDuration(text);
  if (!duration || isOfPart(finders, before + text)) return [];
  if (deadline.test(text) && !deleting.test(text)) return [];
  const material = materialOf(finders, clause, place);
  if (material === undefined) return [];
  const to = from + text.trimEnd().length;
  return [{ material: material.title, duration, from, to, isMost: most.test(text), isDay: turnedDay.test(text) }];
}

/** Whether the period is that of one system or place, and not of all. */
function isOfPart({ whole, parts, moments }: Finders, text: string): boolean {
  return !has(whole, text) && (has(parts, without(text, moments(text))) || forPart.test(text));
}

/**
 * What the period of a clause is for: the material that it names, else the one that the sentence has named before, else
 * that of the label, heading or component. Where nothing is named below a heading such as “Retention” it is footage. A
 * clause whose subject is another thing, such as “operator rotas”, is about no material.
 */
function materialOf(finders: Finders, { text, before }: Clause, place: KeepingPlace): Material | undefined {
  const { about, keeping, materials } = finders;
  const general = materials.at(-1);
  const at = firstPeriod.exec(text)?.index ?? text.length;
  const head = text.slice(0, at);
  const own = nearestMaterial(finders, text, at);
  const earlier = own ? undefined : nearestMaterial(finders, before, before.length);
  if (own ? !has(keeping, text) && namesAnother(finders, head) : namesAnother(finders, earlier ? head : before + head))
    return undefined;
  if (!own && !earlier && !has(about, place.subject) && namesAnother(finders, place.subject)) return undefined;
  const spoken = own ?? earlier ?? nearestMaterial(finders, place.context, place.context.length);
  if (spoken && spoken !== general) return spoken;
  const around = materials.find(({ id }) => place.ids.includes(id)) ?? onlyMaterial(finders, place.context);
  return around ?? spoken ?? (has(about, place.context) ? general : undefined);
}
