import type { Block } from '../document/blocks.ts';
import type { Requirement } from '../framework/framework.ts';
import { groupedBy } from '../text/group.ts';
import { nearest } from '../text/nearest.ts';
import { oncePer } from '../text/remember.ts';
import { wordsThatTell } from '../text/stem.ts';
import { comparableTitle, headingNumber, titleForms, withoutOwner } from '../text/title.ts';
import { isDocumentControl } from './document-control.ts';
import type { Opening } from './labels.ts';

/**
 * The headings that open each section.
 *
 * Most sections of a document stand at one level. A heading at that level or above opens its section by title or alias, or
 * by the name of one of its components: many agreements have “Complaints” beside “Governance”, and not in it.
 * A deeper one does so only by its title, only when no other heading does, and only when it does not answer a component
 * of the section that it stands in: "Training" below "Governance" is a topic there, unless it is all there is.
 */
export function sectionOpenings(
  openings: readonly Opening[],
  blocks: readonly Block[],
  sections: readonly Requirement[],
): Map<Requirement, Opening[]> {
  const headings = openings.filter((one) => one.label.kind === 'heading' && blocks[one.from]?.nesting === 0);
  const chosen = labelledOpenings(headings, sections, blocks.length);
  const labelled = new Set([...chosen.values()].flat().map((one) => one.from));
  const candidates = headings.flatMap((opening) => {
    const { text } = opening.label;
    const section = namedBy(sections, text) ?? holderOf(sections, text);
    if (!section || isTitled(section, text)) return section ? [{ opening, section }] : [];
    return isDocumentControl(blocks.slice(opening.from + 1, opening.to), section) ? [] : [{ opening, section }];
  });
  const title = candidates.length > 1 ? documentTitle(headings) : undefined;
  const usualDepth = candidates.reduce(
    (least, { opening }) => (opening === title ? least : Math.min(least, depthOf(opening))),
    Number.POSITIVE_INFINITY,
  );
  const named = candidates.filter(({ opening, section }) => {
    if (labelled.has(opening.from) || chosen.has(section)) return false;
    // Where others are numbered 2, a heading numbered 2.2 is a part of something; only the section's own title can make it more.
    const isPart = depthOf(opening) > usualDepth;
    return !isPart || isTitled(section, opening.label.text);
  });
  const level = usualLevel(named.map(({ opening }) => opening.label.level));
  for (const { opening, section } of named) {
    if (opening.label.level > level || opening === title) continue;
    const own = chosen.get(section);
    if (own) own.push(opening);
    else chosen.set(section, [opening]);
  }
  for (const { opening, section } of named) {
    if (opening.label.level <= level || chosen.has(section) || !isTitled(section, opening.label.text)) continue;
    const around = [...chosen].find(([, openings]) =>
      openings.some((one) => one.from < opening.from && opening.from < one.to),
    );
    if (around && namedIn(around[0].children, opening.label.text).size > 0) continue;
    chosen.set(section, [opening]);
  }
  return chosen;
}

/** Of how many parts the number of a heading is; a heading without one counts as one with a number of one part. */
function depthOf({ label: { text } }: Opening): number {
  return headingNumber(text)?.length ?? 1;
}

/**
 * The headings that start with a section's label, whatever their level. Such a section goes on to the next one, or to a
 * heading of its level or above that answers nothing in it: its own parts may carry any level.
 */
function labelledOpenings(
  headings: readonly Opening[],
  sections: readonly Requirement[],
  end: number,
): Map<Requirement, Opening[]> {
  const found = headings.flatMap((opening, index) => {
    const section = sections.find(({ label }) => label !== undefined && startsWith(opening.label.text, label));
    return section ? [{ opening, section, index }] : [];
  });
  const chosen = new Map<Requirement, Opening[]>();
  for (const [order, { opening, section, index }] of found.entries()) {
    const next = found[order + 1];
    const between = headings.slice(index + 1, next?.index);
    const stranger = between.find(
      (one) => one.label.level <= opening.label.level && !section.children.some(answers(one)),
    );
    const to = stranger?.from ?? next?.opening.from ?? end;
    chosen.set(section, [...(chosen.get(section) ?? []), { ...opening, to }]);
  }
  return chosen;
}

function answers({ label: { text } }: Opening): (child: Requirement) => boolean {
  const [number] = headingNumber(text) ?? [];
  return (child) => (child.number === undefined ? isNamed(child, text) : child.number === number);
}

function startsWith(title: string, label: string): boolean {
  const words = `${comparableTitle(title)} `;
  return words.startsWith(`${comparableTitle(label)} `);
}

/**
 * The requirement that a title names: by its whole words before a part of them; of several things the first that is one, as
 * in "Vetting and training", or the one whose parts they all are: "Vetting and licensing". Where only some are and the whole
 * is nearly a name, it is misspelt: "Evaluation and reveiw".
 */
