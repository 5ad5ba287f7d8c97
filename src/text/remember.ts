/** How many texts are remembered before the older half is let go. */
const generation = 3000;
/** Of longer texts, which would hold much memory, each function remembers the last one. */
const longest = 4000;

/** What is known of one text: an answer for each function, in the order in which they were made. */
type Answers = unknown[];

/** The texts seen of late, in two generations, so that the texts of old documents are let go. */
const memory: { young: Map<string, Answers>; old: Map<string, Answers>; text: string; answers: Answers } = {
  young: new Map(),
  old: new Map(),
  text: '',
  answers: [],
};
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
    const answers = text === memory.text ? memory.answers : answersFor(text);
    if (slot in answers) return answers[slot] as T;
    const said = say(text);
    answers[slot] = said;
    return said;
  };
}

function answersFor(text: string): Answers {
  const known = memory.young.get(text);
  const answers = known ?? memory.old.get(text) ?? [];
  if (!known) {
    if (memory.young.size >= generation) {
      memory.old = memory.young;
      memory.young = new Map();
    }
    memory.young.set(text, answers);
  }
  memory.text = text;
  memory.answers = answers;
  return answers;
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
