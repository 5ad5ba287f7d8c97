import packageJson from '../../package.json' with { type: 'json' };
import { docsOf, type Home } from '../explain/docs.ts';
import type { FormatName } from '../report/names.ts';
import type { RuleSummary, Tool } from '../report/report.ts';

/** The formats that describe the rules; for the others the rules need not be loaded. */
const describing: readonly FormatName[] = ['sarif', 'junit'];

/** This program, as the reports name it. */
export async function toolFor(formats: readonly FormatName[]): Promise<Tool> {
  const described: Home & { readonly version: string } = packageJson;
  const docs = docsOf(described);
  const rules = formats.some((one) => describing.includes(one)) ? await ruleSummaries() : [];
  return { version: described.version, rules, ...(docs !== undefined && { docs }) };
}

async function ruleSummaries(): Promise<RuleSummary[]> {
  const [{ rules }, { groups }] = await Promise.all([import('../rules/registry.ts'), import('../rules/rule.ts')]);
  return rules.map(({ id, summary, why, source, group }) => ({ id, summary, why, source, group: groups[group] }));
}
