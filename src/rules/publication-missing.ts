import { allBound, type Binding, placeOf } from '../binding/binding.ts';
import { property } from '../data/json.ts';
import type { Context } from '../evidence/context.ts';
import { isEmptySection, missingComponents } from '../evidence/schema.ts';
import { allRequirements, type Requirement } from '../framework/framework.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { excerpt } from '../text/shorten.ts';
import { thisAgreement } from '../text/term.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const publicationMissing = defineRule({
  id: 'publication-missing',
  group: 'parties',
  summary: 'A published agreement says where it is published; so does one that its framework wants published.',
  why: 'An agreement that nobody outside can find does little for public confidence.',
  source: 'National Surveillance Camera Strategy delivery plan, deliverables 5.4 and 5.5; SC Code principle 3',
  severity: { draft: 'off', agreed: 'warning', retired: 'off' },
  messages: {
    missing: () => ({
      text: 'Nothing says where the agreement is published.',
      help: 'Add “publication: { url: …, date: … }” to the front matter. If it is not to be published, say in the text why not.',
    }),
    placeless: ({ says }: { readonly says: string }) => ({
      text: `“${says}” does not say where the agreement is published.`,
      help: 'Give the address and the day, here or under “publication” in the front matter. If it is not to be published, say why not.',
    }),
  },
  *check({ binding, passages }) {
    const { frontMatter, framework } = binding;
    if (!frontMatter || property(frontMatter, 'publication') !== undefined) return;
    const wanted = allRequirements(framework.sections).filter(
      (one) => isOnPublication(one) && one.asked.kind !== 'optional',
    );
    if (property(frontMatter, 'status') !== 'published' && isSaidElsewhere(binding, wanted)) return;
    const parts = allBound(binding.sections).filter(({ requirement }) => isOnPublication(requirement));
    const texts = parts.flatMap(({ value }) => (typeof value.text === 'string' ? [value.text] : []));
    if (texts.some((text) => place.test(text) || reason.test(text) || findPlaceholders(text).length > 0)) return;
    if (isStated(passages)) return;
    const part = parts.find(({ state }) => state === 'written');
    const first = part?.blocks[0];
    if (part && first && texts[0]) yield { message: 'placeless', data: { says: excerpt(texts[0]) }, at: first.span };
    else yield { message: 'missing', data: {}, at: placeOf(binding, '/front-matter/status', 'key') };
  },
  examples: () => [
    {
      title: 'Published, with an address',
      markdown: agreementWith(
        'status: published\npublication: { url: https://www.example.gov.uk/parking }',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'The text says where',
      markdown: agreementWith(
        'status: published',
        'This agreement was published on the website of Exampleton Council on 3 March 2026.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A component says why it is not published',
      markdown: agreementWith(
        'status: published',
        `${scope}\n**Publication:** Not published, because it names the hours of the guards.\n`,
        charges,
      ),
      finds: [],
    },
    {
      title: 'Agreed, and the framework does not ask',
      markdown: agreementWith('status: agreed', scope, charges),
      finds: [],
    },
    {
      title: 'Published, and nothing says where',
      markdown: agreementWith('status: published', 'The council publishes its accounts each year.\n', scope, charges),
      finds: ['missing'],
    },
    {
      title: 'A component that names no place',
      markdown: agreementWith(
        'status: published',
        `${scope}\n**Publication:** The board has not agreed to it.\n`,
        charges,
      ),
      finds: ['placeless'],
    },
  ],
});

function isOnPublication({ id }: Requirement): boolean {
  return id === 'publication';
}

const place =
  /https?:|\bwww\.|\.(?:uk|org|com|net)\b|\b(?:web ?sites?|web ?pages?|pages?|on ?line|internet|intranet|portal|library|notice ?board|publication scheme|register|repository|open data)\b/i;
const reason =
  /\b(?:because|since|as it|so that|would|to protect|exempt\w*|on request|withheld|confidential\w*|sensitive)\b/i;
const subject = `(?:${thisAgreement}|(?:this|the|our)\\s+(?:\\w+\\s+){0,3}?(?:policy|assessment))`;
const publishing = '(?:publish\\w*|publication|available|posted|found|made public)';
const online = '(?:web ?sites?|web ?pages?|on ?line|internet|intranet|https?:|www\\.)';
const stated = [
  new RegExp(
    `\\b${subject}\\b[^.;]{0,120}?\\b(?:${publishing}|${online})|\\b${publishing}\\b[^.;]{0,60}?\\b${subject}\\b`,
    'i',
  ),
  /^\W*(?:it (?:is|was) )?published\b.{0,30}(?:https?:|www\.)/i,
];

/** Whether a sentence or a label says that this document is published, and where. */
function isStated(passages: Context['passages']): boolean {
  return passages.all.some(
    ({ prose: { text }, label, kind }) =>
      kind !== 'heading' &&
      place.test(text) &&
      (stated.some((one) => one.test(text)) || /^\W*(?:publish|publication)/i.test(label)),
  );
}

/** A section that is not there, or empty, is one finding already; so is a part that the framework demands. */
function isSaidElsewhere(binding: Binding, wanted: readonly Requirement[]): boolean {
  const missing = missingComponents(binding).filter(({ violation }) => !violation.recommended);
  return wanted.every(({ path }) => {
    const section = binding.sections.find(({ requirement }) => path.startsWith(`${requirement.path}/`));
    const isThere = section?.state === 'written' && !isEmptySection(binding, section.requirement.id);
    return !isThere || missing.some(({ requirement }) => path.startsWith(requirement.path));
  });
}
