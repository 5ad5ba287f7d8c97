/** Whether words stand in a text letter for letter, somewhere with none of some characters right before or behind them. */
export function standsIn(text: string, words: string, notBefore: RegExp, notBehind = notBefore): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!notBefore.test(text.charAt(at - 1)) && !notBehind.test(text.charAt(at + words.length))) return true;
  }
  return false;
}
