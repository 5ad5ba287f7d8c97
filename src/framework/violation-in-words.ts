import type { Json } from '../data/json.ts';
import { didYouMean } from '../text/nearest.ts';
import { shortened } from '../text/shorten.ts';
import type { Violation } from './framework.ts';

/** A violation said in plain English: what is wrong with `subject`, and what to do. */
interface InWords {
  readonly text: string;
  readonly help: string;
}

const nouns: Readonly<Record<string, string>> = {
  object: 'a group of keys',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'empty',
};

const formats: Readonly<Record<string, readonly [what: string, example: string]>> = {
  date: ['a date', '2026-03-12'],
  'date-or-until-notice': ['a date, or until-notice', '2029-03-31'],
  'duration-in-words': ['a length of time', '12 months'],
  email: ['an e-mail address', 'cctv@example.gov.uk'],
};

/** `subject` names the value as its reader knows it; `known` are the keys that may stand at the violation's place. */
export function violationInWords(
  violation: Violation,
  subject: string,
  value: Json | undefined,
  known: readonly string[] = [],
): InWords {
  const { allowed, keyword, property = '' } = violation;
  switch (keyword) {
    case 'required':
      return { text: `${subject} lacks “${property}”`, help: `Add “${property}”.` };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return {
        text: `${subject} has an unknown key “${property}”`,
        help: remedyFor(property, known),
      };
    case 'type': {
      const wanted = allowed.map((one) => nouns[one] ?? String(one)).join(' or ');
      return {
        text: `${subject} must be ${wanted}, but is ${describe(value)}`,
        help: `Write ${wanted} here.`,
      };
    }
    case 'enum':
    case 'const':
      return {
        text: `${subject} cannot be ${describe(value)}`,
        help: remedyFor(typeof value === 'string' ? value : '', allowed.map(String)),
      };
    case 'format': {
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
        return {
          text: `${subject} is ${value}, and no calendar has that day`,
          help: 'Correct the day or the month.',
        };
      }
      const [what, example] = formats[String(allowed[0])] ?? [String(allowed[0]), ''];
      return {
        text: `${subject} must be ${what}, but is ${describe(value)}`,
        help: `Write it like this: ${example}.`,
      };
    }
    case 'minItems':
      return {
        text: `${subject} needs at least ${allowed[0]} entries`,
        help: 'Add what is missing.',
      };
    case 'maxItems':
      return { text: `${subject} may have at most ${counted(allowed[0])}`, help: 'Take some out.' };
    case 'minLength':
      return value === ''
        ? { text: `${subject} is empty`, help: 'Fill it in.' }
        : { text: `${subject} is shorter than ${allowed[0]} characters`, help: 'Write more.' };
    case 'maxLength':
      return { text: `${subject} is longer than ${allowed[0]} characters`, help: 'Shorten it.' };
    case 'minimum':
      return {
        text: `${subject} is ${describe(value)}; the least allowed is ${allowed[0]}`,
        help: 'Correct the figure.',
      };
    case 'maximum':
      return {
        text: `${subject} is ${describe(value)}; the most allowed is ${allowed[0]}`,
        help: 'Correct the figure.',
      };
    case 'uniqueItems':
      return { text: `${subject} holds the same entry twice`, help: 'Keep one of them.' };
    default:
      return {
        text: `${subject} does not meet “${keyword}”`,
        help: 'See what the framework asks for.',
      };
  }
}

function remedyFor(word: string, known: readonly string[]): string {
  if (known.length === 0) return 'Take it out.';
  const otherwise = known.length <= 12 ? `Use one of: ${known.join(', ')}.` : 'Take it out, or correct its spelling.';
  return didYouMean(word, known) ?? otherwise;
}

/** A value in words, cut short. */
function describe(value: Json | undefined): string {
  if (value === undefined || value === null) return 'empty';
  if (typeof value === 'string') return value === '' ? 'empty' : `“${shortened(value, 60)}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  return String(value);
}

/** "1 entry", "3 entries". */
function counted(count: string | number | undefined): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
