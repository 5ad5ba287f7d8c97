import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject } from '../src/data/json.ts';
import { parseData } from '../src/data/parse.ts';
import { describeFramework } from '../src/framework/build.ts';
import { allRequirements } from '../src/framework/framework.ts';
import { readFramework, readSchema } from '../src/framework/read.ts';
import { schemaSetOf } from '../src/framework/schema-set.ts';
import { createSource } from '../src/text/source.ts';
import { filesBelow, root } from './files.ts';
import { framework, shipped, surveillanceCamera } from './sla.ts';

test.each([...shipped.map(({ name }) => name), 'agreement-front-matter', 'values'])(
  '%s is written in the subset that frameworks may use',
  (name) => {
    const text = readFileSync(join(root, `schemas/frameworks/${name}.yaml`), 'utf8');
    // Under an id of its own, for the shipped ones are reserved.
    const parsed = parseData(createSource(name, text.replace(/^\$id: .*$/m, '$id: sla:test')));
    if (parsed.state !== 'valid' || !parsed.root) throw new Error('the file cannot be read');
    const read = readSchema(parsed.root);
    const framework = read.state === 'valid' ? readFramework('test', parsed.root, read.schema) : read;
    const problems = framework.state === 'invalid' ? framework.problems : [];
    const shape = problems.map((one) => one.text).filter((one) => one !== 'The framework describes no section');
    expect(shape).toEqual([]);
  },
);

test.each(shipped)('$name: every section, component, part and column tells what it asks, and why', ({ sections }) => {
  for (const { path, title, description, why, source, basis, columns } of allRequirements(sections)) {
    for (const words of [title, description, why, source, basis]) expect(words, path).toBeTruthy();
    for (const column of columns) expect(column.description, `${path} ${column.id}`).toBeTruthy();
  }
});

test.each(shipped)('$name: no heading can mean two sections', ({ sections }) => {
  const names = sections.flatMap((one) => one.names);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('surveillance-camera: only the areas are said to be published; every component is said to be proposed', () => {
  const requirements = allRequirements(surveillanceCamera.sections);
  expect(requirements.length).toBeGreaterThan(150);
  for (const { path, basis } of requirements) expect(basis, path).toBe(path.includes('/') ? 'proposal' : 'published');
});

test('self-assessment: 12 principles and 75 questions, whose numbering restarts in the second', () => {
  const parts = framework('self-assessment').sections.filter(({ label }) => label !== undefined);
  const numbers = parts.map(({ children }) => children.flatMap(({ number }) => number ?? []));
  expect(numbers.map((own) => own.length)).toEqual([5, 6, 6, 7, 10, 6, 7, 4, 7, 5, 6, 6]);
  expect(numbers.flat()).toEqual([1, 2, 3, 4, 5, ...Array.from({ length: 70 }, (_, index) => index + 1)]);
});

test('no framework is named in the code: what it asks for stands in its file', () => {
  const ids = shipped.map(({ name }) => name).join('|');
  const named = filesBelow(join(root, 'src'))
    .filter((file) => !/[/](?:shipped|examples)\.ts$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => new RegExp(`(?:===|!==|case|includes\\(|switch).*['"](?:sla:)?(?:${ids})['"]`).test(line));
  expect(named).toEqual([]);
});

test('what a framework asks for rests on the keys that its conditions name, or on any', () => {
  expect(surveillanceCamera.decisive).toContain('surveillance');
  expect(surveillanceCamera.decisive).not.toContain('title');
  const decisive = (condition: JsonObject) => {
    const schema = { $id: 'sla:own', allOf: [{ if: condition, else: { required: ['sections'] } }] };
    return describeFramework('own', schema, schemaSetOf([schema])).decisive;
  };
  const has = (key: string, value: JsonObject) => ({
    properties: { 'front-matter': { properties: { [key]: value } } },
  });
  expect(decisive({ not: has('places', { contains: { const: 'north' } }) })).toEqual(['front-matter', 'places']);
  expect(decisive({ anyOf: [has('a', { required: ['b'] }), { $ref: '#/$defs/unknown' }] })).toBeUndefined();
  expect(decisive({ properties: { 'front-matter': { minProperties: 3 } } })).toBeUndefined();
  expect(decisive(has('a', { enum: [['b']] }))).toBeUndefined();
});
