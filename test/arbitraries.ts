import fc, { type Arbitrary } from 'fast-check';
import type { Json, JsonObject } from '../src/data/json.ts';
import { writeYaml } from '../src/data/write.ts';
import { type Field, type Framework, headingOf, type Requirement } from '../src/framework/framework.ts';
import { shipped } from './sla.ts';

/** Lines of Markdown, right and odd, that a document may be put together of. */
export const markdownLine = fc.constantFrom(
  '# Title',
  '## 4.2 Retention period',
  '### **Bold** heading',
  '',
  '',
  'Some prose, a@example.org and www.example.org.',
  '**Retention period:** 31 days',
  'Label: value',
  '- item',
  '  continued',
  '1. first',
  '   - nested',
  '- [ ] open',
  '- [x] **done:** yes',
  '| a | b |',
  '| --- | --- |',
  '| **c** | `d|e` \\| f |',
  '> quoted',
  '> - list',
  '```',
  '~~~',
  '<!-- comment',
  '-->',
  '<b>html</b>',
  '***',
  '---',
  '[link](x "t")',
  '[www.example.org](#a) and ![plan of a@example.org](<a b.png> "t")',
  '- [**see** [1]](#b) <https://example.org> [a][ref] ![][ref]',
  '[ref]',
  '[ref]: /x',
  '\\[insert\\] &amp; &lt;',
  '‹placeholder',
  'goes on›',
  'é 🎥 字',
  '\tcode',
  'hard  ',
  '    indented',
  '[^1]',
  '[^1]: note',
);

/** Lines of YAML, right and odd. */
export const yamlLine = fc.constantFrom(
  'title: x',
  'parties:',
  '  - name: a',
  '- b',
  '[',
  '{',
  'omitted:',
  '  finance: N/A',
  '? a',
  '&a b',
  '*a',
  '"',
  '\t',
  'status: draft',
  ': :',
  '<<: *a',
  '__proto__: 1',
  'constructor: {}',
  '!!js/f x',
  '|',
  '  text',
  '...',
  '# note',
  '# sla-ignore review-overdue: because',
  'version: 1.10',
  'surveillance: [anpr]',
  'surveillance: 7',
  'review: soon',
  'parties: x',
);

/** Words of the kind that rules look for, in agreements and in forms. */
const sentence = fc.constantFrom(
  'The council shall keep footage for 31 days, then it is overwritten.',
  'The police must collect images within 5 working days of a request.',
  'Recordings are retained for 12 months (number plates) and 31 days (video).',
  'The control room responds promptly and as soon as reasonably practicable.',
  'Incidents are reduced by 10% each quarter.',
  'TBC [insert date] xx per cent of £xxx',
  'The Data Protection Act 1998 applies, and so does the DPA (see section 4.2).',
  'SRO: the Head of Community Safety. SPOC: J. Smith, 01234 567890, j.smith@example.org.',
  'Signed: ________ Date: __/__/20__',
  'See [the plan](plans/site.pdf) and C:\\Users\\me\\plan.docx',
  '“Footage” means pictures. *Control room* means the room at the depot.',
  'The agreement ends on 31 February 2026; it is reviewed on 2025-01-01 and every 12 months.',
  'Error! Reference source not found.',
  '☐ Yes ☑ No [x] n/a',
  'Version 1.2 of 3 March 2024, approved by the board.',
  '| Camera 1 | 31 days | £1,200.50 |',
  'N/A',
);

/** A document as it may come from an author who knows the framework, and from one who does not. */
export const anyDocument: Arbitrary<string> = fc
  .constantFrom(...shipped)
  .chain((framework) => fc.tuple(frontMatterFor(framework), bodyFor(framework), fc.constantFrom('\n', '\n', '\r\n')))
  .map(([frontMatter, body, ending]) => `${frontMatter}# Title\n\n${body}\n`.replaceAll('\n', ending));

/** Damage to a text: some of it is cut out, or moved, and something put there. */
export function damaged(text: string): Arbitrary<string> {
  const wound = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 400 }), anyWords);
  return fc
    .array(wound, { minLength: 1, maxLength: 4 })
    .map((wounds) =>
      asInFile(wounds.reduce((one, [from, length, put]) => one.slice(0, from) + put + one.slice(from + length), text)),
    );
}

/** Damage to bytes: some are changed, as a bad disk or a wrong encoding does. */
export function damagedBytes(bytes: Uint8Array): Arbitrary<Uint8Array> {
  const wound = fc.tuple(fc.nat({ max: Math.max(0, bytes.length - 1) }), fc.nat({ max: 255 }));
  return fc.array(wound, { minLength: 1, maxLength: 8 }).map((wounds) => {
    const copy = Uint8Array.from(bytes);
    for (const [place, value] of wounds) copy[place] = value;
    return copy;
  });
}

