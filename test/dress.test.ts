import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dressed, wrapped } from './dresses.ts';
import { filesBelow, root } from './files.ts';
import { findings } from './sla.ts';

describe('the same agreement in other dress has no error and no warning', () => {
  test.each(dressed)('%s', (_name, markdown) => {
    const loud = findings(markdown).filter((one) => one.severity !== 'info');
    expect(loud.map(({ at, rule, text }) => `${at.start.line} ${rule} ${text}`)).toEqual([]);
  });
});

describe('where the lines of an agreement are broken says nothing', () => {
  const corpus = filesBelow(join(root, 'test/corpus')).filter((file) => /\/(?:[01]\d|20|25|27)-[^/]*\.md$/.test(file));
  const said = (markdown: string) =>
    findings(markdown)
      .map(({ rule, text }) => `${rule} ${text}`.replace(/\bline \d+/g, 'line …'))
      .sort();

  test.each(corpus.map((file) => [basename(file), readFileSync(file, 'utf8')] as const))('%s', (_name, markdown) => {
    for (const width of [60, 72, 100, Number.POSITIVE_INFINITY]) {
      expect(said(wrapped(markdown, width))).toEqual(said(markdown));
    }
  });
});
