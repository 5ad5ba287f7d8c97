/** Plain JSON data. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property that is the object's own, so that no key can reach a prototype. */
export function property(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A JSON Pointer (RFC 6901) of unescaped segments. */
export function pointerOf(...segments: readonly (string | number)[]): string {
  return segments.map((one) => `/${String(one).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The unescaped segments of a JSON Pointer. */
export function segmentsOf(pointer: string): string[] {
  if (pointer === '') return [];
  const segments = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return segments;
  return segments.map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a path of keys and indices, or undefined. */
export function valueAt(root: Json | undefined, segments: readonly string[]): Json | undefined {
  let value = root;
  for (const segment of segments) {
    value = Array.isArray(value) ? value[Number(segment)] : property(value, segment);
  }
  return value;
}
