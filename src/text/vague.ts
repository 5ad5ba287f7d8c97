import type { Cue } from './concordance.ts';
import { hasMeasure } from './measure.ts';
import { numberWords } from './number.ts';
import { type Phrase, phraseFinder } from './phrases.ts';
import { overlap } from './stretch.ts';
import type { Wording } from './wording.ts';

const kinds = ['time', 'frequency', 'amount'] as const;
type Kind = (typeof kinds)[number];

/** Words that set a time, a frequency or an amount that nobody can measure. */
export interface Vague extends Phrase {
  readonly kind: Kind;
}

/** Where vague words stand. `bound`: whether something before the sentence binds somebody to what it says. */
export interface VagueReader {
  /** A text that answers to none sets nothing vague. */
  readonly cues: readonly Cue[];
  readonly inSentence: (sentence: string, bound: boolean) => Vague | undefined;
  /** In the cell of a target, or behind a label, no verb is needed. */
  readonly inTarget: (text: string) => Vague | undefined;
  /** Where they are all that is said. */
  readonly asWhole: (text: string) => Vague | undefined;
  readonly binds: (text: string) => boolean;
}

/** No sentence that a person reads is longer; what matches in one is compared with all else that matches in it. */
const longest = 4000;
const longestValue = 200;
const condition = /^\W*(?:if|when|where|unless|once|should)\b/i;
/** "cameras that are frequently damaged", "no immediate response", "how promptly". */
const aside =
  /\b(?:(?:that|which|who)(?:\s+(?:is|are|has|have|be|been)){0,2}|(?:not|no|never|nor)(?:\s+(?:a|an|be|been)){0,1}|how(?:ever)?|more|too)\s+$/i;

/** “A Rapid Response team” is called so. */
const name = /^\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)+$/u;
/** The figures stand elsewhere: “as soon as possible, within the times in table 3.2”. */
const elsewhere =
  /\bwithin the (?:times|targets?|periods?|limits|time limits?|timescales?)\s+(?:in|of|under|below|above|shown|given|stated)\b|\bsee the (?:[A-Za-z-]{1,20} ){0,2}(?:table|annex|schedule|appendix|section|list)\b/i;
const number = new RegExp(
  `\\d|\\b(?:${[...numberWords.slice(2, 13), 'twenty'].join('|')}|(?:at least|fewer than) one)\\b`,
  'i',
);

/** Reads the vague words of a list. */
export function vagueReader(wording: Wording['target-unmeasurable']): VagueReader {
  const anywhere = finderOf(wording, 'anywhere');
  const inDuties = finderOf(wording, 'duties');
  const within = phraseFinder(wording.within);
  const duties = phraseFinder(wording.duties);
  const law = phraseFinder(wording.law);
  const helps = phraseFinder(wording.helps);
  const all = (text: string) => {
    const definite = within(text);
    return [...anywhere(text), ...inDuties(text)]
      .filter((one) => !definite.some((other) => overlap(one, other)))
      .sort((a, b) => a.from - b.from || b.to - a.to);
  };
  return {
    cues: [...anywhere.cues, ...inDuties.cues],
    binds: (text) => duties(text).length > 0,
    inTarget: (text) => (hasMeasure(text) ? undefined : all(text.slice(0, longest))[0]),
    asWhole: (text) => {
      const [one] = text.length > longestValue ? [] : all(text);
      return one && !/[\p{L}\p{N}]/u.test(text.slice(0, one.from) + text.slice(one.to)) ? one : undefined;
    },
    inSentence: (whole, bound) => {
      const sentence = whole.slice(0, longest);
      const candidates = all(sentence);
      if (candidates.length === 0 || hasMeasure(sentence) || law(sentence).length > 0 || elsewhere.test(sentence))
        return undefined;
      const binding = duties(sentence);
      const aids = helps(sentence);
      const needsNoDuty = new Set(anywhere(sentence).map(({ from }) => from));
      return candidates.find(({ from, kind, text }) => {
        const duty = binding.findLast((one) => one.from < from);
        if (!bound && binding.length === 0 && !needsNoDuty.has(from)) return false;
        if ((kind === 'amount' && number.test(sentence)) || name.test(text)) return false;
        if (!duty && condition.test(sentence) && !sentence.slice(0, from).includes(',')) return false;
        if (aids.some((one) => one.to > (duty?.from ?? -1) && one.from < from)) return false;
        return !aside.test(sentence.slice(Math.max(0, from - 60), from));
      });
    },
  };
}

function finderOf(wording: Wording['target-unmeasurable'], list: 'anywhere' | 'duties') {
  const finders = kinds.map((kind) => [kind, phraseFinder(wording[kind][list])] as const);
  const find = (text: string) =>
    finders.flatMap(([kind, finder]) => finder(text).map((one): Vague => ({ ...one, kind })));
  return Object.assign(find, { cues: finders.map(([, { cue }]) => cue()) });
}