function namedBy(requirements: readonly Requirement[], title: string): Requirement | undefined {
  const [whole] = namedIn(requirements, title);
  if (whole || !/,|\band\b|&/i.test(title)) return whole;
  const things = title.split(/\s+(?:and|&)\s+|,\s+(?:and\s+)?/i);
  // A sentence is no list.
  if (things.some((thing) => thing.split(' ').length > 5)) return undefined;
  const named = things.map((thing) => [...namedIn(requirements, thing)][0]);
  const isMisspelt = named.includes(undefined) && nearest(comparableTitle(title), allNames(requirements)) !== undefined;
  if (isMisspelt) return undefined;
  const first = named.find((one) => one !== undefined);
  return first ?? requirements.find(({ children }) => things.every((one) => namedIn(children, one).size > 0));
}

/** Whether a title names a requirement, if only as one of several things, and not just parts of it. */
export function isNameOf(requirement: Requirement, title: string): boolean {
  return namedBy(withoutParts(requirement), title) !== undefined;
}

const withoutParts = oncePer((requirement: Requirement): Requirement[] => [{ ...requirement, children: [] }]);

/** The only section that has a component with this name. */
function holderOf(sections: readonly Requirement[], title: string): Requirement | undefined {
  const named = [...namedIn(componentsOf(sections), title)];
  const [holder, another] = sections.filter(({ children }) => named.some((one) => children.includes(one)));
  return another ? undefined : holder;
}

const componentsOf = oncePer((sections: readonly Requirement[]) =>
  sections.flatMap(({ children }) => children.filter(({ number }) => number === undefined)),
);

/** Whether a title is one of the names of a requirement, or of a column. */
export function isNamed({ names }: Pick<Requirement, 'names'>, title: string): boolean {
  return titleForms(title).some((form) => names.includes(form));
}

/** The requirements that a title names, those that it names by its whole words first. */
export function namedIn(requirements: readonly Requirement[], title: string): ReadonlySet<Requirement> {
  const known = byName(requirements);
  if (known.size === 0) return nobody;
  const forms = titleForms(title);
  const named = forms.flatMap((form) => known.get(form) ?? []);
  if (named.length > 0) return new Set(named);
  const owned = withoutOwner(forms[0] ?? '');
  const [one] = owned === undefined ? [] : (known.get(owned) ?? []);
  if (one) return new Set([one]);
  const [turned, another] = byWords(requirements).get(wordsInOrder(forms[0] ?? '') ?? '') ?? [];
  return turned && !another ? new Set([turned]) : nobody;
}

/** The same for two telling words or more in another order, or with other small words: “Sharing of information”. */
const byWords = oncePer((requirements: readonly Requirement[]) =>
  groupedBy(requirements, ({ names }) => turned(names)),
);

const turned = oncePer((names: readonly string[]) => [...new Set(names.flatMap((name) => wordsInOrder(name) ?? []))]);

function wordsInOrder(form: string): string | undefined {
  const words = wordsThatTell(form);
  return words.length > 1 && words.length < 7 ? words.sort().join(' ') : undefined;
}

/** The same for a title that is also two names in one, such as "Response and resolution times". */
export function allNamedIn(requirements: readonly Requirement[], title: string): ReadonlySet<Requirement> {
  const whole = namedIn(requirements, title);
  if (!/\band\b|[&/]/i.test(title)) return whole;
  const halves = title.split(/\s+(?:and|&)\s+|\s*\/\s*/i);
  if (halves.length !== 2) return whole;
  const parts = halves.map((half) => namedIn(requirements, half));
  return parts.every(({ size }) => size > 0) ? new Set([whole, ...parts].flatMap((one) => [...one])) : whole;
}

const nobody: ReadonlySet<Requirement> = new Set();
const byName = oncePer((requirements: readonly Requirement[]) => groupedBy(requirements, ({ names }) => names));
const allNames = oncePer((requirements: readonly Requirement[]) => requirements.flatMap(({ names }) => names));

function isTitled({ title }: Requirement, text: string): boolean {
  return titleForms(text).includes(comparableTitle(title));
}

/** The level that most of the headings have; the higher one of two that are as frequent. */
function usualLevel(levels: readonly number[]): number {
  const count = (level: number) => levels.filter((one) => one === level).length;
  return [1, 2, 3, 4, 5, 6].reduce((best, level) => (count(level) > count(best) ? level : best), 1);
}

/** The only heading of the first level, when it is also the first heading: the title of the document. */
function documentTitle(headings: readonly Opening[]): Opening | undefined {
  const [first, ...rest] = headings;
  return first?.label.level === 1 && rest.every((one) => one.label.level > 1) ? first : undefined;
}
