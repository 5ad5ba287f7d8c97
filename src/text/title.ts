import { numberWords } from './number.ts';
import { remembered } from './remember.ts';
import { oneLine } from './shorten.ts';
import { idBehind } from './slug.ts';
import type { Stretch } from './stretch.ts';
import { latin } from './words.ts';

/** What a heading's number looks like: `4.`, `4.2a`, `Section 4 –`, `Part Three:`, `Schedule B:`, `(a)`, `iv.`, `§1`, `IV `. */
const numbering = new RegExp(
  `^(?:(?:section|part|schedule|annex|appendix|clause|article|chapter)\\s+(?:\\d+(?:\\.\\d+)*|[a-z]|[ivx]+|${numberWords.slice(1, 16).join('|')})(?![${latin}\\d])[\\s.:)–—-]*|\\(?(?:\\d+(?:\\.\\d+)*|[a-z]|[ivx]+)[.)]\\s+|§?\\s?\\d+(?:\\.\\d+)*[a-z]?[.):]?\\s+)`,
  'i',
);
const roman = /^[IVX]{2,5}\s+/;
/** The mark of a comment that a word processor left before a heading. */
const commentMark = /^\[\p{Lu}{2,4}\d{1,3}\]\s*/u;
/** What a README puts before the words of a heading: `:pushpin: Scope`. */
const emoji = /^(?::[a-z\d_+-]{1,40}:\s*)+/;
/** The bookmarks that pandoc writes before the words of a heading: `[]{#_Toc99 .anchor}`. */
const bookmarks = /^(?:\s*\[\]\{#[^{}]*\})+\s*/;

/**
 * What most labels look like: words and figures with single spaces, and nothing that could be a number of its own. Such a
 * title is compared as it is, but for capitals; a table may have thousands of them.
 */
const plainTitle =
  /^(?!(?:section|part|schedule|annex|appendix|clause|article|chapter) |[ivx]{2,5} )[a-z]+(?: [a-z\d]+)*$/i;

/**
 * A title as it is compared: Unicode NFKC, lower case, without numbering, punctuation and doubled spaces. `&` reads as
 * "and", so that `4.2 Feedback & Review` and `Feedback and review:` are the same.
 */
export const comparableTitle: (title: string) => string = remembered((title) =>
  plainTitle.test(title) ? title.toLowerCase() : compared(title),
);

function compared(title: string): string {
  return oneLine(title.normalize('NFKC'))
    .trim()
    .replace(idBehind, '')
    .replace(bookmarks, '')
    .replace(commentMark, '')
    .replace(emoji, '')
    .replace(numbering, '')
    .replace(roman, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’]ll\b/g, ' will')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const owner = /^(?:the\s+)?[A-Za-zÀ-ɏḀ-ỿ ]{2,40}(?:['’]s|s['’])\s+(\S.*)$/i;

/** Whose it is, or of what agreement, behind a title: `Responsibilities of the Council`, `Duration of this agreement`. */
const ownerBehind =
  /^(\S.*?) of (?:the |this |our |each |both |all )?(?:[A-Za-zÀ-ɏḀ-ỿ’']+ ){0,3}(?:agreement|sla|mou|memorandum|contract|protocol|council|police|force|constabulary|authority|trust|university|college|school|association|supplier|provider|contractor|customer|client|company|department|team|unit|part(?:y|ies)|partners?)$/;

/** A title that is compared, without whose it is: of `responsibilities of the council` "responsibilities"; else undefined. */
export function withoutOwner(form: string): string | undefined {
  return form.includes(' of ') ? ownerBehind.exec(form)?.[1] : undefined;
}

/**
 * The forms under which a title may be known: as it is, without "the" or "our" in front, without what stands in brackets
 * at its end, and what stands there: `The vetting (NPPV)` is "the vetting nppv", "vetting nppv", "vetting" and "nppv".
 * Whose it is may be left out too: `The Trust's obligations` is also "obligations". Of a title in two languages,
 * `Governance / Llywodraethu`, each is one. Inside a title an article makes no difference, nor does a year behind it.
 */
export const titleForms: (title: string) => readonly string[] = remembered((title) => {
  if (plainTitle.test(title)) {
    const form = title.toLowerCase();
    return hasForms.test(form) ? formsOf([form]) : [form];
  }
  const line = oneLine(title);
  const bracket = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\s*[:.]?\s*$/u.exec(line);
  const owned = owner.exec(line.replace(bookmarks, '').replace(numbering, ''));
  const parts = [...(bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : []), ...(owned ? [owned[1] ?? ''] : [])];
  const languages = line.split(/ [/|] /);
  return formsOf([title, ...parts, ...(languages.length > 1 ? languages : [])].map(comparableTitle));
});

/** As they are compared: “costs 2026 27”, “charges for 2026”. */
const yearBehind = / (?:for |in )?(?:19|20)\d\d(?: (?:19|20)?\d\d)?$/;

/** What a plain title has that may be left out of it: “the” or “our”, a year. */
const hasForms = /(?:^| )(?:the|our) |(?:19|20)\d\d$/;

function formsOf(forms: readonly string[]): string[] {
  const all = forms.flatMap((form) => [form, form.replace(/^(?:the|our) /, ''), form.replace(yearBehind, '')]);
  return [...new Set(all.flatMap((form) => [form, withoutInnerArticles(form)]))];
}

/** A title that is compared, without the articles inside it: `loss of the aircraft` is also "loss of aircraft". */
export function withoutInnerArticles(form: string): string {
  return / (?:the|our) /.test(form) ? form.replace(/ (?:the|our)(?= )/g, '') : form;
}

/** Where the words of a title start and end, without its numbering and the id behind it. */
export function titleWords(title: string): Stretch {
  if (plainTitle.test(title)) return { from: 0, to: title.length };
  const to = title.length - (idBehind.exec(title)?.[0].length ?? 0);
  const rest = title.replace(bookmarks, '').replace(numbering, '').replace(roman, '');
  return { from: title.length - rest.length, to };
}

const numbered =
  /^(?:(?:section|part|clause|article)\s+)?(\d{1,3}(?:\.\d{1,3})*)[.):]?\s(?!(?:hours?|days?|weeks?|months?|years?)\b)/i;

/** The number a heading carries as it is written, and where. */
export function writtenNumber(title: string) {
  const start = bookmarks.exec(title)?.[0].length ?? 0;
  const [words = '', text] = numbered.exec(`${title.slice(start)} `) ?? [];
  if (text === undefined) return undefined;
  const from = start + words.indexOf(text);
  return { text, from, to: from + text.length };
}

/** The number a heading carries, as its parts: `4.2 Retention` gives [4, 2], `4.0 Sharing` [4]; else undefined. */
export function headingNumber(title: string): readonly number[] | undefined {
  return writtenNumber(title)
    ?.text.replace(/(?:\.0)+$/, '')
    .split('.')
    .map(Number);
}
