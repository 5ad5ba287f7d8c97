import { type DataNode, entryOf } from '../data/node.ts';
import { suggestion } from '../finding/finding.ts';
import { type Field, fieldNamed } from '../framework/framework.ts';
import { enumerated } from '../text/enumeration.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const frontMatterKeyUnknown = defineRule({
  id: 'front-matter-key-unknown',
  group: 'front-matter',
  summary: 'The keys of the front matter are ones that the framework knows.',
  why: 'A misspelt key is read by nobody, and the check that depends on it stays silent.',
  source: 'The framework’s schema',
  severity: 'warning',
  weights: {
    unknown: { severity: 'info', when: 'the key may be your own' },
  },
  messages: {
    misspelt: ({ key, near }: { readonly key: string; readonly near: string }) => ({
      text: `The framework knows no key “${key}”.`,
      help: `Did you mean “${near}”?`,
    }),
    parted: ({ key, before }: { readonly key: string; readonly before: string }) => ({
      text: `The comma parts “${key}” from “${before}”, and nobody reads it.`,
      help: `Put both between quotation marks: "${before}, ${key}".`,
    }),
    unknown: ({ keys }: { readonly keys: readonly string[] }) => ({
      text: `The framework knows no ${keys.length === 1 ? 'key' : 'keys'} ${enumerated(keys, 'or')}.`,
      help:
        keys.length === 1
          ? 'Keep it if another program reads it; no rule looks at it.'
          : 'Keep them if another program reads them; no rule looks at them.',
    }),
  },
  *check({ binding }) {
    const { frontMatter } = binding.document;
    if (frontMatter.state !== 'present') return;
    const top = new Set(frontMatter.root.kind === 'map' ? frontMatter.root.entries.map((one) => one.keySpan) : []);
    const own: Pick<Unknown, 'key' | 'at'>[] = [];
    for (const { key, at, known, before } of unknownKeys(frontMatter.root, binding.framework.frontMatter)) {
      if (top.has(at) && readByProgram.includes(key)) continue;
      if (before !== undefined) {
        yield { message: 'parted', data: { key, before }, at };
        continue;
      }
      const near = nearest(key, known);
      if (near === undefined) {
        own.push({ key, at });
        continue;
      }
      const fix = suggestion(`Change “${key}” to “${near}”`, [{ at, text: near }]);
      yield { message: 'misspelt', data: { key, near }, at, fix };
    }
    const [first, ...others] = own;
    if (!first) return;
    const related = others.map(({ key, at }) => ({ at, text: `Nor “${key}”` }));
    const keys = [...new Set(own.map(({ key }) => key))];
    yield { message: 'unknown', data: { keys }, at: first.at, related };
  },
  examples: () => [
    {
      title: 'A key that the framework knows',
      markdown: agreementWith('version: 1.10', scope, charges),
      finds: [],
    },
    {
      title: 'A slip',
      markdown: agreementWith('verison: 1.10', scope, charges),
      finds: ['misspelt'],
    },
    {
      title: 'A comma in a text without quotation marks',
      markdown: agreementWith('parties:\n  - { name: Nash Council, Parking Services }', scope, charges),
      finds: ['parted'],
    },
    {
      title: 'Keys of another program',
      markdown: agreementWith('layout: page\ntags: [parking]', scope, charges),
      finds: ['unknown'],
    },
    {
      title: 'The same key of two parties is told once',
      markdown: agreementWith(
        'parties:\n  - { name: Nash Council, ward: North }\n  - { name: Nash Wardens, ward: South }',
        scope,
        charges,
      ),
      finds: ['unknown'],
    },
    {
      title: 'No front matter at all',
      markdown: agreement(scope, charges),
      finds: [],
    },
  ],
});

/** Keys at the top that the program itself reads, whatever the framework says of them. */
const readByProgram = ['framework', 'status', 'omitted'];

interface Unknown {
  readonly key: string;
  readonly at: Span;
  /** The keys that might be meant: those of the framework that are not there yet. */
  readonly known: readonly string[];
  /** The text before it that a comma cut short, in `{ post: Superintendent, Central Division }`; else undefined. */
  readonly before: string | undefined;
}

function unknownKeys(node: DataNode, field: Field): Unknown[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list')
    return field.items ? node.items.flatMap((item) => unknownKeys(item, field.items ?? field)) : [];
  if (field.fields.length === 0) return [];
  const others = () => field.fields.map((one) => one.key).filter((key) => !entryOf(node, key));
  return node.entries.flatMap(({ key, keySpan, value }, index) => {
    const inner = fieldNamed(field, key);
    if (inner) return unknownKeys(value, inner);
    const isBare = value.kind === 'scalar' && value.value === null && value.written === '';
    const before = isBare ? node.entries[index - 1]?.value : undefined;
    const cut = before?.kind === 'scalar' && typeof before.value === 'string' ? before.value : undefined;
    return [{ key, at: keySpan, known: others(), before: cut }];
  });
}
