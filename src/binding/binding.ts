import type { JsonObject } from '../data/json.ts';
import { segmentsOf } from '../data/json.ts';
import { spanOfPointer } from '../data/node.ts';
import type { Block } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import type { Prose } from '../document/prose.ts';
import { atPath, type Framework, type Requirement, type Violation } from '../framework/framework.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

/** A place where a document starts to answer a requirement, or a label that answers none. */
export interface Label {
  readonly text: string;
  readonly span: Span;
  /** The words of the label alone, without marks and numbering. */
  readonly words: Span;
  /** What carries it. `question`: the number of a form's question. `content`: nothing; the section's own content was taken. */
  readonly kind: 'heading' | 'lead-in' | 'row' | 'question' | 'content';
  /** The level of a heading; 7 for everything else. */
  readonly level: number;
}

/** A row of a table, or an action of a plan that is written in sentences. */
export interface Row {
  readonly at: Span;
  /** By the ids of the columns; a cell without words is left out. */
  readonly cells: Readonly<Record<string, Prose>>;
  /** The cells as the schema sees them. */
  readonly value: JsonObject;
}

/** A requirement, and what a document has for it. */
export interface Bound {
  readonly requirement: Requirement;
  readonly state: 'written' | 'omitted' | 'absent';
  /** Where it is written; several headings may answer one requirement. */
  readonly labels: readonly Label[];
  /** Its content, without the labels. */
  readonly blocks: readonly Block[];
  readonly children: readonly Bound[];
  /** Its content as the schema sees it, without its children. */
  readonly value: JsonObject;
  /** The rows of its table or action plan. */
  readonly rows: readonly Row[];
  /** Labels in its content that answer none of its children, where it may have some. */
  readonly strangers: readonly Label[];
}

/** A framework laid over a document. */
export interface Binding {
  readonly document: Document;
  readonly framework: Framework;
  readonly sections: readonly Bound[];
  /** Headings that answer no section and no component. Extra sections are welcome; some are misspelt. */
  readonly strangers: readonly Label[];
  /** What stands before the first section: the title, tables with the document's data, the parties. */
  readonly preamble: readonly Block[];
  /** The front matter as plain values, read as the framework's keys want them; undefined without front matter. */
  readonly frontMatter: JsonObject | undefined;
  /** The ids of the sections left out, each with its reason; a reason that says nothing is the empty text. */
  readonly omitted: Readonly<Record<string, string>>;
  /** The document as the framework's schema sees it. */
  readonly model: JsonObject;
  /** What the schema does not accept in the model. */
  readonly violations: readonly Violation[];
}

/** What is bound to the requirement at a path such as `information-sharing/retention`. */
export function findBound(binding: Binding, path: string): Bound | undefined {
  return atPath(binding.sections, path, ({ requirement }) => requirement.id);
}

/** Every bound requirement, parents before their children. */
export const allBound: (bounds: readonly Bound[]) => readonly Bound[] = oncePer((bounds) => {
  const found: Bound[] = [];
  const add = (one: Bound) => {
    found.push(one);
    one.children.forEach(add);
  };
  bounds.forEach(add);
  return found;
});

/** Where the value at a pointer of the model stands in the text; its nearest neighbour's place when it is not there. */
export function placeOf(binding: Binding, pointer: string, want: 'value' | 'key' = 'value'): Span {
  const { frontMatter, source } = binding.document;
  const [part, ...path] = segmentsOf(pointer);
  if (part !== 'sections' && frontMatter.state === 'present') {
    const inside = part === 'front-matter' ? pointer.slice('/front-matter'.length) : pointer;
    return spanOfPointer(frontMatter.root, inside, want);
  }
  for (let length = path.length; length > 0; length--) {
    const bound = findBound(binding, path.slice(0, length).join('/'));
    const label = bound?.labels[0];
    if (!bound || !label) continue;
    const [, index] = path.slice(length);
    const row = path[length] === 'rows' ? bound.rows[Number(index)] : undefined;
    if (row) return row.at;
    const first = bound.blocks[0];
    return want === 'value' && first && bound.requirement.path.includes('/') ? first.span : label.span;
  }
  const start = { line: 1, column: 1, offset: 0 };
  return { start, end: source.text === '' ? start : { ...start, column: 2, offset: 1 } };
}
