/** A link that a mail system or an editor has wrapped in an address of its own. */
export interface Detour {
  /** The host that it goes by. */
  readonly by: string;
  /** Where it leads; undefined where only that host knows. */
  readonly address: string | undefined;
}

/** Hosts that wrap links, with what holds the address: a parameter, or the path. */
const wrappers: readonly (readonly [host: RegExp, addressOf: (url: URL) => string | null | undefined])[] = [
  [/^(?:[a-z0-9-]+\.)?safelinks\.protection\.outlook\.com$/, (url) => url.searchParams.get('url')],
  [/^(?:www\.)?google\.(?:com|co\.uk)$/, (url) => (url.pathname === '/url' ? targetOfGoogle(url) : undefined)],
  [/^urldefense\.com$/, (url) => /^\/v3\/__(https?:\/\/.{1,2000}?)__;/.exec(url.pathname + url.search)?.[1]],
  [/^linkprotect\.cudasvc\.com$/, (url) => url.searchParams.get('a')],
  [/^(?:protect|url)-?[a-z]{0,2}\.mimecast\.com$/, () => null],
];

/** The detour that an address of the web makes: by Outlook's Safe Links, Google Docs and the like. */
export function detourOf(target: string): Detour | undefined {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined;
  const url = new URL(target);
  const [, addressOf] = wrappers.find(([host]) => host.test(url.hostname)) ?? [];
  const address = addressOf?.(url);
  if (address === undefined) return undefined;
  const leadsOn = address !== null && /^https?:\/\//i.test(address) && URL.canParse(address);
  return { by: url.hostname, address: leadsOn ? new URL(address).href : undefined };
}

function targetOfGoogle({ searchParams }: URL): string | null {
  return searchParams.get('q') ?? searchParams.get('url');
}
