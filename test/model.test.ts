import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { describe, expect, test } from 'vitest';
import { bind } from '../src/binding/bind.ts';
import type { Framework } from '../src/framework/framework.ts';
import { scaffold } from '../src/scaffold/scaffold.ts';
import { dressed } from './dresses.ts';
import { markdownFiles } from './files.ts';
import { carParks, good, read, shipped, surveillanceCamera } from './sla.ts';

/** The verdict of another validator, given only what `sla model` and `sla framework schema` print. */
async function accepts(
  framework: Framework,
  markdown: string,
): Promise<{ theirs: boolean; ours: boolean; places: [string[], string[]] }> {
  const binding = bind(read(markdown), framework);
  const model = JSON.parse(JSON.stringify(binding.model));
  const schema = JSON.parse(JSON.stringify(await framework.bundle()));
  registerSchema(schema);
  try {
    const output = await validate(schema.$id, model, 'BASIC');
    const held = binding.violations.filter((one) => !one.recommended && one.keyword !== 'format');
    const theirs = output.valid
      ? []
      : (output.errors ?? []).filter(({ keyword }) => !keyword.endsWith('/else') && !keyword.endsWith('/then'));
    return {
      theirs: output.valid,
      ours: held.length === 0,
      places: [
        [...new Set(theirs.map((one) => one.instanceLocation.replace(/^#/, '')))].sort(),
        [...new Set(held.map((one) => one.pointer))].sort(),
      ],
    };
  } finally {
    unregisterSchema(schema.$id);
  }
}

const texts: (readonly [string, string])[] = [
  ...markdownFiles(),
  ...dressed,
  ['a first draft', scaffold(surveillanceCamera, {})],
  [
    'a draft with every surveillance type',
    scaffold(surveillanceCamera, { surveillance: ['cctv', 'anpr', 'drone', 'covert'] }),
  ],
  ['without retention', good.replace(/^### 4\.\d+ Retention period$/m, '### 4.2 Something else')],
  ['retention without a figure', good.replace(/31 days/g, 'some days')],
  [
    'a section left out that may not be',
    good
      .replace(/^omitted:$/m, 'omitted:\n  governance: Nobody needs it here at all.')
      .replace('## 3. Governance', '## 3. Something else'),
  ],
  ['a wrong status', good.replace('status: agreed', 'status: agred')],
  ['one party', good.replace(/^ {2}- id: police[\s\S]*?(?=^\w)/m, '')],
  ['no front matter', good.replace(/^---[\s\S]*?\n---\n/, '')],
];

describe('another JSON Schema validator reaches the same verdict, at the same places', () => {
  test.each(texts)('%s', async (_path, markdown) => {
    const { theirs, ours, places } = await accepts(surveillanceCamera, markdown);
    expect(ours).toBe(theirs);
    expect(places[1]).toEqual(places[0]);
  });

  test.each(shipped)('every example and fixture, by $name', async (framework) => {
    for (const [path, markdown] of [...markdownFiles(), ['a draft', scaffold(framework, {})] as const]) {
      if (path.startsWith('docs/')) continue;
      const { theirs, ours, places } = await accepts(framework, markdown);
      expect(ours, path).toBe(theirs);
      expect(places[1], path).toEqual(places[0]);
    }
  });

  test('a framework of the user’s own', async () => {
    for (const [, markdown] of texts.slice(0, 20)) {
      const { theirs, ours } = await accepts(carParks, markdown);
      expect(ours).toBe(theirs);
    }
  });
});
