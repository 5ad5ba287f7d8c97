import { groupedBy } from '../text/group.ts';
import { oneLine } from '../text/shorten.ts';
import { readWords, type Words } from '../text/words.ts';
import type { Act, Reference } from './reference.ts';

/** The words of a text, and what stands between each and the next. */
interface Tokens extends Words {
  readonly gaps: readonly string[];
}

/** A name that a text may hold: either a row's, or the title of an Act without its year. */
export interface Name extends Tokens {
  readonly written: string;
  readonly reference?: Reference;
  readonly act?: Titled;
}

interface Titled {
  readonly act: Act;
  /** The years of the Acts that bear this title; `any` where there are too many to tell. */
  readonly years: readonly number[] | 'any';
}

/** Every name of a table. */
export function namesOf(references: readonly Reference[], acts: readonly Act[]): Name[] {
  const rows = references.flatMap((reference) =>
    reference.names.map((name): Name => ({ ...tokensOf(name), written: name, reference })),
  );
  const namesakes = groupedBy(acts, ({ title }) => [withoutYear(title)]);
  const titles = [...namesakes].flatMap(([title, alike]) =>
    alike.map((act): Name => ({ ...tokensOf(title), written: act.title, act: { act, years: yearsOf(alike) } })),
  );
  return [...rows, ...titles];
}

function yearsOf(namesakes: readonly Act[]): Titled['years'] {
  const others = namesakes.map((act) => act['other-years'] ?? []);
  if (others.includes('any')) return 'any';
  return [
    ...namesakes.map(({ title }) => Number(/\d{4}$/.exec(title)?.[0])),
    ...others.flatMap((one) => (one === 'any' ? [] : one)),
  ];
}

function tokensOf(text: string): Tokens {
  const words = readWords(text);
  return { ...words, gaps: words.words.map((_word, position) => gapBehind(text, words, position)) };
}

/** What stands between a word and the next, made plain; nothing behind the last one. */
function gapBehind(text: string, { starts, ends }: Words, position: number): string {
  const end = ends[position] ?? text.length;
  const gap = text.slice(end, starts[position + 1] ?? end);
  return gap === ' ' ? gap : plainGap(gap);
}

function plainGap(gap: string): string {
  return oneLine(gap)
    .replace(/[’‘]/gu, "'")
    .replace(/[‐‑–—]/gu, '-');
}

interface NameMatch {
  readonly to: number;
  readonly reference: Reference;
}

/** Where a name ends whose first word is the one at a position of the words of a text, if it stands there; an Act with its year. */
export function matchAt(text: string, spread: Words, position: number, name: Name): NameMatch | undefined {
  const { words, gaps, written, reference, act } = name;
  for (let step = 0; step < words.length; step++) {
    if (spread.words[position + step] !== words[step]) return undefined;
    if (step < words.length - 1 && gapBehind(text, spread, position + step) !== gaps[step]) return undefined;
  }
  const last = position + words.length - 1;
  const from = spread.starts[position] ?? 0;
  // The bracket behind the last word of "… (GDPR)" is a part of the name.
  const tail = written.slice(name.ends.at(-1));
  const end = spread.ends[last] ?? 0;
  const to = tail !== '' && text.startsWith(tail, end) ? end + tail.length : end;
  if (reference) {
    const isWritten =
      reference.case === 'ignore' ||
      plainGap(text.slice(from, end)) === plainGap(written.slice(name.starts[0], name.ends.at(-1)));
    return isWritten ? { to, reference } : undefined;
  }
  return act && actMatch(text, to, act);
}

/** The title of an Act with a year, right or wrong. */
function actMatch(text: string, titleEnd: number, { act, years }: Titled): NameMatch {
  const year = /^,?\s*(?:\([^()]{1,20}\)\s*)?(?:of\s+)?\(?((?:19|20)\d\d)\b/u.exec(text.slice(titleEnd, titleEnd + 40));
  if (!year) return { to: titleEnd, reference: misdated(act, false) };
  const isRight = withoutYear(act.title) === act.title || years === 'any' || years.includes(Number(year[1]));
  return { to: titleEnd + year[0].length, reference: misdated(act, !isRight) };
}

/** What is said of an Act with a year that is not its own; a right one is not to be reported. */
function misdated({ id, title, path, verified, 'unless-before': before }: Act, isWrongYear: boolean): Reference {
  return {
    id,
    kind: 'misnamed',
    names: [],
    case: 'ignore',
    current: title,
    severity: 'warning',
    jurisdiction: isWrongYear ? 'england-and-wales' : '',
    source: `https://www.legislation.gov.uk/${path}`,
    verified,
    ...(before && { 'unless-before': before }),
  };
}

function withoutYear(title: string): string {
  return title.replace(/\s+(?:19|20)\d\d$/, '');
}
