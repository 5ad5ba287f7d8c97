/** What of `package.json` says where the project is at home. */
export interface Home {
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** The address of the pages of the rules in the repository that a package names; undefined where it names none. */
export function docsOf({ homepage, repository }: Home): string | undefined {
  const named = (typeof repository === 'string' ? repository : repository?.url) ?? homepage;
  const address = named?.replace(/^git\+/, '').replace(/(?:\.git|\/)?(?:#.*)?$/, '');
  return address?.startsWith('https://') ? `${address}/blob/HEAD/docs/rules` : undefined;
}
