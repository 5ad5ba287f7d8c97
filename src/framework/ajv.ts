import { _, type CodeOptions } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonObject } from '../data/json.ts';
import { formats } from './formats.ts';
import type { Validate } from './framework.ts';
import { idOf } from './schema-set.ts';
import { validatorOf } from './violations.ts';

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
function createAjv(others: readonly JsonObject[], code: CodeOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    ownProperties: true,
    // These save time when a large framework is compiled, and change no verdict.
    inlineRefs: false,
    // Rules say in their own words what is wrong.
    messages: false,
    code: { optimize: false, ...code },
  });
  ajv.addVocabulary(annotations);
  ajv.addKeyword({
    keyword: 'recommended',
    schemaType: 'array',
    macro: (names: readonly string[]) => ({ required: names }),
  });
  for (const [name, fits] of Object.entries(formats)) ajv.addFormat(name, fits);
  for (const other of others) ajv.addSchema(other);
  return ajv;
}

/** Compiles a schema together with those it refers to. Throws, with ajv's words, when it cannot be compiled. */
export function compileSchema(schema: JsonObject, others: readonly JsonObject[] = []): Validate {
  return validatorOf(createAjv(others).compile(schema), idOf(schema));
}

/**
 * The text of a CommonJS module that exports what `compileSchema` would run, to be kept for later runs; it finds the formats
 * in a variable. Undefined for a schema that might get out of the comments in which ajv quotes it.
 */
export function compiledScript(schema: JsonObject, others: readonly JsonObject[]): string | undefined {
  if (JSON.stringify([schema, others]).includes('*/')) return undefined;
  const ajv = createAjv(others, { source: true, formats: _`formats` });
  return standalone(ajv, ajv.compile(schema));
}

/**
 * The text of a module that exports `validate`, which ajv has compiled ahead of time; `validatorOf` makes a validator of
 * it. `formatsModule` is where the module finds the formats.
 */
export function compiledModule(schema: JsonObject, others: readonly JsonObject[], formatsModule: string): string {
  const ajv = createAjv(others, { source: true, esm: true, optimize: true, formats: _`formats` });
  const imports = [`import { formats } from ${JSON.stringify(formatsModule)};`];
  const code = standalone(ajv, ajv.compile(schema)).replace(
    /require\("([^"]+)"\)\.default/g,
    (_whole, path: string) => {
      const name = `runtime${imports.length}`;
      imports.push(`import ${name} from ${JSON.stringify(`${path}.js`)};`);
      // Whether the default of a CommonJS module is unwrapped depends on who loads it.
      return `(${name}.default ?? ${name})`;
    },
  );
  return [...imports, code].join('\n');
}
