import type { Binding } from '../binding/binding.ts';
import { behindLabel } from '../binding/passages.ts';
import { titlesAround } from '../binding/surroundings.ts';
import { property } from '../data/json.ts';
import { ownWords, type Prose, spanIn } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { missingComponents } from '../evidence/schema.ts';
import type { Requirement } from '../framework/framework.ts';
import { phraseFinder } from '../text/phrases.ts';
import { sentencesOf } from '../text/sentence.ts';
import { excerpt, withoutEnd } from '../text/shorten.ts';
import { shippedWording } from '../text/wording.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const wording = shippedWording['covert-unaddressed'];
const police = phraseFinder(wording.police);
const tasks = phraseFinder(wording.tasks);
const watching = phraseFinder(wording.watching);
const asking = phraseFinder(wording.asking);
const immediate = phraseFinder(wording.immediate);
const covert = phraseFinder(wording.covert);
const settled = phraseFinder(wording.settled);
const aboutOther = phraseFinder(wording.about);

export const covertUnaddressed = defineRule({
  id: 'covert-unaddressed',
  group: 'surveillance',
  summary: 'Where the police can set operators to watch somebody, the agreement says what holds for covert use.',
  why: 'Overt cameras that follow a person to a plan are directed surveillance, which is unlawful without an authority.',
  source: 'Self-assessment question 69; Regulation of Investigatory Powers Act 2000, section 26; published protocols',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    unaddressed: ({ words }: { readonly words: string }) => ({
      text: `“${words}” has the police set a task, and nothing says what holds for covert use.`,
      help: 'Say that there is none and who refuses a request, or who authorises it, what the control room must see first, and what is recorded.',
    }),
  },
  *check(context) {
    const { binding } = context;
    if (isElsewhere(binding)) return;
    const places = placesOf(context);
    const task = taskIn(places);
    if (!task || places.some(settlesCovertUse)) return;
    const at = spanIn(binding.document.source, task.prose, task.from, task.to);
    yield { message: 'unaddressed', data: { words: task.words }, at };
  },
  examples: () => [
    {
      title: 'A task, and who decides on covert use',
      markdown: agreement(
        scope,
        charges,
        '## Cameras\n\nThe police may task the operators. A covert task needs an authority under the law, which the supervisor sees first.\n',
      ),
      finds: [],
    },
    {
      title: 'No covert use at all, and help in an emergency',
      markdown: agreement(
        scope,
        charges,
        '## Cameras\n\nDetectives may ask the operators to keep a house under watch.\n\n## Covert surveillance\n\nNone. The supervisor refuses a request for it.\n',
        '## Emergencies\n\nOfficers may ask operators to follow a person until a patrol arrives.\n',
      ),
      finds: [],
    },
    {
      title: 'What happens at the moment, and what nobody asks for',
      markdown: agreement(
        scope,
        charges,
        '## Cameras\n\nThe police may ask operators to watch the home of a missing child. Operators watch the home that they pass, and tell an officer of a fire.\n',
      ),
      finds: [],
    },
    {
      title: 'Declared in the front matter',
      markdown: agreementWith(
        'surveillance: [cctv, covert]',
        scope,
        charges,
        '## Cameras\n\nThe police may task the operators.\n',
      ),
      finds: [],
    },
    {
      title: 'Operators are set to a task, and nobody authorises it',
      markdown: agreement(
        scope,
        charges,
        '## Covert surveillance\n\nDetectives may ask the control room to keep a named person under watch for as long as an operation lasts.\n',
      ),
      finds: ['unaddressed'],
    },
    {
      title: 'A list of people to watch, and what officers watch themselves',
      markdown: agreement(
        scope,
        charges,
        '## Cameras\n\nOfficers watch the home of a missing child. A suspect is followed until a patrol arrives.\n\n## Lists\n\nThe force gives the control room a weekly list of nominals to follow.\n',
      ),
      finds: ['unaddressed'],
    },
    {
      title: 'A home that is watched for as long as an operation lasts',
      markdown: agreement(
        scope,
        charges,
        '## Cameras\n\nAt the request of the police, operators will watch the home of a named suspect for the length of an operation.\n',
      ),
      finds: ['unaddressed'],
    },
    {
      title: 'Training on covert use settles nothing',
      markdown: agreement(
        scope,
        charges,
        '## Cameras\n\nThe desk also follows a suspect for several days when a detective asks it to.\n\n## Training\n\nOnly trained operators learn what covert use is.\n',
      ),
      finds: ['unaddressed'],
    },
  ],
});

/** Covert use is declared, or the framework misses it already. */
function isElsewhere(binding: Binding): boolean {
  const { frontMatter, sections, violations } = binding;
  const named = ['surveillance', 'not-used'].flatMap((key) => property(frontMatter, key) ?? []);
  if (named.includes('covert')) return true;
  const isCovert = ({ id }: Pick<Requirement, 'id'>) => id === 'covert';
  if (sections.some(({ state, requirement }) => state === 'absent' && requirement.children.some(isCovert))) return true;
  return (
    violations.length > 0 &&
    missingComponents(binding).some((one) => !one.violation.recommended && isCovert(one.requirement))
  );
}

interface Place {
  readonly prose: Prose;
  readonly text: string;
  /** Where the words behind its label start. */
  readonly start: number;
  /** Its headings and its label. */
  readonly titles: string;
}

/** The passages that may matter, but for those on training or on the law, which say nothing of what is done. */
function placesOf({ passages, around }: Context): Place[] {
  return passages.with(police.cue(), settled.cue()).flatMap((passage): Place[] => {
    const { prose, kind, label } = passage;
    if (kind === 'heading') return [];
    const titles = `${titlesAround(around(prose.span.start.offset))} | ${label}`;
    const text = ownWords(prose);
    return aboutOther(titles).length > 0 ? [] : [{ prose, text, start: behindLabel(passage, text), titles }];
  });
}

/** The first sentence in which the police set a task, and that does not settle itself who may do so. */
function taskIn(places: readonly Place[]) {
  for (const { prose, text, start } of places) {
    if (!isTask(text)) continue;
    const sentence = sentencesOf(text.slice(start)).find((one) => isTask(one.text) && settled(one.text).length === 0);
    if (!sentence) continue;
    const end = withoutEnd(sentence.text, ' \n.;:').length;
    const from = start + sentence.from;
    return { prose, from, to: from + end, words: excerpt(sentence.text, 100) };
  }
  return undefined;
}

function isTask(text: string): boolean {
  if (police(text).length === 0) return false;
  if (tasks(text).length > 0) return true;
  return watching(text).length > 0 && asking(text).length > 0 && immediate(text).length === 0;
}

/** A sentence on covert use, or any below a heading on it, that rules it out or says who decides. */
function settlesCovertUse({ text, titles }: Place): boolean {
  if (settled(text).length === 0) return false;
  if (covert(titles).length > 0) return true;
  return (
    covert(text).length > 0 &&
    sentencesOf(text).some((one) => covert(one.text).length > 0 && settled(one.text).length > 0)
  );
}
