import { allBound, placeOf } from '../binding/binding.ts';
import { type Party, partiesOf, partyFinder } from '../binding/parties.ts';
import { sayingsOf } from '../binding/sayings.ts';
import { spanIn } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { missingComponents, missingSections } from '../evidence/schema.ts';
import { excerpt } from '../text/shorten.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const twoParties =
  'parties:\n  - name: Exampleton Council\n  - name: Nash Wardens Limited\nsigned-copy: Held by the clerk, file LS/114';
const parties = 'Exampleton Council and Nash Wardens Limited agree, and can be reached on 01632 960 100.';

export const controllerUnclear = defineRule({
  id: 'controller-unclear',
  group: 'parties',
  summary: 'Where personal data is shared, every party is a controller or a processor, and the agreement says which.',
  why: 'When nobody is sure who the controller is, requests and complaints go to the wrong party and breaches are reported late.',
  source: 'UK GDPR, Articles 24 to 28; Data Protection Act 2018, sections 55 to 59',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    unclear: ({ party }: { readonly party: string }) => ({
      text: `Nothing says whether “${party}” is a controller or a processor.`,
      help: 'Add “controller: independent”, “joint” or “processor” to the party in the front matter, or say it in the text. If the party never handles personal data, say that.',
    }),
    nobody: ({ words }: { readonly words: string }) => ({
      text: `“${words}”, but no party is called its controller or processor.`,
      help: 'Say for each party whether it is an independent controller, a joint controller or a processor: under “controller” in the front matter, or in the text.',
    }),
  },
  *check(context) {
    const { binding, passages } = context;
    const parties = partiesOf(binding);
    const undeclared = parties.filter(({ value }) => value.controller === undefined);
    if (parties.length < 2 || undeclared.length === 0) return;
    const stated = statedFor(context, parties);
    const unclear = undeclared.filter((party) => !stated.has(party));
    if (unclear.length < parties.length) {
      for (const { name, pointer } of unclear)
        yield { message: 'unclear', data: { party: name }, at: placeOf(binding, `${pointer}/name`) };
      return;
    }
    const parts = [...missingSections(binding), ...missingComponents(binding)];
    if (parts.some(({ requirement: { id } }) => /^controller|^data-protection$/.test(id))) return;
    const [first] = sayingsOf(passages.all.filter(({ prose }) => sharing.test(prose.text))).filter(
      ({ text, about }) => sharing.test(text) && !none.test(text) && !none.test(about),
    );
    if (!first || passages.all.some(({ prose }) => role.test(prose.text))) return;
    yield {
      message: 'nobody',
      data: { words: excerpt(first.text) },
      at: spanIn(binding.document.source, first.prose, first.from, first.from + first.text.length),
    };
  },
  examples: () => [
    {
      title: 'A sentence for both parties',
      markdown: agreementWith(
        twoParties,
        `${parties} The wardens share personal data with the council.\n`,
        scope,
        charges,
        '## Controllers\n\nThe Council is the controller; Nash handles the recordings as its processor.\n',
      ),
      finds: [],
    },
    {
      title: 'All parties at once',
      markdown: agreementWith(twoParties, `${parties} Both parties are joint controllers.\n`, scope, charges),
      finds: [],
    },
    {
      title: 'No personal data',
      markdown: agreementWith(
        twoParties,
        `${parties} No personal data is shared under this agreement.\n`,
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'Neither party shares any, and none is shared',
      markdown: agreementWith(
        twoParties,
        `${parties} Neither party shares personal data with the other.\n`,
        scope,
        charges,
        '**Personal data:** none is shared.\n',
      ),
      finds: [],
    },
    {
      title: 'A party that never handles any',
      markdown: agreementWith(
        'parties:\n  - { name: Exampleton Council, controller: independent }\n  - { name: Exampleshire Police, controller: independent }\n  - name: Nash Wardens Limited\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council, Nash Wardens Limited and Exampleshire Police agree, and can be reached on 01632 960 100.\n',
        scope,
        charges,
        'The Council is controller of its recordings. Nash never receives images or other personal data.\n',
      ),
      finds: [],
    },
    {
      title: 'A party that handles some',
      markdown: agreementWith(
        'parties:\n  - { name: Exampleton Council, controller: independent }\n  - { name: Exampleshire Police, controller: independent }\n  - name: Nash Wardens Limited\n',
        'Exampleton Council, Nash Wardens Limited and Exampleshire Police agree.\n',
        scope,
        charges,
        'The Council is controller of its recordings. Nash will not use personal data for longer than a month.\n',
      ),
      finds: ['unclear'],
    },
    {
      title: 'Two of three parties',
      markdown: agreementWith(
        'parties:\n  - { name: Exampleton Council, controller: independent }\n  - name: Nash Wardens Limited\n  - { name: Exampleshire Police, controller: independent }',
        'Exampleton Council, Nash Wardens Limited and Exampleshire Police agree.\n',
        scope,
        charges,
        '**Controllers:** The Council for its recordings, the Police for copies. Each decides on its own.\n',
      ),
      finds: ['unclear'],
    },
    {
      title: 'Personal data, and no word on who answers for it',
      markdown: agreementWith(
        twoParties,
        `${parties} The wardens share personal data of motorists with the council.\n`,
        scope,
        charges,
      ),
      finds: ['nobody'],
    },
  ],
});