/** Any words that a UTF-8 file can hold, among them control characters and halves of marks, but no NUL. */
export const anyWords = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'\n\n -*_`[]()<>!&|#:~"\\\t1.aA'), maxLength: 30 }),
    markdownLine,
    sentence,
  )
  .map(asInFile);

/** As the text of a file can be: without NUL, and without halves of characters. */
function asInFile(words: string): string {
  return Buffer.from(words).toString().replaceAll('\0', '');
}

function bodyFor(framework: Framework): Arbitrary<string> {
  const sections = fc.array(fc.oneof({ weight: 4, arbitrary: sectionFor(framework) }, odd), { maxLength: 8 });
  return sections.map((all) => all.join('\n\n'));
}

const odd = fc.array(fc.oneof(markdownLine, sentence, anyWords), { maxLength: 6 }).map((lines) => lines.join('\n'));

function sectionFor({ sections }: Framework): Arbitrary<string> {
  return fc
    .constantFrom(...sections)
    .chain((section) =>
      fc
        .tuple(headingFor(section), fc.array(componentFor(section), { maxLength: 6 }), odd)
        .map(([heading, components, rest]) => [heading, ...components, rest].join('\n\n')),
    );
}

function headingFor(section: Requirement): Arbitrary<string> {
  const number = fc.constantFrom('', '1. ', '4.2 ', 'Section 3 – ');
  const title = fc.constantFrom(headingOf(section), section.title.toUpperCase(), ...section.aliases);
  return fc
    .tuple(fc.constantFrom('##', '##', '#', '####'), number, title)
    .map(([marks, no, name]) => `${marks} ${no}${name}`);
}

function componentFor(section: Requirement): Arbitrary<string> {
  const titles = section.children.flatMap(({ title, aliases }) => [title, ...aliases]);
  return fc
    .tuple(fc.constantFrom('Costs', ...titles), fc.oneof(sentence, anyWords), fc.nat({ max: 6 }))
    .map(([title, words, form]) => {
      const line = words.replace(/\s+/g, ' ');
      const forms = [
        `**${title}:** ${line}`,
        `- **${title}:** ${words}`,
        `### ${title}\n\n${words}`,
        `| ${title} | ${line} |\n| --- | --- |\n| ${title} | ${line} |`,
        `1. ${title}: ${words}`,
        `${title}\t${line}`,
        `<!-- sla-ignore component-missing: ${line} -->\n\n${words}`,
      ];
      return forms[form] ?? words;
    });
}

function frontMatterFor(framework: Framework): Arbitrary<string> {
  const lines = fc.array(yamlLine, { maxLength: 10 }).map((all) => `---\n${all.join('\n')}\n---\n\n`);
  const right = fieldsOf(framework.frontMatter.fields).map((values) => {
    const yaml = writeYaml({ framework: framework.name, ...values });
    return `---\n${yaml}---\n\n`;
  });
  return fc.oneof({ weight: 6, arbitrary: right }, lines, fc.constant(''));
}

function fieldsOf(fields: readonly Field[]): Arbitrary<JsonObject> {
  const values = Object.fromEntries(fields.map((field) => [field.key, anyValueOf(field)]));
  return fc.record(values, { requiredKeys: [] }) as Arbitrary<JsonObject>;
}

function anyValueOf(field: Field): Arbitrary<Json> {
  const wrong: Arbitrary<Json> = fc.constantFrom<Json>(null, true, 7, -1.5, '', 'soon', [], {}, ['a'], { a: 1 });
  return fc.oneof({ weight: 7, arbitrary: rightValueOf(field) }, wrong);
}

function rightValueOf(field: Field): Arbitrary<Json> {
  if (field.values.length > 0 && !field.types.includes('array')) return fc.constantFrom(...field.values);
  if (field.items) return fc.array(anyValueOf(field.items), { maxLength: 3 });
  if (field.types.includes('array'))
    return fc.array(field.fields.length > 0 ? fieldsOf(field.fields) : text, { maxLength: 3 });
  if (field.fields.length > 0) return fieldsOf(field.fields);
  if (field.types.some((type) => type === 'integer' || type === 'number')) return fc.nat({ max: 400 });
  if (field.types.includes('boolean')) return fc.boolean();
  return field.format === 'date' ? fc.constantFrom('2024-02-29', '2026-13-01', '2025-06-30', 'tbc') : text;
}

const text: Arbitrary<Json> = fc.oneof(
  fc.constantFrom('A title', '12 months', '31 days', '1.10', '2025-01-31', '‹x›'),
  anyWords,
);
