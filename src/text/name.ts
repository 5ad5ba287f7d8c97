import { remembered } from './remember.ts';

/** A name or text as its words, in lower case and without marks: "The Council (EBC) Limited" is ` the council ebc ltd `. */
const plainWords = remembered((text) => {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('&', ' and ').replace(/['’]/g, '');
  return ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.replace(/ the /g, ' ').replace(/ limited /g, ' ltd ');
});

/** Finds names in a text, word by word: "Ash Council" does not stand in "Nash Council". An empty name stands nowhere. */
export function mentionsIn(text: string): (name: string) => boolean {
  const words = plainWords(text);
  return (name) => {
    const wanted = plainWords(name);
    return wanted.trim() !== '' && words.includes(wanted);
  };
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
