import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { formats } from './formats.ts';
import type { Framework, FrameworkData, Validate } from './framework.ts';
import { type Compiled, validatorOf } from './violations.ts';

/** A framework of the user's as an earlier run left it: read and compiled, as plain data. */
export interface CompiledFramework {
  readonly data: FrameworkData;
  /** The text of a CommonJS module that ajv has made of the schema. */
  readonly code: string;
}

/** What such a module may load. */
const runtime: Readonly<Record<string, unknown>> = {
  'ajv/dist/runtime/equal': equal,
  'ajv/dist/runtime/ucs2length': ucs2length,
};

/** Makes a function of the text of its body, whose parameters are `module`, `require` and `formats`. */
export type Loader = (code: string) => (...given: readonly unknown[]) => unknown;

/** Makes a framework of what an earlier run compiled, without ajv. The code must be known to be our own. */
export function revived({ data, code }: CompiledFramework, bundle: Framework['bundle'], loader: Loader): Framework {
  return { ...data, bundle, validate: validatorFrom(loader(code), data.id) };
}

function validatorFrom(body: ReturnType<Loader>, id: string): Validate {
  const module: { exports?: Compiled } = {};
  const load = (name: string) => {
    const part = runtime[name];
    // Whether the default of a CommonJS module is unwrapped depends on who loads it.
    return part && Object.hasOwn(part, 'default') ? part : { default: part };
  };
  body(module, load, formats);
  if (typeof module.exports !== 'function') throw new TypeError('the code makes no validator');
  return validatorOf(module.exports, id);
}
