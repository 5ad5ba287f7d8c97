import type { Binding, Label } from '../binding/binding.ts';
import { isHistory } from '../binding/passages.ts';
import { type Fix, suggestion } from '../finding/finding.ts';
import type { Requirement } from '../framework/framework.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle, titleWords } from '../text/title.ts';
import { withLinks } from './link-repairs.ts';
import { boldWords } from './section-insertion.ts';

type Lookalike =
  | { readonly kind: 'bold'; readonly span: Span; readonly words: string }
  | { readonly kind: 'heading'; readonly label: Label };

/** What stands in for a section's heading: its title in bold, or nearly its title. */
export function lookalike(binding: Binding, requirement: Requirement): Lookalike | undefined {
  const bold = boldLine(binding, requirement);
  if (bold) return { kind: 'bold', ...bold };
  const label = misspelt(binding, requirement.names);
  return label && { kind: 'heading', label };
}

/** The line in bold that stands where the heading belongs, as in texts that a word processor has converted. */
function boldLine({ document }: Binding, { names }: Requirement) {
  for (const block of document.blocks) {
    const words = boldWords(block);
    if (words !== undefined && names.includes(comparableTitle(words))) return { span: block.span, words };
  }
  return undefined;
}

/** The heading that is nearest to one of the names; where there are sections, one on their level or above. */
function misspelt({ strangers, sections, framework }: Binding, names: readonly string[]): Label | undefined {
  const levels = sections.flatMap((one) => one.labels.map((label) => label.level));
  const lowest = levels.length > 0 ? Math.max(...new Set(levels)) : 6;
  // The title of the document is its subject's name, not a section's.
  const kind = comparableTitle(framework.title);
  const isTitle = (label: Label) =>
    label === strangers[0] && ((label.level === 1 && lowest > 1) || comparableTitle(label.text) === kind);
  return strangers.find(
    (label) =>
      label.level <= lowest &&
      !isTitle(label) &&
      !isHistory(label.text) &&
      nearest(comparableTitle(label.text), names) !== undefined,
  );
}

/** The heading gets the section's name, and links follow it; one that says more than the name keeps its words. */
export function renaming({ document }: Binding, stranger: Label, title: string): { readonly fix?: Fix } {
  const own = comparableTitle(stranger.text).split(' ');
  if (
    comparableTitle(title)
      .split(' ')
      .every((word) => own.includes(word))
  )
    return {};
  const heading = document.blocks.find(
    (block) => block.kind === 'heading' && block.span.start.offset === stranger.span.start.offset,
  );
  const edit = { at: stranger.words, text: title };
  const name = `Change the heading to “${title}”`;
  if (heading?.kind !== 'heading') return { fix: suggestion(name, [edit]) };
  const { text } = heading.prose;
  const { from, to } = titleWords(text);
  const titles = new Map([[heading.prose, `${text.slice(0, from)}${title}${text.slice(to)}`]]);
  return { fix: suggestion(name, withLinks(document, [edit], titles)) };
}
