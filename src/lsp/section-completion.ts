import { type CompletionItem, CompletionItemKind, InsertTextMode } from 'vscode-languageserver';
import type { Bound } from '../binding/binding.ts';
import { askedText, requirementPage } from '../explain/requirement.ts';
import { headingOf, type Requirement, titleOf } from '../framework/framework.ts';
import { sectionLevel } from '../repair/section-insertion.ts';
import { draftOf } from '../scaffold/scaffold.ts';
import { lineBreakOf, withBreaks } from '../text/edits.ts';
import { placeholderOf } from '../text/placeholder.ts';
import { spanAt } from '../text/source.ts';
import { headingNumber } from '../text/title.ts';
import type { Laid } from './readings.ts';

/** What may stand as a block of its own at a place: missing sections, and what the section around it still lacks. */
export function sectionItems(laid: Laid, offset: number): CompletionItem[] {
  const { source, positions, binding, framework } = laid;
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  const before = source.text.slice(start, offset);
  const [, marks = ''] = /^(#{0,6})\s*[\p{L}\p{N} ,’'-]{0,60}$/u.exec(before) ?? [undefined, undefined];
  const isBlock = marks !== '' || isBehindBlank(source.text, start);
  if (!isBlock || /^[^#\p{L}]/u.test(before.trim())) return [];
  const adapt = withBreaks(lineBreakOf(source.text));
  const values = binding.frontMatter ?? {};
  const around = sectionAt(binding.sections, offset);
  const level = sectionLevel(binding);
  const item = (requirement: Requirement, text: string, rank: number): CompletionItem => {
    // Where the marks of the heading are typed already, they stay, so that its words alone are compared.
    const [head = ''] = /^#+ /.exec(text) ?? [];
    const kept = head !== '' && before.startsWith(head) ? head.length : 0;
    const [heading = ''] = text.slice(head.length).split('\n');
    return {
      label: requirement.path.includes('/') ? titleOf(requirement) : headingOf(requirement),
      kind: CompletionItemKind.Snippet,
      detail: askedText(requirement.asked),
      documentation: { kind: 'markdown', value: requirementPage(framework, requirement) },
      filterText: `${kept > 0 ? '' : marks} ${requirement.title} ${heading}`.trim(),
      sortText: `${requirement.asked.kind === 'optional' ? 1 : 0}${String(rank).padStart(3, '0')}`,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range: positions.range(spanAt(source, start + kept, offset)), newText: adapt(text.slice(kept)) },
    };
  };
  const components = around ? absentIn(around, offset) : [];
  const parts = components.map((one, index) => item(one, partDraft(laid, around, one), index));
  if (marks.length > level) return parts;
  const next = numberAfter(binding.sections, offset);
  const sections = binding.sections.filter(({ state }) => state === 'absent');
  const drafts = sections.map(({ requirement }, index) => {
    const number = next === undefined ? undefined : String(next);
    return item(requirement, draftOf(framework, values, requirement, { level, number }), 500 + index);
  });
  return [...parts, ...drafts];
}

function isBehindBlank(text: string, start: number): boolean {
  return start === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
}

/** The section whose heading is the last one above a place. */
function sectionAt(sections: readonly Bound[], offset: number): Bound | undefined {
  let found: Bound | undefined;
  let last = -1;
  for (const section of sections) {
    for (const { span } of section.labels) {
      if (span.start.offset > offset || span.start.offset < last) continue;
      last = span.start.offset;
      found = section;
    }
  }
  return found;
}

/** The components that a section lacks, and the parts that the component around the place lacks. */
function absentIn(section: Bound, offset: number): Requirement[] {
  const written = section.children.filter(({ state, labels }) => state === 'written' && labels.length > 0);
  const around = written.findLast(({ labels }) => labels.some(({ span }) => span.end.offset < offset));
  const parts = around?.children.filter(({ state }) => state === 'absent') ?? [];
  const components = section.children.filter(({ state }) => state === 'absent');
  return [...parts, ...components].map(({ requirement }) => requirement);
}

/** A component is drafted with a heading, a part of one as a lead-in. */
function partDraft({ framework, binding }: Laid, section: Bound | undefined, requirement: Requirement): string {
  const isPart = requirement.path.split('/').length > 2;
  if (isPart) return `**${requirement.title}:** ${placeholderOf(requirement.prompt)}`;
  const [label] = section?.labels ?? [];
  const headings = section?.children.flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'heading')) ?? [];
  const last = headings.map(({ text }) => headingNumber(text)).findLast((one) => one !== undefined);
  const number = last && [...last.slice(0, -1), (last.at(-1) ?? 0) + 1].join('.');
  const level = Math.min(6, headings[0]?.level ?? (label?.kind === 'heading' ? label.level + 1 : 3));
  return draftOf(framework, binding.frontMatter ?? {}, requirement, { level, number });
}

/** The number behind that of the section above, where sections are numbered. */
function numberAfter(sections: readonly Bound[], offset: number): number | undefined {
  const above = sectionAt(sections, offset);
  const label = above?.labels.findLast(({ span }) => span.start.offset <= offset);
  const [number] = headingNumber(label?.text ?? '') ?? [];
  return number === undefined ? undefined : number + 1;
}
