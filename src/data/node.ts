import type { Span } from '../text/span.ts';
import { type Json, segmentsOf } from './json.ts';

/** A value of a YAML or JSON file that knows where it stands. */
export type DataNode = MapNode | ListNode | ScalarNode;

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
}
export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly Entry[];
}
export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly DataNode[];
}
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** The scalar as it was typed: YAML reads `1.10` as the number 1.1, and here it is still `1.10`. */
  readonly written: string;
}

/** Something wrong with a data file of the user's. */
export interface Problem {
  readonly at: Span;
  readonly text: string;
  readonly help: string;
  /** The JSON Pointer of the value that is wrong, where there is one. */
  readonly pointer?: string;
}

/** The value of a key, where the node is a map that has it. */
export function entryOf(node: DataNode | undefined, key: string): Entry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The text of a key's scalar, as it was typed. */
export function textOf(node: DataNode | undefined, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  if (value?.kind !== 'scalar' || value.value === null) return undefined;
  return typeof value.value === 'string' ? value.value : value.written;
}

/**
 * Where the value at a JSON Pointer stands, or the nearest value around it that exists. With `key`, the place of the
 * value's own key instead, where it has one.
 */
export function spanOfPointer(root: DataNode, pointer: string, want: 'value' | 'key' = 'value'): Span {
  let node = root;
  let span = root.span;
  for (const segment of segmentsOf(pointer)) {
    if (node.kind === 'map') {
      const entry = entryOf(node, segment);
      if (!entry) break;
      node = entry.value;
      span = want === 'key' || isEmptySpan(entry.value.span) ? entry.keySpan : entry.value.span;
    } else if (node.kind === 'list') {
      const item = node.items[Number(segment)];
      if (!item) break;
      node = item;
      span = item.span;
    } else break;
  }
  return span;
}

/** Every scalar of a node, in the order of the text. */
export function scalarsIn(node: DataNode): readonly ScalarNode[] {
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => scalarsIn(value));
  return node.kind === 'list' ? node.items.flatMap(scalarsIn) : [node];
}

/** The plain value of a node. */
export function toJson(node: DataNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toJson);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, toJson(entry.value)]));
}

function isEmptySpan(span: Span): boolean {
  return span.start.offset === span.end.offset;
}
