import { once, remembered } from './remember.ts';
import { standsIn } from './stands.ts';

/** A name or text as its words, in lower case and without marks: "The Council (EBC) Limited" is ` the council ebc ltd `. */
const plainWords = remembered((text) => {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('&', ' and ').replace(/['’]/g, '');
  return ` ${words.replace(notOneSpace, ' ').trim()} `.replace(/ the /g, ' ').replace(/ limited /g, ' ltd ');
});

/** What stands between words, but for a single space, which is as it should be: of these a long text has the most. */
const notOneSpace = /[^\p{L}\p{N}]{2,}|[^\p{L}\p{N} ]/gu;

/**
 * Finds names in texts that follow each other, word by word: "Ash Council" does not stand in "Nash Council", and may run on
 * from one text to the next. An empty name stands nowhere.
 */
export function mentionsIn(texts: readonly string[]): (name: string) => boolean {
  const words = once(() => ` ${texts.flatMap((text) => plainWords(text).trim() || []).join(' ')} `);
  return (name) => {
    if (plainName.test(name) && texts.some((text) => standsIn(text, name, inName))) return true;
    const wanted = plainWords(name);
    return wanted.trim() !== '' && words().includes(wanted);
  };
}

/** A name that ends in letters or figures as it begins, so that it can be looked for letter for letter: most stand so. */
const plainName = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u;
const inName = /[\p{L}\p{N}'’]/u;

/** The words of a name that say which one it is: four letters or more. */
export function tellingWords(name: string): string[] {
  return plainWords(name)
    .trim()
    .split(' ')
    .filter((word) => word.length > 3);
}

/** A chief constable signs for a force that the text may call by its own name; what is in brackets is a short form. */
export function calledInText(name: string): string {
  return name.replace(/(?<!\s)\s*\([^()]*\)/g, '').replace(/^(?:the )?chief constable (?:of|for) /i, '');
}

/** The forms of a name under which a text names its bearer; few write “Limited” each time. */
export function formsOfName(name: string): string[] {
  const called = calledInText(name);
  return [name, called, called.replace(/,? (?:limited|ltd|llp|plc|cic)\.?$/i, '')];
}
