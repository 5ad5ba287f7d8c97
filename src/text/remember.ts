/** How many results are kept before the older half is let go. */
const generation = 4000;
/** Longer texts are rare, seldom come again, and would hold much memory. */
const longest = 4000;

/**
 * Remembers what a pure function said of a text. Rules ask the same of the same words many times over, and documents
 * share titles and labels. Two generations are kept, so that the results of old documents are let go.
 */
export function remembered<T>(say: (text: string) => T): (text: string) => T {
  let young = new Map<string, { readonly said: T }>();
  let old = young;
  let lastText: string | undefined;
  let last: { readonly said: T } | undefined;
  return (text) => {
    // The same text many times in a row is the usual case, and needs no look into the map.
    if (last && text === lastText) return last.said;
    if (text.length > longest) return say(text);
    const answer = young.get(text) ?? old.get(text) ?? { said: say(text) };
    if (young.size >= generation) {
      old = young;
      young = new Map();
    }
    young.set(text, answer);
    lastText = text;
    last = answer;
    return answer.said;
  };
}

/** Makes what belongs to an object once, when it is first asked for, and for as long as there is the object. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
