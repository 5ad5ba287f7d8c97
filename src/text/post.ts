import { shippedWording } from './wording.ts';

/** The ranks of a police force, the longer names first, with their short forms. */
const ranks: readonly (readonly [rank: string, short: readonly string[]])[] = [
  ['assistant chief constable', ['acc', 'asst chief constable']],
  ['deputy chief constable', ['dcc', 'dep chief constable']],
  ['detective chief superintendent', ['det ch supt', 'det chief supt', 'dcs']],
  ['detective chief inspector', ['dci', 'det ch insp', 'det chief insp']],
  ['detective superintendent', ['det supt', 'd supt']],
  ['detective inspector', ['di', 'det insp']],
  ['detective sergeant', ['ds', 'det sgt']],
  ['chief superintendent', ['ch supt', 'chief supt', 'csupt']],
  ['chief inspector', ['ch insp', 'chief insp']],
  ['chief constable', ['cc']],
  ['superintendent', ['supt']],
  ['inspector', ['insp']],
  ['sergeant', ['sgt']],
  ['commander', ['cmdr']],
];
const titles = '(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|cllr|councillor|rev)';
const title = new RegExp(`^${titles}$`);
const emptyWords = new Set('the a an of for and at in our its current currently t temporary acting interim'.split(' '));

function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/['’]s?\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function rankIn(text: string): string | undefined {
  const plain = words(text);
  return ranks.find(([rank, short]) => [rank, ...short].some((name) => plain.includes(` ${name} `)))?.[0];
}

const postWord =
  /\b(?:manager|officer|director|head|chief|executive|commissioner|clerk|leader|lead|owner|secretary|treasurer|governor|supervisor|coordinator|co-ordinator|solicitor|principal|registrar|bursar|constable)\b/i;

/** Whether words name a post rather than a person: a police rank, or such as "manager". */
export function namesPost(text: string): boolean {
  return postWord.test(text) || rankIn(text) !== undefined;
}

/**
 * Whether two descriptions can mean the same post: the same police rank, unless each says that it is for something else, or
 * somewhere else; or one holds all the words of the other.
 */
export function isSamePost(one: string, other: string): boolean {
  const first = rankIn(one);
  const second = rankIn(other);
  if (first !== undefined && second !== undefined) return first === second && !areApart(one, other);
  const [a, b] = [one, other].map(
    (text) =>
      new Set(
        words(text)
          .trim()
          .split(' ')
          .filter((word) => !emptyWords.has(word)),
      ),
  );
  if (!a || !b) return true;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].every((word) => large.has(word));
}

const policePosts = shippedWording['police-posts'];
const purposes = wordSet(policePosts.for);
const places = wordSet(policePosts.where);
const ofPosts = new Set([...purposes, ...places, ...wordSet(policePosts.general)]);

function wordSet(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.flatMap((phrase) => phrase.split(' ')));
}

/** What follows on a post in a sentence: "the Superintendent, who answers for operations". */
const clause = /\s(?:who|whom|whose|which|that|and|with|on|at|to|as|by|from|responsible|reporting)\s|[;:.]/i;

/** "Superintendent (Operations)" and "Superintendent, Local Policing"; not where one of them says nothing of it. */
function areApart(one: string, other: string): boolean {
  return [purposes, places].some((known) => {
    const [a, b] = [one, other].map((text) => {
      const [head = ''] = text.split(clause);
      return new Set(
        words(head)
          .split(' ')
          .filter((word) => known.has(word)),
      );
    });
    return a !== undefined && b !== undefined && a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
  });
}

const address = new RegExp(
  `\\b(?:${titles}|${ranks.flatMap(([rank, short]) => [rank, ...short]).join('|')})\\b\\.?\\s+`,
  'gi',
);
const name = /^(?:(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)\s+){0,2}\p{Lu}[\p{L}'’-]+/u;

/** The name of a person behind a rank or a form of address: "Detective Superintendent Ada Okoro"; else undefined. */
export function personNamed(text: string): string | undefined {
  for (const match of text.matchAll(address)) {
    const end = match.index + match[0].length;
    const behind = name.exec(text.slice(end));
    if (!behind || !/^\p{Lu}/u.test(match[0])) continue;
    if (rankIn(match[0]) === undefined || isPersonName(behind[0])) return `${match[0]}${behind[0]}`;
  }
  return undefined;
}

/** Whether a text starts with a person: "Jane Smith", "J. Smith", "Mr Smith", also where a post follows. */
export function startsWithPerson(text: string): boolean {
  const [first = '', second] = words(text).trim().split(' ');
  return second !== undefined && (title.test(first) || first.length === 1 || givenNames.has(first));
}

const fullName = /^\p{Lu}(?:\.|[\p{L}'’-]{1,30}) (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]{1,30}(?=\s{0,3}(?:$|[,;(–\d]))/u;

/** The person that a text starts with, where the words are no post or place: "Jane Evans, 01632 960 100". */
export function personFirst(text: string): string | undefined {
  const [found] = fullName.exec(text.trim()) ?? [];
  if (found === undefined || !startsWithPerson(found) || namesPost(found)) return undefined;
  return words(found)
    .split(' ')
    .some((word) => ofPosts.has(word))
    ? undefined
    : found;
}

const givenNames = new Set(shippedWording['given-names'].split(' '));

/** Whether the words behind a rank name its holder, and not what the post is for: "Jane North", "A. North"; not "Local Policing". */
function isPersonName(behind: string): boolean {
  const [first = '', ...others] = words(behind).trim().split(' ');
  const hasGivenName = others.length > 0 && (first.length === 1 || givenNames.has(first));
  return hasGivenName || ![first, ...others].some((word) => ofPosts.has(word));
}

/** Whether an e-mail address is one person's: `jane.smith@`, `j.smith@`; not `town.clerk@` or `data.protection@`. */
export function isPersonalAddress(address: string): boolean {
  const [local = ''] = address.toLowerCase().split('@');
  const [first = '', second = '', more] = local.replace(/\d+$/, '').split(/[._-]/);
  if (second.length < 2 || more !== undefined) return false;
  return givenNames.has(first) || /^[a-z]$/.test(first);
}
