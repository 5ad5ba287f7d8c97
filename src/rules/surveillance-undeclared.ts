import { allBound, type Binding } from '../binding/binding.ts';
import type { Passages } from '../binding/passages.ts';
import { isNamedRow, titlesAround } from '../binding/surroundings.ts';
import { property } from '../data/json.ts';
import { entryOf } from '../data/node.ts';
import { ownWords, spanIn } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { type Fix, suggestion } from '../finding/finding.ts';
import { fieldNamed } from '../framework/framework.ts';
import { insertionAt } from '../text/edits.ts';
import { type PhraseFinder, phraseFinder } from '../text/phrases.ts';
import { sentencesOf } from '../text/sentence.ts';
import { lineText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { shippedWording, type Technology } from '../text/wording.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const wording = shippedWording['surveillance-undeclared'];
const isUsed = phraseFinder(wording.uses);
const isNotUsed = phraseFinder(wording['not-used']);
const isAboutOther = phraseFinder(wording.about);
const technologies = wording.technologies.map((one) => [one, phraseFinder(one.names)] as const);

export const surveillanceUndeclared = defineRule({
  id: 'surveillance-undeclared',
  group: 'surveillance',
  summary:
    'A technology that the text speaks of using is named under “surveillance” or “not-used” in the front matter.',
  why: 'What has to be settled for a technology is asked for only where the front matter names it.',
  source: 'Self-assessment questions 10, 28 and 65; the conditional parts of the framework',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    undeclared: ({ technology, id }: { readonly technology: string; readonly id: string }) => ({
      text: `The text speaks of using ${technology}, which the front matter does not name.`,
      help: `Add “${id}” to “surveillance”, or to “not-used” if it is spoken of only to rule it out.`,
    }),
  },
  *check(context) {
    const { binding } = context;
    for (const technology of undeclared(binding)) {
      const at = placeOfUse(context, technology);
      if (!at) continue;
      const { id, title } = technology[0];
      const fix = declaring(binding, id);
      yield { message: 'undeclared', data: { technology: title, id }, at, ...(fix && { fix }) };
    }
  },
  examples: () => [
    {
      title: 'Declared, or under “not-used”',
      markdown: agreementWith(
        'surveillance: [cctv, anpr]\nnot-used: [drone]',
        scope,
        charges,
        '## Cameras\n\nA number plate camera logs each vehicle. The council once used a drone and uses none today.\n',
      ),
      finds: [],
    },
    {
      title: 'Ruled out in a sentence or below a heading, left to the future, or defined',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Cameras\n\nFacial recognition is not used. Body-worn video of patrols is covered by a policy of its own.\n\n**Excluded uses:** parking fines, and reading plates with ANPR.\n\n## Future technology\n\nThe council uses drones as soon as a new assessment allows it.\n',
      ),
      finds: [],
    },
    {
      title: 'Front matter that declares no surveillance at all',
      markdown: agreement(scope, charges, '## Cameras\n\nA drone flies along the fence each night.\n'),
      finds: [],
    },
    {
      title: 'In use, and not declared',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Cameras\n\nIn Quay Road the automatic number plate\nrecognition camera logs each vehicle. A drone flies along the fence each night.\n',
      ),
      finds: ['undeclared', 'undeclared'],
    },
    {
      title: 'Another’s, and out of scope',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Cameras\n\nThe police fly drones under their own arrangements; they are out of scope. The operator of the car park has ANPR under its own contract. The guards know the faces of people who park here.\n',
      ),
      finds: [],
    },
    {
      title: 'Another’s own, and what is past',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Cameras\n\nThe police operate their own drones. Officers wear their own body-worn cameras. The council used ANPR from 2019 to 2022.\n',
      ),
      finds: [],
    },
    {
      title: 'Another’s own, of which the control room has the pictures',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Cameras\n\nThe police operate their own drones and send their pictures to the control room.\n',
      ),
      finds: ['undeclared'],
    },
    {
      title: 'By what it does',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Cameras\n\nANPR readers in two vans check passing vehicles. The system at the doors compares the faces of visitors with a watchlist. Clips of body-worn cameras are copied to the police.\n',
      ),
      finds: ['undeclared', 'undeclared', 'undeclared'],
    },
    {
      title: 'In a list of several lines',
      markdown: agreementWith(
        'surveillance:\n  - cctv',
        scope,
        charges,
        '## Cameras\n\n- Patrols wear body-worn cameras.\n',
      ),
      finds: ['undeclared'],
    },
  ],
});

