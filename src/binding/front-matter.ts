import type { Json } from '../data/json.ts';
import { type DataNode, entryOf, toJson } from '../data/node.ts';
import type { Field } from '../framework/framework.ts';
import { isNonAnswer } from '../text/placeholder.ts';

/** Front matter as plain values. Where the framework wants text, a number stays as it was typed: version 1.10 is 1.10. */
export function readFields(node: DataNode, field: Field | undefined): Json {
  if (node.kind === 'list') return node.items.map((item) => readFields(item, field?.items));
  if (node.kind === 'map') {
    const keys = field?.fields ?? [];
    return Object.fromEntries(
      node.entries.map(({ key, value }) => [
        key,
        readFields(
          value,
          keys.find((one) => one.key === key),
        ),
      ]),
    );
  }
  const asTyped = typeof node.value === 'number' && field?.types.includes('string');
  return asTyped ? node.written : node.value;
}

/** The sections left out, each with its reason. A reason that says nothing, such as "N/A", is the empty text. */
export function readOmissions(root: DataNode): Readonly<Record<string, string>> {
  const omitted = entryOf(root, 'omitted')?.value;
  if (omitted?.kind !== 'map') return {};
  return Object.fromEntries(
    omitted.entries.map(({ key, value }) => {
      const json = toJson(value);
      const reason = value.kind === 'scalar' && json !== null ? String(json) : '';
      return [key, isNonAnswer(reason) ? '' : reason];
    }),
  );
}
