import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseData } from '../src/data/parse.ts';
import { allRequirements } from '../src/framework/framework.ts';
import { readFramework } from '../src/framework/read.ts';
import { createSource } from '../src/text/source.ts';
import { root } from './files.ts';
import { surveillanceCamera } from './sla.ts';

const requirements = allRequirements(surveillanceCamera.sections);

test.each(['surveillance-camera', 'agreement-front-matter', 'values'])(
  '%s is written in the subset that frameworks may use',
  (name) => {
    const text = readFileSync(join(root, `schemas/frameworks/${name}.yaml`), 'utf8');
    // Under an id of its own, for the shipped ones are reserved.
    const parsed = parseData(createSource(name, text.replace(/^\$id: .*$/m, '$id: sla:test')));
    if (parsed.state !== 'valid' || !parsed.root) throw new Error('the file cannot be read');
    const read = readFramework('test', parsed.root);
    const problems = read.state === 'invalid' ? read.problems : [];
    const shape = problems.map((one) => one.text).filter((one) => one !== 'The framework describes no section');
    expect(shape).toEqual([]);
  },
);

test('every section, component and part tells what it asks, why, and where that comes from', () => {
  expect(requirements.length).toBeGreaterThan(150);
  for (const { path, title, description, why, source, basis } of requirements) {
    for (const words of [title, description, why, source, basis]) expect(words, path).toBeTruthy();
  }
});

test('no heading can mean two sections', () => {
  const names = surveillanceCamera.sections.flatMap((one) => one.names);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('only the areas are said to be published; every component is said to be proposed', () => {
  for (const { path, basis } of requirements) expect(basis, path).toBe(path.includes('/') ? 'proposal' : 'seeds');
});
