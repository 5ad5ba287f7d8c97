import { pointerOf, property, segmentsOf, valueAt } from '../data/json.ts';
import { type Block, labelledRows, leadOf } from '../document/blocks.ts';
import { type Prose, textSpan } from '../document/prose.ts';
import { type Field, fieldNamed } from '../framework/framework.ts';
import { isIsoDate, readDate } from '../text/date.ts';
import { groupedBy } from '../text/group.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { allBound, type Binding, type Bound } from './binding.ts';

/** A key of the front matter, where the text states the same fact: under a label before the first section or of a component, or in one. */
export interface Statement {
  readonly title: string;
  readonly format: string | undefined;
  readonly pointer: string;
  readonly text: string;
  readonly at: Span;
}

/** A fact that the front matter states too. */
interface Stated extends Statement {
  readonly front: string;
}

/** The day on which the parties agreed, as far as it is known: the first day that the front matter or the text can mean. */
export function agreedOn({ frontMatter, sections }: Binding): string | undefined {
  const declared = property(frontMatter, 'agreed');
  if (isIsoDate(declared)) return declared;
  const stated = allBound(sections).find(({ requirement }) => requirement.states === '/agreed');
  const written = readDate(String(stated?.value.text ?? ''));
  return written?.state === 'day' ? written.day : written?.state === 'month' ? written.earliest : undefined;
}

/** Whose law applies: as the front matter says, else as the framework assumes. */
export function jurisdictionOf({ frontMatter, framework }: Binding): string | undefined {
  const declared = property(frontMatter, 'jurisdiction');
  if (typeof declared === 'string') return declared;
  return fieldNamed(framework.frontMatter, 'jurisdiction')?.fallback;
}

/** The facts that the preamble states under one of their labels, and those that a component of the framework states. */
export const statementsOf = oncePer(({ framework, preamble, sections }: Binding): Statement[] => {
  const { keys, byAlias } = singleKeys(framework.frontMatter);
  const labelled = labelledPairs(preamble).flatMap(({ label, value }): Statement[] => {
    const [key] = byAlias.get(comparableTitle(label)) ?? [];
    return key ? [statementOf(key, value.text.trim(), textSpan(value))] : [];
  });
  const components = sections
    .flatMap((section) => section.children)
    .flatMap((bound): Statement[] => {
      const key = keys.find(({ pointer }) => pointer === bound.requirement.states);
      const [first] = bound.blocks;
      return key && first
        ? [statementOf(key, bound.blocks.flatMap(proseTexts).join(' ').replace(clauseNumber, ''), first.span)]
        : [];
    });
  const version = keys.find(({ pointer }) => pointer === '/version');
  const dates = sections.flatMap((section) => termDates(section, byAlias));
  return [...labelled, ...(version ? writtenVersions(preamble, version) : []), ...components, ...dates];
});

/**
 * The start and the end under labels of a section, which one component may hold together: “Start date: 1 May 2026” and
 * “End date: 30 April 2029”. A label must be one of the component, for another thing may start too.
 */
function termDates({ blocks, children }: Bound, byAlias: ReadonlyMap<string, readonly Key[]>): Statement[] {
  const own = new Set(
    children.flatMap(({ labels }) =>
      labels.flatMap(({ kind, text }) => (kind === 'heading' ? [] : [comparableTitle(text)])),
    ),
  );
  const wanted = [...own].filter((label) => byAlias.get(label)?.some(isOfTerm));
  if (wanted.length === 0) return [];
  return labelledPairs(blocks).flatMap(({ label, value }): Statement[] => {
    const name = comparableTitle(label);
    const key = wanted.includes(name) ? byAlias.get(name)?.find(isOfTerm) : undefined;
    return key && readDate(value.text) ? [statementOf(key, value.text.trim(), textSpan(value))] : [];
  });
}

function isOfTerm({ pointer }: Key): boolean {
  return pointer === '/effective' || pointer === '/expires';
}

/** "Draft 0.2" at the start of a line before the first section, or "v1.2" at the end of the title. */
function writtenVersions(preamble: readonly Block[], key: Key): Statement[] {
  return preamble.flatMap((block): Statement[] => {
    const pattern = block.kind === 'heading' ? versionOfTitle : block.kind === 'paragraph' ? versionOfLine : undefined;
    const match = pattern && 'prose' in block ? pattern.exec(block.prose.text) : null;
    return match?.[1] ? [statementOf(key, match[1], block.span)] : [];
  });
}

const versionOfLine = /^(?:draft|version|issue|v)\s?(\d{1,3}(?:\.\d{1,3}){0,3})(?=[\s,;.)]*$|[,;)]|\s*[–—|])/i;
const versionOfTitle = /(?:^|[\s,(–—-])(?:draft|version|v)\s?(\d{1,3}(?:\.\d{1,3}){0,3})\)?\s*$/i;

/** What both the front matter and the text state. */
export function statedFacts(binding: Binding): Stated[] {
  return statementsOf(binding).flatMap((one): Stated[] => {
    const front = valueAt(binding.frontMatter, segmentsOf(one.pointer));
    return typeof front === 'string' || typeof front === 'number' ? [{ ...one, front: String(front) }] : [];
  });
}

/** “11.1.1 Every two years”: the number is the clause's. */
const clauseNumber = /^\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+/;

function statementOf({ title, format, pointer }: Key, text: string, at: Span): Statement {
  return { title, format, pointer, text, at };
}

function proseTexts(block: Block): string[] {
  return 'prose' in block ? [block.prose.text] : [];
}

interface Key extends Pick<Field, 'title' | 'format' | 'aliases'> {
  readonly pointer: string;
}

/** The keys of a framework's front matter that hold one value, and the same by their aliases as labels are compared. */
const singleKeys = oncePer((frontMatter: Field) => {
  const keys = keysOf(frontMatter, '');
  return { keys, byAlias: groupedBy(keys, ({ aliases }) => aliases.map(comparableTitle)) };
});

function keysOf(field: Field, pointer: string): Key[] {
  return field.fields.flatMap((inner): Key[] => {
    const below = pointer + pointerOf(inner.key);
    const { title, format, aliases } = inner;
    return inner.fields.length > 0 ? keysOf(inner, below) : [{ title, format, aliases, pointer: below }];
  });
}

interface Pair {
  readonly label: string;
  readonly value: Prose;
}

/** The `label: value` pairs of some blocks: lead-ins, and the rows of tables with two columns. */
export function labelledPairs(blocks: readonly Block[]): Pair[] {
  return blocks.flatMap((block): Pair[] => {
    if (block.kind === 'table') {
      return labelledRows(block).flatMap(([label, value, more]) =>
        value && !more ? [{ label: label.text, value }] : [],
      );
    }
    const lead = leadOf(block);
    return lead ? [{ label: lead.label.text, value: lead.value }] : [];
  });
}
