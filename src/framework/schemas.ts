import { schemas } from 'built:frameworks';
import type { JsonObject } from '../data/json.ts';
import { bundleOf, idOf, type Registry, registryOf } from './registry.ts';

/** The ids that a framework of the user's own may not take. */
export const reservedIds = schemas.map(idOf);

/** The schema of a framework that comes with the program, with all that it refers to. */
export function shippedBundle(id: string): JsonObject {
  const registry = registryWith();
  return bundleOf(registry.get(id) ?? {}, registry);
}

/** A user's schemas with those that come with the program, which they may refer to. */
export function registryWith(...own: readonly JsonObject[]): Registry {
  return registryOf([...schemas, ...own]);
}
