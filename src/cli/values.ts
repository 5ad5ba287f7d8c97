import { Argument, type Option } from 'commander';
import { fieldNamed } from '../framework/framework.ts';
import { defaultFramework } from '../framework/shipped.ts';

/** What an option or an argument can be given. */
export interface Values {
  readonly values: readonly string[];
  readonly files: boolean;
  /** Whether several may be given, with commas between them. */
  readonly isList: boolean;
}

type Source = (cwd: string) => Promise<readonly string[]>;

const frameworks: Source = async () => (await import('../framework/shipped.ts')).shippedNames;

/** Values that commander does not know; what they need is loaded when they are asked for. */
const sources: Readonly<Record<string, Source>> = {
  framework: frameworks,
  name: frameworks,
  surveillance: async (cwd) => {
    const { frameworksFor } = await import('../workspace/frameworks.ts');
    const { frontMatter } = await frameworksFor(cwd).named(defaultFramework);
    return fieldNamed(frontMatter, 'surveillance')?.items?.values ?? [];
  },
  topic: async () => {
    const { rules } = await import('../rules/registry.ts');
    return [...rules.map(({ id }) => id), ...(await frameworks(''))];
  },
  with: async () => Object.keys((await import('../scaffold/companions.ts')).companions),
};

const lists: readonly string[] = ['surveillance', 'with'];

/** What can be given: the choices that commander knows, else those of the name, and files where the name says so. */
export async function valuesOf(cwd: string, one: Argument | Option): Promise<Values> {
  const name = one instanceof Argument ? one.name() : one.attributeName();
  const written = one instanceof Argument ? name : one.flags;
  const values = one.argChoices ?? (await sources[name]?.(cwd)) ?? [];
  // What may stand behind a name, as in NAME=FILE, is no value of its own.
  const isPath =
    /<(?:file|files|path|paths)>|\[(?:file|files|paths)|^(?:file|files|path|paths)$/.test(written) ||
    name === 'framework' ||
    name === 'name';
  return { values, files: isPath, isList: lists.includes(name) };
}
