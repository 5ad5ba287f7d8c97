import { placeOf } from '../binding/binding.ts';
import { isObject, type Json, segmentsOf, valueAt } from '../data/json.ts';
import { statusMeant } from '../finding/status.ts';
import { type Field, type Framework, fieldAt, innermost } from '../framework/framework.ts';
import { violationInWords } from '../framework/violation-in-words.ts';
import { hasMisspelt } from '../text/nearest.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { agreementWith, charges, form, scope } from './examples.ts';
import { reviewLack } from './reviews.ts';
import { defineRule } from './rule.ts';

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
    for (const violation of binding.violations) {
      const [top, ...path] = segmentsOf(violation.pointer);
      if (top !== 'front-matter' || violation.recommended || violation === elsewhere) continue;
      const value = valueAt(binding.model, segmentsOf(violation.pointer));
      if (typeof value === 'string' && findPlaceholders(value).length > 0) continue;
      if (violation.keyword === 'required' && isMisspelt(binding.framework, path, violation.property ?? '', value))
        continue;
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
  const [example] = field.examples;
  const shown =
    typeof example === 'string' || typeof example === 'number' ? ` For example “${field.key}: ${example}”.` : '';
  return `${field.description ? ` ${field.description}` : ''}${shown}`;
}
