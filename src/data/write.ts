import { Document, isMap, isSeq, YAMLMap } from 'yaml';
import type { JsonObject } from './json.ts';

/** A line of YAML that is commented out: a key whose value is not known yet. */
export interface Commented {
  /** Where it belongs: the keys and indices down to the map. */
  readonly path: readonly (string | number)[];
  readonly line: string;
}

/** YAML text of a map. The commented lines stand at the end of the maps that they belong to. */
export function writeYaml(value: JsonObject, comments: readonly Commented[] = []): string {
  const document = new Document(value);
  for (const { path, line } of comments) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (!(node instanceof YAMLMap)) continue;
    node.comment = node.comment ? `${node.comment}\n ${line}` : ` ${line}`;
  }
  const lists = (node: unknown): void => {
    if (isSeq(node) && node.items.every((item) => !isMap(item))) node.flow = true;
  };
  if (isMap(document.contents)) for (const pair of document.contents.items) lists(pair.value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
