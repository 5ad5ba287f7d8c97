import { remembered } from './remember.ts';
import { standsIn } from './stands.ts';

/** A name or text as its words, in lower case and without marks: "The Council (EBC) Limited" is ` the council ebc ltd `. */
const plainWords = remembered((text) => {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('&', ' and ').replace(/['’]/g, '');
  return ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.replace(/ the /g, ' ').replace(/ limited /g, ' ltd ');
});

/** Finds names in a text, word by word: "Ash Council" does not stand in "Nash Council". An empty name stands nowhere. */
export function mentionsIn(text: string): (name: string) => boolean {
  let words: string | undefined;
  return (name) => {
    if (isWritten(text, name)) return true;
    const wanted = plainWords(name);
    if (wanted.trim() === '') return false;
    words ??= plainWords(text);
    return words.includes(wanted);
  };
}

/** Whether a name stands in a text letter for letter, as most names do. */
function isWritten(text: string, name: string): boolean {
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(name) && standsIn(text, name, /[\p{L}\p{N}'’]/u);
}

/** The words of a name that say which one it is: four letters or more. */
export function tellingWords(name: string): string[] {
  return plainWords(name)
    .trim()
    .split(' ')
    .filter((word) => word.length > 3);
}

/** A chief constable signs for a force that the text may call by its own name; what is in brackets is a short form. */
export function calledInText(name: string): string {
  return name.replace(/\s*\([^()]*\)/g, '').replace(/^(?:the )?chief constable (?:of|for) /i, '');
}
