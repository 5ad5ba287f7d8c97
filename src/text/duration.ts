/** Days by the longest reading, so that a bound such as "at most 31 days" never blames "one month". */
const daysIn = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 31,
  quarter: 92,
  year: 366,
} as const;
type Unit = keyof typeof daysIn;

const numerals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const tens: Readonly<Record<string, number>> = {
  thirty: 30,
  'thirty-one': 31,
  forty: 40,
  'forty-eight': 48,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

const amount = `(?:\\d+(?:\\.\\d+)?|${[...numerals, ...Object.keys(tens)].join('|')}|an?)`;
const unit = '(?:working\\s+|calendar\\s+|business\\s+|clear\\s+)?(hour|day|week|fortnight|month|quarter|year)s?';
const stretch = new RegExp(`\\b(${amount})(?:\\s*\\(\\d+\\))?[\\s-]+${unit}\\b`, 'giu');

/** What stands before or behind a stretch that is no duration: a deadline, a repetition, `24 hours a day`. */
const deadline = /\b(?:within|every|each|in the (?:last|next)|hours?|times?|once|twice)\s+(?:the\s+)?$/iu;
const perDay = /^\s+(?:a|per|each|every)\s+(?:day|week|month|year)\b/iu;
const unitFirst = new RegExp(`\\b(?:in\\s+)?${unit}\\s*[:=]\\s*(\\d+)\\b`, 'iu');

/** The first length of time that a text states, in days: `31 days`, `one year`, `twelve (12) months`, `days: 31`. */
export function findDuration(text: string): number | undefined {
  for (const match of text.matchAll(stretch)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const days = stretchDays(match[1], match[2]);
    if (days !== undefined && !deadline.test(before) && !perDay.test(text.slice(match.index + match[0].length)))
      return days;
  }
  const turned = unitFirst.exec(text);
  return turned ? stretchDays(turned[2], turned[1]) : undefined;
}

const adverbs: readonly (readonly [RegExp, number])[] = [
  [/\b(?:twice (?:a|per|each|every) year|half-?yearly|six-monthly|biannual(?:ly)?)\b/iu, daysIn.year / 2],
  [/\bbiennial(?:ly)?\b/iu, daysIn.year * 2],
  [
    /\b(?:annual(?:ly)?|yearly|per annum|each anniversary|(?:once )?(?:a|per|each|every) (?:calendar |financial )?year)\b/iu,
    daysIn.year,
  ],
  [/\b(?:quarterly|(?:once )?(?:a|per|each|every) quarter)\b/iu, daysIn.quarter],
  [/\b(?:monthly|(?:once )?(?:a|per|each|every) (?:calendar )?month)\b/iu, daysIn.month],
  [/\b(?:fortnightly|(?:a|per|each|every) fortnight)\b/iu, daysIn.fortnight],
  [/\b(?:weekly|(?:once )?(?:a|per|each|every) week)\b/iu, daysIn.week],
  [/\b(?:daily|(?:a|per|each|every) (?:working )?day)\b/iu, daysIn.day],
  [
    /\b(?:each|every) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu,
    daysIn.year,
  ],
];
const times = new RegExp(`\\b(${amount})\\s+times?\\s+(?:a|per|each|every|in (?:a|each|every))\\s+${unit}\\b`, 'iu');
const every = new RegExp(
  `\\b(?:every|each|intervals? of(?: (?:no more than|at most|up to))?)\\s+(${amount})[\\s-]+${unit}\\b`,
  'iu',
);
const other = new RegExp(`\\bevery\\s+(?:other|second)\\s+${unit}\\b`, 'iu');
const bare = new RegExp(
  `^\\W*(?:at least |at most |up to )?(${amount})(?:\\s*\\(\\d+\\))?[\\s-]+${unit}\\W*(?:$|\\n|\\.)`,
  'iu',
);

/**
 * How often something happens, as the days between two times: `every 12 months`, `annually`, `four times a year`. A bare
 * length of time counts only where it is the whole answer: "a two-day course" is no cycle.
 */
export function findPeriod(text: string): number | undefined {
  const often = times.exec(text);
  if (often) {
    const count = number(often[1]);
    const whole = stretchDays('1', often[2]);
    if (count && whole) return whole / count;
  }
  const spaced = every.exec(text) ?? bare.exec(text);
  if (spaced) return stretchDays(spaced[1], spaced[2]);
  const alternate = other.exec(text);
  if (alternate) return stretchDays('2', alternate[1]);
  return adverbs.find(([pattern]) => pattern.test(text))?.[1];
}

function stretchDays(count: string | undefined, unitName: string | undefined): number | undefined {
  const quantity = number(count);
  const each = daysIn[(unitName ?? '').toLowerCase() as Unit];
  return quantity === undefined || each === undefined ? undefined : quantity * each;
}

function number(word: string | undefined): number | undefined {
  const lower = (word ?? '').toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  const numeral = numerals.indexOf(lower);
  if (numeral >= 0) return numeral;
  const value = tens[lower] ?? Number(lower);
  return lower !== '' && Number.isFinite(value) ? value : undefined;
}
