import type { Binding } from '../binding/binding.ts';
import { property } from '../data/json.ts';
import { type Missing, missingSections } from '../evidence/schema.ts';
import { suggestion } from '../finding/finding.ts';
import { headingOf, type Requirement } from '../framework/framework.ts';
import { lookalike, renaming } from '../repair/lookalike.ts';
import { hasBoldHeadings, insertion, placeFor, sectionLevel } from '../repair/section-insertion.ts';
import { enumerated } from '../text/enumeration.ts';
import { nearest } from '../text/nearest.ts';
import { oncePer } from '../text/remember.ts';
import { lineSpan } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { agreement, agreementWith, charges, plan, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Section {
  readonly section: string;
  readonly heading: string;
  readonly place: string;
  readonly advice: string;
}

interface Several {
  readonly count: number;
  readonly sections: string;
  readonly kept: string;
  readonly strange: string;
}

export const sectionMissing = defineRule({
  id: 'section-missing',
  group: 'structure',
  summary: 'Every section that the framework asks for is there, or is left out with a reason.',
  why: 'A subject that the agreement is silent on is decided by whoever acts first.',
  source: 'The framework; each section names its own source',
  severity: { draft: 'warning', agreed: 'error', retired: 'info' },
  weights: {
    recommended: { severity: 'info', when: 'it is recommended' },
  },
  messages: {
    several: ({ count, sections, kept, strange }: Several) => ({
      text: `${count} sections are missing: ${sections}.`,
      help: `${strange === '' ? '' : `Where ${strange} holds one of them, give the heading that name; it may keep its number. `}Add a heading for each${strange === '' ? '' : ' of the others'}.${kept} “sla explain FRAMEWORK/SECTION” tells what belongs there.`,
    }),
    recommended: ({ sections }: { readonly sections: string }) => ({
      text: `The document could also have sections on: ${sections}.`,
      help: 'These are recommended, not required.',
    }),
    missing: ({ section, heading, place, advice }: Section) => ({
      text: `There is no section “${section}”.`,
      help: `Add a heading “${heading}” ${place}. ${advice}`,
    }),
    misspelt: ({ section, found, advice }: Omit<Section, 'heading' | 'place'> & { readonly found: string }) => ({
      text: `There is no section “${section}”; “${found}” is perhaps meant.`,
      help: `Did you mean “${section}”? Change the heading, or add the section. ${advice}`,
    }),
    unmarked: ({ section, mark }: { readonly section: string; readonly mark: string }) => ({
      text: `“${section}” is set in bold, not as a heading.`,
      help: `Make it a heading: put “${mark} ” before it, and take the asterisks away.`,
    }),
  },
  *check({ binding }) {
    const missing = missingSections(binding).filter(({ requirement }) => !isMisspeltOmission(binding, requirement));
    const asked = missing.filter(({ violation }) => !violation.recommended);
    const plain = asked.filter(({ requirement }) => !lookalike(binding, requirement));
    const inBold = hasBoldHeadings(binding) ? ` ${boldAdvice}` : '';
    // A document that lacks much is told so once.
    const together = plain.length > several ? plain : [];
    for (const { requirement, violation } of asked) {
      if (together.some((one) => one.requirement === requirement)) continue;
      const { title, id, omittable } = requirement;
      const permitted = omittable
        ? `If the agreement does not need it, name it under “omitted” in the front matter with the reason: “${id}: …”.`
        : 'It may not be left out.';
      const advice = `${permitted}${inBold}`;
      const common = { requirement, why: requirement.why, schema: violation.schema };
      const seen = lookalike(binding, requirement);
      if (seen?.kind === 'bold') {
        const mark = '#'.repeat(sectionLevel(binding));
        const fix = suggestion(`Make “${title}” a heading`, [{ at: seen.span, text: `${mark} ${seen.words}` }]);
        yield { ...common, message: 'unmarked', data: { section: title, mark }, at: seen.span, fix };
      } else if (seen) {
        const { label } = seen;
        const data = { section: title, found: label.text, advice };
        yield { ...common, message: 'misspelt', data, at: label.span, ...renaming(binding, label, title) };
      } else {
        const { heading, place, at } = placeFor(binding, requirement);
        const fix = insertion(binding, [requirement]);
        yield { ...common, message: 'missing', data: { section: title, heading, place, advice }, at, ...fix };
      }
    }
    yield* together.length > 0 ? [allTogether(binding, together)] : [];
    yield* recommendations(
      binding,
      missing.filter(({ violation }) => violation.recommended),
    );
  },
  examples: () => [
    {
      title: 'All sections are there',
      markdown: agreement(scope, charges),
      finds: [],
    },
    {
      title: 'A section under another name that the framework knows',
      markdown: agreement(scope, '## Costs & funding\n\nNone.\n'),
      finds: [],
    },
    {
      title: 'A section left out with a reason',
      markdown: agreementWith('omitted:\n  charges: The council meets every cost.', scope),
      finds: [],
    },
    {
      title: 'A section left out without a word',
      markdown: agreement(scope),
      finds: ['missing'],
    },
    {
      title: 'A line in bold where a heading belongs',
      markdown: agreement(scope, '**Charges**\n\nNone.\n'),
      finds: ['unmarked'],
    },
    {
      title: 'A misspelt heading',
      markdown: agreement(scope, '## Chargse\n\nNone.\n'),
      finds: ['misspelt'],
    },
    {
      title: 'A recommended section is missing',
      framework: 'car-park-plan',
      markdown: plan('Activities', '| Newsletter | 4 newsletters a year | People know what is planned | By e-mail |'),
      finds: ['recommended'],
    },
  ],
});

const boldAdvice = 'Lines in bold stand for headings here: make them headings first, with “## ” before the words.';

/** More missing sections than these are one finding. */
const several = 3;

function allTogether(binding: Binding, missing: readonly Missing[]) {
  const [first] = missing;
  const sections = missing.map(({ requirement }) => headingOf(requirement)).join('; ');
  const some = missing.filter(({ requirement }) => requirement.omittable);
  const kept =
    some.length === 0
      ? ''
      : ' What the agreement does not need may be named under “omitted” in the front matter, with the reason, where the framework allows that.';
  const advice = hasBoldHeadings(binding) ? `${kept} ${boldAdvice}` : kept;
  const data = { count: missing.length, sections, kept: advice, strange: strangeHeadings(binding) };
  const fix = insertion(
    binding,
    missing.map(({ requirement }) => requirement),
  );
  return {
    message: 'several' as const,
    data,
    at: startOf(binding),
    ...(first && { schema: first.violation.schema }),
    ...fix,
  };
}

const contents = /^(?:table of )?contents$/i;

/** Up to three headings that the framework does not know: a section may stand below them under a name of its own. */
function strangeHeadings({ strangers, sections }: Binding): string {
  const level = sections.flatMap((one) => one.labels.map((label) => label.level))[0] ?? 2;
  const headings = strangers
    .filter(({ level: own, text }) => own === level && level > 1 && !contents.test(text))
    .slice(0, 3);
  return enumerated(
    headings.map(({ text }) => text),
    'or',
  );
}

function* recommendations(binding: Binding, missing: readonly Missing[]) {
  const [first] = missing;
  if (!first) return;
  const sections = missing.map(({ requirement }) => headingOf(requirement)).join('; ');
  yield { message: 'recommended' as const, data: { sections }, at: startOf(binding), schema: first.violation.schema };
}

/** The document's first heading, for what is said of the whole. */
function startOf({ document: { source, blocks } }: Binding): Span {
  const opening = blocks.find((block) => block.kind === 'heading') ?? blocks[0];
  return opening?.span ?? lineSpan(source, 1);
}

/** Then `omission-unknown` or `front-matter-key-unknown` says what is misspelt, and this rule would only say it again. */
function isMisspeltOmission(binding: Binding, { id }: Requirement): boolean {
  const { keys, omissions } = misspeltIn(binding);
  return (
    keys.some((key) => nearest(key, [id]) !== undefined) || omissions.some((one) => property(one, id) !== undefined)
  );
}

/** The keys under `omitted` that name no section, and what stands under keys that are nearly `omitted`. */
const misspeltIn = oncePer(({ framework, frontMatter = {}, omitted }: Binding) => {
  const known = framework.sections.map((one) => one.id);
  return {
    keys: Object.keys(omitted).filter((key) => !known.includes(key)),
    omissions: Object.entries(frontMatter).flatMap(([key, value]) =>
      key !== 'omitted' && nearest(key, ['omitted']) !== undefined ? [value] : [],
    ),
  };
});
