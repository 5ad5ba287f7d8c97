/**
 * How many texts, and of how many characters together, are remembered before the older half is let go: those of a few
 * documents. More would fill the memory of each worker with what nobody asks for again.
 */
const generation = { texts: 10_000, characters: 100_000 };
/** Of longer texts, which would hold much memory, each function remembers the last one. */
const longest = 4000;

/** What is known of one text: an answer for each function, in the order in which they were made. */
type Answers = unknown[];

const answersTo = recollection();
const functions: unknown[] = [];

/**
 * Remembers what a pure function says of a text. Rules ask the same of the same words many times over, mostly in a row,
 * and documents share titles and labels.
 */
export function remembered<T>(say: (text: string) => T): (text: string) => T {
  const slot = functions.push(say) - 1;
  const last: { text?: string; said?: T } = {};
  return (text) => {
    if (text.length > longest) {
      if (text !== last.text) Object.assign(last, { text, said: say(text) });
      return last.said as T;
    }
    const answers = answersTo(text);
    if (slot in answers) return answers[slot] as T;
    const said = say(text);
    answers[slot] = said;
    return said;
  };
}

/** Keeps the texts seen of late in two generations, so that the texts of old documents are let go. */
function recollection(): (text: string) => Answers {
  let young = new Map<string, Answers>();
  let old = young;
  let length = 0;
  let last: { readonly text: string; readonly answers: Answers } = { text: '', answers: [] };
  return (text) => {
    if (text === last.text) return last.answers;
    const known = young.get(text);
    const answers = known ?? old.get(text) ?? [];
    if (!known) {
      if (young.size >= generation.texts || length >= generation.characters) {
        old = young;
        young = new Map();
        length = 0;
      }
      young.set(text, answers);
      length += text.length;
    }
    last = { text, answers };
    return answers;
  };
}

/** Makes what belongs to an object once, when it is first asked for, and for as long as there is the object. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}

/** Makes a value once, when it is first asked for, so that a run that never asks need not wait for it. */
export function once<T>(make: () => T): () => T {
  const made: { readonly value: T }[] = [];
  return () => {
    const [known = { value: make() }] = made;
    made[0] = known;
    return known.value;
  };
}
