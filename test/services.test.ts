import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, root } from './files.ts';
import { findings, framework, sla } from './sla.ts';

const service = framework('service');
const shapes = filesBelow(join(root, 'test/fixtures/services')).filter((file) => file.endsWith('.md'));
const shape = (name: string) => readFileSync(join(root, `test/fixtures/services/${name}.md`), 'utf8');
const missing = (name: string) =>
  findings(shape(name), service)
    .filter(({ rule, severity }) => rule === 'section-missing' && severity === 'error')
    .map(({ requirement }) => requirement);

describe('an SLA.md as teams write it, without front matter', () => {
  test.each(shapes)('%s: the report', async (file) => {
    const { out } = sla(['check', '--framework', 'service', '--as-of', '2026-11-01', file]);
    await expect(out).toMatchFileSnapshot(file.replace(/\.md$/, '.report.txt'));
  });

  test.each(shapes)('%s: front matter is asked for once, as a remark', (file) => {
    const found = findings(readFileSync(file, 'utf8'), service);
    const asking = found.filter(({ rule }) => rule.startsWith('front-matter'));
    expect(asking.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['info front-matter-missing']);
    expect(found.length, basename(file)).toBeLessThan(12);
  });

  test('what is truly not there, and nothing else', () => {
    expect(missing('cloud-uptime-with-credits')).toEqual(['responsibilities', 'contacts', 'reporting']);
    expect(missing('internal-platform-team')).toEqual([]);
    expect(missing('university-course-project')).toEqual(['term', 'reporting', 'responsibilities']);
    expect(missing('api-product-with-tiers')).toEqual(['responsibilities']);
    expect(missing('support-desk-with-severities')).toEqual([]);
    expect(missing('numbered-legal-prose')).toEqual(['reporting']);
    expect(missing('data-platform-team')).toEqual([]);
    expect(missing('payments-api-tiers-first')).toEqual(['responsibilities', 'reporting']);
    expect(missing('it-desk-unsigned')).toEqual([]);
    expect(missing('lift-maintenance-clauses')).toEqual(['contacts']);
  });
});
