import type { ErrorObject } from 'ajv';
import type { Json } from '../data/json.ts';
import type { Validate, Violation } from './framework.ts';

/** What ajv compiles a schema to, now or when the program was built. */
export type Compiled = ((value: Json) => unknown) & { errors?: readonly ErrorObject[] | null };

/** Makes a validator of a compiled schema; `id` is the schema's. */
export function validatorOf(compiled: Compiled, id: string): Validate {
  return (value) => {
    compiled(value);
    return violationsOf(compiled.errors ?? [], id);
  };
}

/** One lack is one violation: ajv's bookkeeping errors go, and what two schemas both ask for is said once. */
function violationsOf(errors: readonly ErrorObject[], name: string): Violation[] {
  const found = new Map<string, Violation>();
  for (const error of errors) {
    if (error.keyword === 'if' || error.keyword === 'recommended') continue;
    const property = propertyOf(error);
    const violation: Violation = {
      keyword: error.keyword,
      pointer: error.instancePath,
      property,
      recommended: error.schemaPath.endsWith('/recommended/required'),
      schema: error.schemaPath.startsWith('#') ? name + error.schemaPath : error.schemaPath,
      allowed: allowedBy(error),
    };
    const key = [violation.pointer, violation.keyword, property ?? ''].join(' ');
    const before = found.get(key);
    if (!before || (before.recommended && !violation.recommended)) found.set(key, violation);
  }
  return withoutEchoes([...found.values()]);
}

/** A value of the wrong type breaks other keywords too, and one that fits no branch breaks each: the first is enough. */
function withoutEchoes(violations: readonly Violation[]): Violation[] {
  const at = (keyword: string) => new Set(violations.flatMap((one) => (one.keyword === keyword ? [one.pointer] : [])));
  const types = at('type');
  const branches = at('anyOf');
  const spoken = new Set<string>();
  return violations.filter(({ keyword, pointer }) => {
    if (branches.has(pointer)) {
      if (keyword === 'anyOf' || spoken.has(pointer)) return false;
      spoken.add(pointer);
      return true;
    }
    return keyword === 'type' || !types.has(pointer);
  });
}

function propertyOf({ params }: ErrorObject): string | undefined {
  const name = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof name === 'string' ? name : undefined;
}

function allowedBy({ params }: ErrorObject): (string | number)[] {
  const value = params.allowedValues ?? params.allowedValue ?? params.type ?? params.format ?? params.limit ?? [];
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' || typeof one === 'number');
}
