import { render } from '#templates/agreement.hbs';
import { isObject, property } from '../data/json.ts';
import type { Framework, Requirement } from '../framework/framework.ts';
import { placeholderOf } from '../text/placeholder.ts';
import { type Answers, draftFrontMatter, frontMatterText } from './front-matter.ts';
import { type Planned, planOf } from './plan.ts';

/** A first draft: front matter, every required section with guidance and placeholders, a table for the signatures. */
export function scaffold(framework: Framework, answers: Answers): string {
  const values = draftFrontMatter(framework, answers);
  const omitted = isObject(values.omitted) ? values.omitted : {};
  const sections = planOf(framework, values, omitted).map((planned, index) => sectionView(planned, index + 1));
  return render({
    frontMatter: frontMatterText(framework, values).trimEnd(),
    title: values.title ?? framework.title,
    parties: partiesView(values.parties),
    sections,
    signatures: sections.length + 1,
  });
}

function sectionView({ requirement, children, recommended }: Planned, number: number) {
  return {
    number,
    title: requirement.title,
    guidance: guidanceFor(requirement, recommended),
    prompt: children.length === 0 ? placeholderOf(requirement.prompt) : '',
    components: children.map((child, index) => componentView(child, `${number}.${index + 1}`)),
  };
}

function componentView({ requirement, children, recommended }: Planned, number: string) {
  return {
    number,
    title: requirement.title,
    guidance: guidanceFor(requirement, recommended),
    prompt: placeholderOf(requirement.prompt),
    parts: children.map(({ requirement: part }) => ({
      title: part.title,
      prompt: placeholderOf(part.prompt),
    })),
  };
}

/** What belongs here, as a comment that no reader of the finished page sees. Nothing in it may end the comment. */
function guidanceFor({ description }: Requirement, recommended: readonly Requirement[]): string {
  const also = recommended.map((one) => one.title).join('; ');
  const text = `guidance: ${description}${also === '' ? '' : ` Worth having too: ${also}.`}`;
  const words = text.replaceAll('--', '–').replaceAll('>', '›').replace(/\s+/g, ' ').trim();
  return `<!-- ${words} -->`.replace(/(.{1,98})(?: |$)/g, '$1\n').trimEnd();
}

function partiesView(parties: unknown) {
  return (Array.isArray(parties) ? parties : []).map((party) => ({
    name: cellText(property(party, 'name')),
    role: cellText(property(party, 'role')).replaceAll('-', ' '),
  }));
}

function cellText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').replaceAll('|', '\\|') : '';
}
