import { definedTerms } from '../binding/definitions.ts';
import { type Json, property } from '../data/json.ts';
import { prosesOf } from '../document/blocks.ts';
import { spanIn, withoutCode } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { shippedReferences } from '../law/reference.ts';
import { acronymsIn, explainedIn } from '../text/acronym.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { standsIn } from '../text/stands.ts';
import type { Wording } from '../text/wording.ts';
import { agreement, agreementWith, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const acronymUndefined = defineRule({
  id: 'acronym-undefined',
  group: 'content',
  summary: 'An acronym is explained once.',
  why: 'Whoever is new to the post, and every member of the public who reads the agreement, has to guess.',
  source: 'Government guidance on plain English; published agreements',
  severity: { draft: 'info', agreed: 'info', retired: 'off' },
  messages: {
    unexplained: ({ acronym }: { readonly acronym: string }) => ({
      text: `“${acronym}” is explained nowhere.`,
      help: `Write the words out where it first stands, with “(${acronym})” behind them, or use the words.`,
    }),
  },
  *check({ binding, passages, wording, cited }) {
    // The answers to a form are short, and its readers know the system.
    if (binding.framework.form) return;
    const uses = usesIn({ binding, passages, wording });
    if (uses.size === 0) return;
    const explained = explainedIn(explainingTexts(binding), new Set(uses.keys()));
    // What it was is said where its name is told to be out of date.
    const named = new Set(cited.map(({ text }) => text));
    const terms = new Set(definedTerms(binding).flatMap(({ names }) => names));
    for (const [acronym, { at, count, isNoun }] of uses) {
      // One that stands alone may be a name; behind an article it stands for something.
      if ((count < 2 && !isNoun) || explained.has(acronym) || terms.has(acronym) || named.has(acronym)) continue;
      yield { message: 'unexplained', data: { acronym }, at };
    }
  },
  examples: () => [
    {
      title: 'Explained in brackets, in a table and by the words around it',
      markdown: agreement(
        'The Nash Parking Forum (NPF) meets. The NPF decides.\n',
        '| Term | Meaning |\n| --- | --- |\n| TRO | Order on traffic |\n',
        scope,
        '## Charges\n\nThe TRO sets them. A blue badge holder pays nothing; the BBH shows the badge to the warden.\n',
      ),
      finds: [],
    },
    {
      title: 'Known ones, Acts, references, numerals and words in capitals',
      markdown: agreementWith(
        'parties:\n  - name: Nash Parish Council\n    signatory: { name: A. Clerk, signed: 2026-03-12 }',
        'Nash Parish Council runs the CCTV and the ANPR under RIPA (order NPC-TRO-12, Part VII). The NPC pays.\n',
        scope,
        '## Charges\n\nDo NOT pay the warden. Pay at the machine, and NOT by post to EX99 1AA. PLEASE KEEP the receipt.\n',
      ),
      finds: [],
    },
    {
      title: 'Used twice, explained nowhere',
      markdown: agreement(
        scope,
        '## Charges\n\nA warden tells the CEAT of each fault. Charges for CEAT work are shared.\n',
      ),
      finds: ['unexplained'],
    },
    {
      title: 'Used once, as the name of something',
      markdown: agreement(scope, '## Charges\n\nThe tariff follows the work of the VRPT in 2025.\n'),
      finds: ['unexplained'],
    },
  ],
});

const acts = shippedReferences.acts.flatMap(({ short }) => short.flatMap((one) => one.split(' ')));
const excusedIn = oncePer(({ 'acronym-undefined': { known, words } }: Wording) => ({
  known: new Set([...known, ...acts]),
  words: new Set(words),
}));

interface Use {
  readonly at: Span;
  readonly count: number;
  readonly isNoun: boolean;
}

/** The acronyms of a document with the place of their first use. Headings are often all in capitals, and do not count. */
function usesIn({ binding, passages, wording }: Pick<Context, 'binding' | 'passages' | 'wording'>): Map<string, Use> {
  const excused = excusedIn(wording);
  const uses = new Map<string, Use>();
  for (const { prose, kind } of passages.all) {
    if (kind === 'heading') continue;
    for (const { acronym, from, to, isNoun } of acronymsIn(withoutCode(prose), excused)) {
      const first = uses.get(acronym);
      uses.set(acronym, {
        at: first?.at ?? spanIn(binding.document.source, prose, from, to),
        count: (first?.count ?? 0) + 1,
        isNoun: first?.isNoun === true || isNoun,
      });
    }
  }
  return withoutPlainWords(uses, binding);
}

/** What the document also has in small letters is a word that was shouted. */
function withoutPlainWords(uses: Map<string, Use>, binding: Context['binding']): Map<string, Use> {
  const { text } = binding.document.source;
  const isPlain = (acronym: string) => {
    const word = acronym.toLowerCase();
    return standsAlone(text, word) || standsAlone(text, acronym.charAt(0) + word.slice(1));
  };
  return new Map([...uses].filter(([acronym]) => !isPlain(acronym)));
}

/** Whether a word stands in a text, and not as a part of a longer one, of an address or of the name of a file. */
function standsAlone(text: string, word: string): boolean {
  return standsIn(text, word, /[A-Za-zÀ-ɏḀ-ỿ\d@./_-]/u, /[A-Za-zÀ-ɏḀ-ỿ\d@_]/u);
}

/** Where an explanation may stand: anywhere in the text, with the cells of a row side by side, and in the names of the parties. */
function explainingTexts({ document, frontMatter }: Context['binding']): string[] {
  const texts = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.columns, ...block.rows].map((row) => row.map(({ text }) => text).join(' = '))
      : prosesOf(block).map(({ text }) => text),
  );
  return [...texts, ...namesIn(property(frontMatter, 'parties')), ...namesIn(property(frontMatter, 'systems'))];
}

function namesIn(list: Json | undefined): string[] {
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const name = property(one, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}
