import packageJson from '../../package.json' with { type: 'json' };
import type { Tool } from '../report/report.ts';
import { rules } from '../rules/registry.ts';
import { groups } from '../rules/rule.ts';

/** What of `package.json` says where the project is at home. */
export interface Home {
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** This program, as the reports name it. */
export function thisTool(): Tool {
  const described: Home & { readonly version: string } = packageJson;
  const docs = docsOf(described);
  return {
    version: described.version,
    rules: rules.map(({ id, summary, why, source, group }) => ({ id, summary, why, source, group: groups[group] })),
    ...(docs !== undefined && { docs }),
  };
}

/** The address of the pages of the rules in the repository that a package names; undefined where it names none. */
export function docsOf({ homepage, repository }: Home): string | undefined {
  const named = (typeof repository === 'string' ? repository : repository?.url) ?? homepage;
  const address = named?.replace(/^git\+/, '').replace(/(?:\.git|\/)?(?:#.*)?$/, '');
  return address?.startsWith('https://') ? `${address}/blob/HEAD/docs/rules` : undefined;
}
