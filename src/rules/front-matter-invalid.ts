import { type Binding, placeOf } from '../binding/binding.ts';
import { isObject, type Json, segmentsOf, valueAt } from '../data/json.ts';
import { reviewLack } from '../evidence/reviews.ts';
import { statusMeant } from '../finding/status.ts';
import { type Field, type Framework, fieldAt, innermost, type Violation } from '../framework/framework.ts';
import { violationInWords } from '../framework/violation-in-words.ts';
import { enumerated } from '../text/enumeration.ts';
import { hasMisspelt } from '../text/nearest.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { agreementWith, charges, form, scope } from './examples.ts';
import { defineRule } from './rule.ts';

/** More keys than this that are not there are one finding. */
const most = 3;

export const frontMatterInvalid = defineRule({
  id: 'front-matter-invalid',
  group: 'front-matter',
  summary: 'The front matter has the keys that the framework asks for, with values of the right kind.',
  why: 'Registers, reminders and the other rules read these values; a wrong one misleads them all.',
  source: 'The framework’s schema',
  severity: 'error',
  weights: {
    recommended: { severity: 'info', when: 'it is recommended' },
  },
  messages: {
    recommended: ({ keys }: { readonly keys: string }) => ({
      text: `The front matter could also say: ${keys}.`,
      help: 'These are recommended, not required: they let programs and readers find the facts without reading on.',
    }),
    lacking: ({ keys, examples }: { readonly keys: readonly string[]; readonly examples: readonly string[] }) => ({
      text: `The front matter lacks ${enumerated(keys)}.`,
      help: `Add a line for each${examples.length > 0 ? `, such as ${enumerated(examples)}` : ''}.`,
    }),
    invalid: ({ problem, remedy }: { readonly problem: string; readonly remedy: string }) => ({
      text: `${problem}.`,
      help: remedy,
    }),
  },
  *check({ binding, passages }) {
    // Of a review that is said nowhere, `review-missing` speaks.
    const elsewhere = reviewLack({ binding, passages })?.violation;
    const worth = binding.violations.filter(
      (one) => one.recommended && one.pointer === '/front-matter' && one !== elsewhere,
    );
    const [lack] = worth;
    if (lack) {
      const keys = worth.map(({ property = '' }) => property).join(', ');
      yield { message: 'recommended', data: { keys }, at: placeOf(binding, lack.pointer, 'key'), schema: lack.schema };
    }
    const wrong = wrongIn(binding).filter((one) => one !== elsewhere);
    const absent = wrong.filter(isAbsentKey);
    const [first] = absent.length > most ? absent : [];
    if (first) {
      const keys = absent.map(({ property = '' }) => property);
      const examples = keys.flatMap((key) => writtenExample(fieldAt(binding.framework, [key])) ?? []);
      const at = placeOf(binding, first.pointer, 'key');
      yield { message: 'lacking', data: { keys, examples }, at, schema: first.schema };
    }
    for (const violation of first ? wrong.filter((one) => !isAbsentKey(one)) : wrong) {
      const [, ...path] = segmentsOf(violation.pointer);
      const value = valueAt(binding.model, segmentsOf(violation.pointer));
      const said = violationInWords(violation, nameOf(path), value);
      const field = fieldAt(binding.framework, [...keysOf(path), violation.property ?? '']);
      const example = violation.keyword === 'required' && field ? exampleOf(field) : '';
      const meant = path.join('/') === 'status' && violation.keyword === 'enum' ? statusMeant(value) : undefined;
      const data = { problem: said.text, remedy: meant ? `Did you mean “${meant}”?` : `${said.help}${example}` };
      const want = violation.keyword === 'required' ? 'key' : 'value';
      yield {
        message: 'invalid',
        data,
        at: placeOf(binding, violation.pointer, want),
        schema: violation.schema,
      };
    }
  },
  examples: () => [
    {
      title: 'Known keys with good values',
      markdown: agreementWith('status: draft\nspaces: 40', scope, charges),
      finds: [],
    },
    {
      title: 'A status that there is not',
      markdown: agreementWith('status: drafft', scope, charges),
      finds: ['invalid'],
    },
    {
      title: 'A status in other words',
      markdown: agreementWith('status: Active', scope, charges),
      finds: ['invalid'],
    },
    {
      title: 'Words where a number belongs',
      markdown: agreementWith('spaces: about forty', scope, charges),
      finds: ['invalid'],
    },
    {
      title: 'A day that no calendar has',
      markdown: agreementWith('effective: 2026-04-31', scope, charges),
      finds: ['invalid'],
    },
    {
      title: 'A key that is recommended, and not there',
      framework: 'car-park-check',
      markdown: form({ head: 'title: Car park check' }),
      finds: ['recommended'],
    },
    {
      title: 'A date of the calendar',
      markdown: agreementWith('effective: 2028-02-29', scope, charges),
      finds: [],
    },
  ],
});

/** What is wrong with the front matter and no other rule tells. */
function wrongIn({ violations, model, framework }: Binding): Violation[] {
  return violations.filter(({ pointer, recommended, keyword, property = '' }) => {
    const [top, ...path] = segmentsOf(pointer);
    if (top !== 'front-matter' || recommended) return false;
    const value = valueAt(model, segmentsOf(pointer));
    if (typeof value === 'string' && findPlaceholders(value).length > 0) return false;
    return keyword !== 'required' || !isMisspelt(framework, path, property, value);
  });
}

function isAbsentKey({ pointer, keyword }: Violation): boolean {
  return pointer === '/front-matter' && keyword === 'required';
}

/** `parties`, second entry, `name` → “parties”, entry 2, “name”. */
function nameOf(path: readonly string[]): string {
  if (path.length === 0) return 'The front matter';
  const name = path
    .map((segment) => (/^\d+$/.test(segment) ? `entry ${Number(segment) + 1}` : `“${segment}”`))
    .join(', ');
  return name;
}

/** A path without the indices of lists. */
function keysOf(path: readonly string[]): string[] {
  return path.filter((segment) => !/^\d+$/.test(segment));
}

/** Then `front-matter-key-unknown` asks “did you mean”, and this rule would only say it again. */
function isMisspelt(framework: Framework, path: readonly string[], property: string, value: Json | undefined): boolean {
  const known = innermost(fieldAt(framework, keysOf(path)))?.fields.map((one) => one.key) ?? [];
  const keys = isObject(value) ? Object.keys(value) : [];
  return hasMisspelt(keys, known, property);
}

function exampleOf(field: Field): string {
  const written = writtenExample(field);
  return `${field.description ? ` ${field.description}` : ''}${written ? ` For example “${written}”.` : ''}`;
}

function writtenExample(field: Field | undefined): string | undefined {
  const [example] = field?.examples ?? [];
  return typeof example === 'string' || typeof example === 'number' ? `${field?.key}: ${example}` : undefined;
}
