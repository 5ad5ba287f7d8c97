import { render } from '#templates/agreement.hbs';
import { render as renderComponent } from '#templates/component.hbs';
import { render as renderSection } from '#templates/section.hbs';
import { isObject, type Json, type JsonObject, property, segmentsOf, valueAt } from '../data/json.ts';
import { atPath, type Framework, headingOf, type Requirement, titleOf } from '../framework/framework.ts';
import { isIsoDate, longDate } from '../text/date.ts';
import { findPlaceholders, placeholderOf } from '../text/placeholder.ts';
import { oncePer, remembered } from '../text/remember.ts';
import { oneLine } from '../text/shorten.ts';
import { type Answers, draftFrontMatter, frontMatterText } from './front-matter.ts';

export type { Answers };

import { type Planned, planOf } from './plan.ts';

/** A first draft: front matter, every required section with guidance and placeholders, a table for the signatures. */
export function scaffold(framework: Framework, answers: Answers): string {
  const values = draftFrontMatter(framework, answers);
  const planned = planOf(framework, values, omittedIn(values));
  const withHeading = planned.filter((one) => !needsNoHeading(one));
  const parties = partiesView(values.parties);
  const isSigned = planned.some(({ children }) =>
    children.some(({ requirement }) => requirement.reads === 'signature'),
  );
  return render({
    frontMatter: frontMatterText(framework, values).trimEnd(),
    title: values.title ?? framework.title,
    parties: parties.length > 1 ? parties : [],
    head: planned.filter(needsNoHeading).map((one) => headView(one, values)),
    sections: withHeading.map((one, index) => sectionText(one, { level: 2, number: String(index + 1) }, values)),
    signatures: withHeading.length + 1,
    signatories: isSigned ? [] : parties,
  });
}

/** A section at the head of the document whose components are lines there. */
function needsNoHeading({ requirement, children }: Planned): boolean {
  return requirement.preamble && children.length > 0;
}

/** A section without a heading: its guidance, and a line for each component. */
function headView({ requirement, children }: Planned, values: JsonObject) {
  return {
    guidance: guidanceFor(requirement, []),
    lines: children.map((child) => ({ title: child.requirement.title, body: bodyOf(child, values) })),
  };
}

/** How a section's heading looks: its level, and its number where the document's headings have one. */
export interface HeadingStyle {
  readonly level: number;
  readonly number: string | undefined;
}

/** The draft of one section or component as `init` writes it, whether or not the framework asks for it in this document. */
export function draftOf(
  framework: Framework,
  frontMatter: JsonObject,
  requirement: Requirement,
  style: HeadingStyle,
): string {
  const { path } = requirement;
  const planned = plannedFor(framework, frontMatter, path);
  if (!planned) return '';
  const write = () =>
    path.includes('/') ? componentText(planned, style, frontMatter) : sectionText(planned, style, frontMatter);
  if (statesFacts(planned)) return write();
  const drafts = draftsByStyle(planned);
  const key = `${style.level} ${style.number}`;
  const draft = drafts.get(key) ?? write();
  drafts.set(key, draft);
  return draft;
}

/** Whether a draft of it repeats something from the front matter; every other draft is the same for all documents. */
const statesFacts: (planned: Planned) => boolean = oncePer(
  ({ requirement, children }) => requirement.states !== undefined || children.some(statesFacts),
);

const draftsByStyle = oncePer((_planned: Planned) => new Map<string, string>());

/** What a plan rests on. */
interface Facts {
  readonly frontMatter: JsonObject;
  readonly omitted: JsonObject;
  readonly also?: string;
}

/** The plan for some facts, written as JSON: many documents share them, and each may lack several sections. */
const planFor = oncePer((framework: Framework) =>
  remembered((written) => {
    const { frontMatter, omitted, also }: Facts = JSON.parse(written);
    return planOf(framework, frontMatter, omitted, also);
  }),
);

/** The plan for a front matter, of which only that counts on which the framework's conditions may rest. */
function usualPlan(framework: Framework, frontMatter: JsonObject, also?: string): readonly Planned[] {
  const counts = (key: string) => framework.decisive?.includes(key) ?? true;
  const omitted = Object.entries(omittedIn(frontMatter));
  const facts: Facts = {
    frontMatter: Object.fromEntries(Object.entries(frontMatter).filter(([key]) => counts(key))),
    omitted: Object.fromEntries(omitted.map(([id, reason]) => [id, counts('omitted') ? reason : ''])),
    ...(also !== undefined && { also }),
  };
  return planFor(framework)(JSON.stringify(facts));
}