const role = /\b(?:controllers?|processors?)\b/i;
const processing =
  /\b(?:acts?|acting|serves?) (?:only |solely )?as (?:a |an |the |its |their |our )?(?:data )?processors?\b|\bis (?:the|a|its|our) (?:data )?processor\b/i;
const everyone =
  /\b(?:each|both|all|every|either|neither|none)\s+(?:of\s+(?:the\s+|them\b)|the\s+)?(?:\w+\s+)?(?:part(?:y|ies)|councils?|partners?|members?|signator(?:y|ies)|organi[sz]ations?|them)\b|\bthe (?:\w+ )?parties\b/i;
const sharing =
  /\bpersonal (?:data|information)\b[^.;]{0,80}\b(?:shar|exchang|disclos|pass|transfer|suppl|sen[dt])\w*|\b(?:shar|exchang|disclos|pass|transfer|suppl|sen[dt])\w*\s[^.;]{0,80}\bpersonal (?:data|information)\b/i;
const none = /\b(?:no|without|not|never|nor|neither|none|nobody|nothing)\b/i;
const handling = '(?:receiv|handl|process|hold|see|access|get|use|obtain|collect|store)\\w{0,4}';
const few = '(?:\\w+\\s+){0,6}?';
/** “The Commissioner never receives images or other personal data.” */
const handlesNone = new RegExp(
  `\\b(?:never|(?:do|does|will|shall|can|may) not|cannot)\\s+(?:\\w+\\s+)?${handling}\\s+${few}personal (?:data|information)\\b|\\b(?:${handling}|has|have)\\s+(?:access to\\s+)?(?:no|none of the)\\s+${few}personal (?:data|information)\\b`,
  'i',
);
const butSome =
  /\b(?:without|unless|except|until|before|after|other than|beyond|outside|further|more|longer|only|if)\b/i;

/** Those of whom the text says that they never handle personal data, as it names them. */
function subjectsWithoutData(passages: Context['passages']): string[] {
  const about = passages.all.filter(({ prose }) => handlesNone.test(prose.text));
  return sayingsOf(about).flatMap(({ text }) => {
    const match = handlesNone.exec(text);
    return match && !butSome.test(text) ? [text.slice(0, match.index)] : [];
  });
}

/** The parties whose status the text gives. What names a party beside the word “controller” says enough. */
function statedFor({ binding, passages }: Context, parties: readonly Party[]): ReadonlySet<Party> {
  const partiesNamed = partyFinder(binding);
  const sentences = sayingsOf(passages.all.filter(({ prose, about }) => role.test(prose.text) || role.test(about)))
    .filter(({ text, about }) => role.test(text) || role.test(about))
    .map(({ text }) => text);
  const components = allBound(binding.sections).flatMap(({ requirement: { id }, value }) =>
    id.startsWith('controller') && typeof value.text === 'string' ? [value.text] : [],
  );
  const texts = [...sentences, ...components];
  if (texts.some((text) => everyone.test(text))) return new Set(parties);
  const without = new Set(subjectsWithoutData(passages).flatMap(partiesNamed));
  // Where all but one handle none, nothing is shared.
  if (parties.length - without.size <= 1) return new Set(parties);
  const stated = new Set([...without, ...texts.flatMap(partiesNamed)]);
  // Of two parties the one is the controller for whom the other acts as processor.
  const isProcessing = parties.length === 2 && texts.some((text) => processing.test(text));
  return isProcessing ? new Set(parties) : stated;
}
