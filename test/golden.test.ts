import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatNames } from '../src/report/names.ts';
import { root } from './files.ts';
import { sla } from './sla.ts';

test.each(formatNames)(
  'one report as %s, as it was read and found right; the same again in another run',
  async (format) => {
    const args = ['check', '--format', format, '--as-of', '2026-11-22', 'examples/poor/delivery-plan.md'];
    const { code, out, err } = sla(args);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(sla(args).out).toBe(out);
    await expect(out).toMatchFileSnapshot(join(root, `test/fixtures/golden/delivery-plan.${format}`));
  },
);
