import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, root, seeds } from './files.ts';
import { findings, sla } from './sla.ts';

const packages = filesBelow(join(root, 'node_modules'))
  .filter((file) => /\.md$/.test(file))
  .sort()
  .filter((_file, index, all) => index % Math.max(1, Math.floor(all.length / 100)) === 0)
  .slice(0, 100);

const rulesFound = (text: string) => findings(text).map(({ rule, message }) => `${rule} ${message}`);

describe('documents that are no agreement', () => {
  test('a hundred Markdown files of other people: no crash, and a sentence that says what to do', () => {
    expect(packages).toHaveLength(100);
    const { code, out, err } = sla(['check', '--format', 'json', ...packages]);
    expect(err).toBe('');
    expect(code).toBe(1);
    for (const { findings: found } of JSON.parse(out).documents) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ rule: 'front-matter-missing' });
      expect(found[0].help).toContain('--framework');
    }
  });

  test('the same files, held against a framework all the same', () => {
    for (const file of packages) expect(rulesFound(readFileSync(file, 'utf8'))).toContain('section-missing several');
  });

  test.each(filesBelow(seeds))('%s: no crash, one finding, one way out', (file) => {
    const { code, out } = sla(['check', file]);
    expect(code).toBe(1);
    expect(out).toContain('front-matter-missing');
    expect(rulesFound(readFileSync(file, 'utf8'))).toContain('section-missing several');
  });
});
