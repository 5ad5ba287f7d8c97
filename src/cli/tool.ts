import packageJson from '../../package.json' with { type: 'json' };
import type { FormatName } from '../report/names.ts';
import type { RuleSummary, Tool } from '../report/report.ts';

/** What of `package.json` says where the project is at home. */
export interface Home {
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

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

/** The address of the pages of the rules in the repository that a package names; undefined where it names none. */
export function docsOf({ homepage, repository }: Home): string | undefined {
  const named = (typeof repository === 'string' ? repository : repository?.url) ?? homepage;
  const address = named?.replace(/^git\+/, '').replace(/(?:\.git|\/)?(?:#.*)?$/, '');
  return address?.startsWith('https://') ? `${address}/blob/HEAD/docs/rules` : undefined;
}
