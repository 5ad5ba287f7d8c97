import { isObject, type JsonObject, pointerOf, property } from '../data/json.ts';
import { type Block, labelledRows } from '../document/blocks.ts';
import { type Prose, textSpan } from '../document/prose.ts';
import type { Field } from '../framework/framework.ts';
import { isIsoDate, readDate } from '../text/date.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { allBound, type Binding } from './binding.ts';

/** A value of the front matter. */
interface Fact {
  readonly title: string;
  readonly format: string | undefined;
  readonly aliases: readonly string[];
  /** In the front matter. */
  readonly pointer: string;
  readonly front: string;
}

/** A fact that the text states too. */
interface Stated extends Fact {
  readonly text: string;
  readonly at: Span;
}

/** The day on which the parties agreed, as far as it is known: the first day that the front matter or the text can mean. */
export function agreedOn({ frontMatter, sections }: Binding): string | undefined {
  const declared = property(frontMatter, 'agreed');
  if (typeof declared === 'string' && isIsoDate(declared)) return declared;
  const stated = allBound(sections).find(({ requirement }) => requirement.states === '/agreed');
  const written = readDate(String(stated?.value.text ?? ''));
  return written?.state === 'day' ? written.day : written?.state === 'month' ? written.earliest : undefined;
}

/** Whose law applies: as the front matter says, else as the framework assumes. */
export function jurisdictionOf({ frontMatter, framework }: Binding): string | undefined {
  const declared = property(frontMatter, 'jurisdiction');
  if (typeof declared === 'string') return declared;
  return framework.frontMatter.fields.find(({ key }) => key === 'jurisdiction')?.fallback;
}

/** The cameras of all systems of the front matter together, then those of each; nothing where a system does not say. */
export function declaredCameras({ frontMatter }: Binding): number[] {
  const systems = property(frontMatter, 'systems');
  const counts = (Array.isArray(systems) ? systems : []).map((system) => property(system, 'cameras'));
  const known = counts.filter((count) => typeof count === 'number');
  if (known.length === 0 || known.length < counts.length) return [];
  return [known.reduce((sum, count) => sum + count, 0), ...known];
}

/** The facts that the preamble states under one of their labels, and those that a component of the framework states. */
export function statedFacts({ framework, frontMatter, preamble, sections }: Binding): Stated[] {
  const facts = factsOf(framework.frontMatter, '', frontMatter ?? {});
  const labelled = pairsOf(preamble).flatMap(({ label, value }): Stated[] => {
    const name = comparableTitle(label);
    const fact = facts.find(({ aliases }) => aliases.some((alias) => comparableTitle(alias) === name));
    return fact ? [{ ...fact, text: value.text.trim(), at: textSpan(value) }] : [];
  });
  const components = sections
    .flatMap((section) => section.children)
    .flatMap((bound): Stated[] => {
      const fact = facts.find((one) => one.pointer === bound.requirement.states);
      const text = bound.blocks.flatMap(proseTexts).join(' ');
      const [first] = bound.blocks;
      return fact && first ? [{ ...fact, text, at: first.span }] : [];
    });
  return [...labelled, ...components];
}

function proseTexts(block: Block): string[] {
  return 'prose' in block ? [block.prose.text] : [];
}

function factsOf(field: Field, pointer: string, value: JsonObject): Fact[] {
  return field.fields.flatMap((inner): Fact[] => {
    const own = property(value, inner.key);
    const below = pointer + pointerOf(inner.key);
    if (isObject(own)) return factsOf(inner, below, own);
    const { title, format, aliases } = inner;
    return typeof own === 'string' || typeof own === 'number'
      ? [{ title, format, aliases, pointer: below, front: String(own) }]
      : [];
  });
}

interface Pair {
  readonly label: string;
  readonly value: Prose;
}

/** The `label: value` pairs before the first section: lead-ins, and the rows of tables with two columns. */
function pairsOf(blocks: readonly Block[]): Pair[] {
  return blocks.flatMap((block): Pair[] => {
    if (block.kind === 'table') {
      return labelledRows(block).flatMap(([label, value, more]) =>
        value && !more ? [{ label: label.text, value }] : [],
      );
    }
    const lead = block.kind === 'paragraph' || block.kind === 'item' ? block.lead : undefined;
    return lead ? [{ label: lead.label.text, value: lead.value }] : [];
  });
}
