import { schemas } from 'built:frameworks';
import type { JsonObject } from '../data/json.ts';
import { bundleOf, idOf, type SchemaSet, schemaSetOf } from './schema-set.ts';

/** The ids that a framework of the user's own may not take. */
export const reservedIds = schemas.map(idOf);

/** The schema of a framework that comes with the program, with all that it refers to. */
export function shippedBundle(id: string): JsonObject {
  const set = schemaSetWith();
  return bundleOf(set.get(id) ?? {}, set);
}

/** A user's schemas with those that come with the program, which they may refer to. */
export function schemaSetWith(...own: readonly JsonObject[]): SchemaSet {
  return schemaSetOf([...schemas, ...own]);
}
