const often =
  '(?:(?:every|each)\\s(?:\\w+\\s)?(?:day|week|month|quarter|year|term|meeting|season)s?|daily|weekly|fortnightly|monthly|quarterly|termly|yearly|annually|(?:half[- ]|bi-?)(?:yearly|annually|monthly)|six[- ]monthly)';

/** A “monthly report” comes once like any other. */
const alone =
  '(?=\\s*(?:$|[),.;:–—-])|\\s+(?:from|starting|beginning|commencing|since|after|on|in|at|until|till|by|before|for|as)\\b)';

/** It may stand first, behind a mark, or behind words that carry on: “Monthly from June 2026”, “June 2026 (monthly)”. */
const recurs = new RegExp(
  `(?:^\\s*|[,;:(–—-]\\s*)${often}${alone}|\\b(?:then|and|thereafter|followed by|repeated)\\s${often}\\b|\\b(?:then|and)\\s(?:every|each|ongoing)\\b|\\b(?:thereafter|recurring|rolling)\\b`,
  'i',
);

/** “Monthly until 31 January 2026” and “Daily rota ready by 31 January 2026” name the last day first of all. */
const ends = new RegExp(
  `^\\s*${often}\\b\\D*\\b(?:until|till|by|before)\\s(?:the end of |end of )?(?:\\d|[A-Z][a-z]{2,8} \\d)`,
  'i',
);

/** Whether something comes again and again, so that the first day of it is no end: “30 April 2026, then monthly”. */
export function saysRecurring(text: string): boolean {
  return recurs.test(text) && !ends.test(text);
}
