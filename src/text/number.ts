/** The words for the numbers from 0 to 19, in their order. */
export const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
/** The words for 20, 30 and so on up to 90. */
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What a number is multiplied by that one of these stands behind: `k`, `thousand`, `m`, `million`, in either case; or nothing. */
export function scaleOf(word: string): number {
  if (word === '') return 1;
  return /^m/i.test(word) ? 1_000_000 : 1_000;
}

/** The digits of a whole number with a comma at each thousand: 287,750. */
export function withCommas(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