/** The technologies that the front matter could name and does not. Without the key nothing is declared, and nothing missed. */
function undeclared({ framework, frontMatter }: Binding): (readonly [Technology, PhraseFinder])[] {
  const field = fieldNamed(framework.frontMatter, 'surveillance');
  const declared = property(frontMatter, 'surveillance');
  const ruledOut = property(frontMatter, 'not-used');
  if (!field || !Array.isArray(declared)) return [];
  const named = new Set(
    [...declared, ...(Array.isArray(ruledOut) ? ruledOut : [])].map((one) => comparableTitle(String(one))),
  );
  const known = field.items?.values ?? [];
  return technologies.filter(([{ id, names }]) => {
    return (
      (known.length === 0 || known.includes(id)) && ![id, ...names].some((name) => named.has(comparableTitle(name)))
    );
  });
}

/** The component for it, or the first sentence that has it at work. */
function placeOfUse(
  { binding, passages, around }: Context,
  [{ id, 'described-under': elsewhere }, names]: readonly [Technology, PhraseFinder],
): Span | undefined {
  if (hasTitle(passages, phraseFinder(elsewhere))) return undefined;
  const own = allBound(binding.sections).find(({ requirement, state }) => requirement.id === id && state === 'written');
  if (own) {
    const text = String(own.value.text ?? '');
    const isRuledOut = text.length < 200 && isNotUsed(text).length > 0;
    return isRuledOut ? undefined : own.labels[0]?.span;
  }
  for (const { prose, kind, label } of passages.with(names.cue())) {
    if (kind === 'heading' || names(prose.text).length === 0) continue;
    for (const { from, text } of sentencesOf(ownWords(prose))) {
      const [name] = names(text);
      if (!name || isUsed(text).length === 0 || isNotUsed(text).length > 0) continue;
      if (isPast.test(text) || isOfOthers(text, name)) continue;
      const at = spanIn(binding.document.source, prose, from + name.from, from + name.to);
      const place = around(at.start.offset);
      if (isAboutOther(`${titlesAround(place)} | ${label}`).length > 0) continue;
      if (kind !== 'cell' || isNamedRow(place, label)) return at;
    }
  }
  return undefined;
}

/** “The council used drones from 2019 to 2022.” */
const isPast =
  /\b(?:used|ran|operated|flew|tried|trialled)\b[^.;]{1,80}\b(?:from|between) (?:[a-z]{3,9} )?(?:19|20)\d\d (?:to|until|and) (?:[a-z]{3,9} )?(?:19|20)\d\d\b/i;
const others =
  /\b(?:police|officers|force|constabulary|fire (?:and rescue )?service|ambulance service|neighbouring [a-z]{3,20})(?: also| each)? (?:operate|use|fly|flie|run|have|has|own|deploy|wear)s? (?:its|their) own (?:[a-z-]{2,20} ){0,2}$/i;
const nothingMore = /^(?:,? ?(?:cameras?|systems?|units?|vehicles?|video|footage))?\W*$/i;

/** “The police operate their own drones”, and nothing of what the parties do with them. */
function isOfOthers(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return others.test(text.slice(Math.max(0, from - 160), from)) && nothingMore.test(text.slice(to).slice(0, 60));
}

function hasTitle(passages: Passages, names: PhraseFinder): boolean {
  return passages.all.some(({ prose, kind, label }) => names(kind === 'heading' ? prose.text : label).length > 0);
}

/** Adds it to the list, in the way in which the list is written. */
function declaring({ document: { frontMatter, source } }: Binding, id: string): Fix | undefined {
  const list = frontMatter.state === 'present' ? entryOf(frontMatter.root, 'surveillance')?.value : undefined;
  const last = list?.kind === 'list' ? list.items.at(-1) : undefined;
  if (!last) return undefined;
  const { line, column } = last.span.start;
  const before = lineText(source, line).slice(0, column - 1);
  const text = /^\s*-\s+$/.test(before) ? `\n${before}${id}` : `, ${id}`;
  const { offset } = last.span.end;
  return suggestion(`Add “${id}” to “surveillance”`, [insertionAt(source, offset, text)]);
}
