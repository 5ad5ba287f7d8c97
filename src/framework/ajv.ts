import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json, JsonObject } from '../data/json.ts';
import { isIsoDate } from '../text/date.ts';
import { findPeriod } from '../text/duration.ts';
import type { Violation } from './framework.ts';

/** Our annotations. They say nothing about whether a model is valid. */
const annotations = [
  'aliases',
  'basis',
  'detail',
  'edition',
  'follows',
  'form',
  'label',
  'number',
  'preamble',
  'principles',
  'prompt',
  'reads',
  'role',
  'roles',
  'source',
  'states',
  'why',
];

/**
 * An ajv that knows our annotations and formats. `recommended` becomes `required` inside it, so that conditions need
 * no second evaluator; its errors are told apart by their schema path.
 */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    ownProperties: true,
    // Both save time when a large framework is compiled, and change no verdict.
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addVocabulary(annotations);
  ajv.addKeyword({
    keyword: 'recommended',
    schemaType: 'array',
    macro: (names: readonly string[]) => ({ required: names }),
  });
  addFormats.default(ajv, ['date', 'email']);
  ajv.addFormat('date-or-until-notice', (text: string) => text === 'until-notice' || isIsoDate(text));
  ajv.addFormat('duration-in-words', (text: string) => findPeriod(text) !== undefined);
  return ajv;
}

/** Compiles a schema together with those it refers to. Throws, with ajv's words, when it cannot be compiled. */
export function compileSchema(schema: JsonObject, others: Iterable<JsonObject> = []) {
  const ajv = createAjv();
  for (const other of others) ajv.addSchema(other);
  const validate: ValidateFunction = ajv.compile(schema);
  const name = String(schema.$id ?? '');
  return (data: Json): readonly Violation[] => {
    validate(data);
    return violationsOf(validate.errors ?? [], name);
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
      recommended: /\/recommended\/required$/.test(error.schemaPath),
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