function omittedIn({ omitted }: JsonObject): JsonObject {
  return isObject(omitted) ? omitted : {};
}

/** What is planned for a requirement, whether or not the framework asks for it in this document. */
function plannedFor(framework: Framework, frontMatter: JsonObject, path: string): Planned | undefined {
  return plannedIn(usualPlan(framework, frontMatter), path) ?? plannedIn(usualPlan(framework, frontMatter, path), path);
}

function plannedIn(plan: readonly Planned[], path: string): Planned | undefined {
  return atPath(plan, path, ({ requirement }) => requirement.id);
}

function sectionText({ requirement, children, recommended }: Planned, style: HeadingStyle, values: JsonObject): string {
  const { level, number } = style;
  const isForm = requirement.label !== undefined;
  const text = renderSection({
    marks: '#'.repeat(level),
    heading: isForm ? headingOf(requirement) : numbered(number && `${number}.`, requirement.title),
    guidance: guidanceFor(requirement, recommended),
    prompt: children.length === 0 ? placeholderOf(requirement.prompt) : '',
    components: children.map((child, index) =>
      componentText(
        child,
        { level: level + 1, number: isForm || !number ? undefined : `${number}.${index + 1}` },
        values,
      ),
    ),
  });
  return text.trimEnd();
}

function componentText(planned: Planned, { level, number }: HeadingStyle, values: JsonObject): string {
  const { requirement, recommended, children } = planned;
  const text = renderComponent({
    marks: '#'.repeat(level),
    heading: numbered(number, titleOf(requirement)),
    guidance: guidanceFor(requirement, recommended),
    body: bodyOf(planned, values),
    parts: children.map(({ requirement: part }) => ({ title: part.title, prompt: placeholderOf(part.prompt) })),
  });
  return text.trimEnd();
}

function numbered(number: string | undefined, title: string): string {
  return number ? `${number} ${title}` : title;
}

/** What an author finds below a component's heading: boxes, a table, a fact from the front matter, or a placeholder. */
function bodyOf({ requirement, mayBeBlank }: Planned, values: JsonObject): string {
  const { reads, options, states, prompt } = requirement;
  if (reads === 'choice') return options.map((one) => `- [ ] ${optionTitle(one)}`).join('\n');
  if (reads === 'table' || reads === 'actions') return tableOf(requirement, mayBeBlank);
  const stated = states === undefined ? undefined : valueAt(values, segmentsOf(states));
  if (typeof stated === 'string') return stated;
  return mayBeBlank ? '' : placeholderOf(prompt);
}

function optionTitle(option: string): string {
  const words = option.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The framework's rows, else one row of placeholders, or an empty one where nothing need be said. */
function tableOf({ columns, rows }: Requirement, mayBeBlank: boolean): string {
  const empty = Object.fromEntries(columns.map(({ id, prompt }) => [id, mayBeBlank ? '' : placeholderOf(prompt)]));
  const cells = (row: JsonObject) => columns.map(({ id }) => cellText(row[id]));
  const lines = [
    columns.map(({ title }) => cellText(title)),
    columns.map(() => '---'),
    ...(rows.length > 0 ? rows : [empty]).map(cells),
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** What belongs here, as a comment that no reader of the finished page sees. Nothing in it may end the comment. */
function guidanceFor({ description }: Requirement, recommended: readonly Requirement[]): string {
  const also = recommended.map((one) => one.title).join('; ');
  const text = `guidance: ${description}${also === '' ? '' : ` Worth having too: ${also}.`}`;
  const words = oneLine(text.replaceAll('--', '–').replaceAll('>', '›')).trim();
  return `<!-- ${words} -->`.replace(/(.{1,98})(?: |$)/g, '$1\n').trimEnd();
}

function partiesView(parties: unknown) {
  return (Array.isArray(parties) ? parties : []).map((party) => ({
    name: cellText(property(party, 'name')),
    role: cellText(property(party, 'role')).replaceAll('-', ' '),
    ...signatoryView(property(party, 'signatory')),
  }));
}

/** What is known of who signs; a placeholder of the front matter is not said again. */
function signatoryView(signatory: Json | undefined) {
  const cell = (key: string) => {
    const text = cellText(property(signatory, key));
    return findPlaceholders(text).length > 0 ? '' : text;
  };
  const signed = cell('signed');
  return { signatory: cell('name'), position: cell('position'), signed: isIsoDate(signed) ? longDate(signed) : signed };
}

function cellText(value: unknown): string {
  return typeof value === 'string' ? oneLine(value).replaceAll('|', '\\|') : '';
}
