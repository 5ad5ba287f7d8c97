import { describe, expect, test } from 'vitest';
import { dressed } from './dresses.ts';
import { findings } from './sla.ts';

describe('the same agreement in other dress has no error and no warning', () => {
  test.each(dressed)('%s', (_name, markdown) => {
    const loud = findings(markdown).filter((one) => one.severity !== 'info');
    expect(loud.map(({ at, rule, text }) => `${at.start.line} ${rule} ${text}`)).toEqual([]);
  });
});
