import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../src/check/check.ts';
import { type Finding, severities } from '../src/finding/finding.ts';
import { statuses } from '../src/finding/status.ts';
import { type DocumentReport, reported } from '../src/report/report.ts';
import { createSource, type Source, spanAt } from '../src/text/source.ts';
import { root } from './files.ts';
import { carParks, good, type ReportInHand, read, reportOf, surveillanceCamera } from './sla.ts';

export const plain = { color: false, width: 80 };
export const poor = readFileSync(join(root, 'examples/poor/millbrook-district.md'), 'utf8');

/** A document as the program judges it. */
export function checked(markdown: string, path: string): DocumentReport {
  const document = read(markdown, path);
  const framework = markdown.includes('framework: surveillance-camera') ? surveillanceCamera : carParks;
  return reported(document.source, framework.name, check(document, framework, { today: '2026-03-12' }));
}

/** Silences, a section left out, related places and fixes, behind letters of two, three and four bytes. */
export const rich = poor
  .replace('framework:', '# Café 駐車場 🎥\nframework:')
  .replace('refrence:', 'é: 🎥\n# sla-ignore front-matter-key-unknown: kept for the archive\nrefrence:')
  .replace('omitted:', 'omitted:\n  media: No cameras are filmed for the news.')
  .replace('## 9.', '駐車場 🎥 <!-- sla-ignore section-repeated: agreed\non 3 March --> x\n\n## 9.');

/** Everything that a service could take for its own. */
const nasty = [
  '\u001b[31m\u001b]8;;http://evil\u0007 \u009b2J \u0000 ]]> <![CDATA[ <script>alert(1)</script> <!-- --> </details> &lt; "\'',
  '\r\n::error file=a::b\n::stop-commands::x\n##[error]x %0A%25 , : | \\| a | b |\n\n# Heading\n\n- item\n```\n',
  '[x](http://evil) ![x](y) [x][y] [^1] http://evil.example www.evil.example a@evil.example @user #1 !2 $x$ `c` **b** _i_ ~~s~~',
  ':tada: {0} {name} \\ \\( \ud800 \udc00 \u202e \u2028 \ufffe \uffff \ufeff 駐車場 🎥',
].join('');

/** A document of which every word is hostile: its path, its findings, its reasons. */
export function hostileDocument(words: string, path = `agreements/${words}.md`): DocumentReport {
  const source = createSource(path, `# A\r\n\r\n${words}\r\n`);
  const at = spanAt(source, 0, source.text.length);
  const finding = (severity: Finding['severity'], from: number): Finding => ({
    rule: 'section-missing',
    message: 'absent',
    text: words,
    help: words,
    why: words,
    data: { words },
    severity,
    source: words,
    at: spanAt(source, from, from + 5),
    related: [{ at, text: words }],
    fix: { title: words, safety: 'suggested', edits: [{ at: spanAt(source, 0, 0), text: `${words}\n` }] },
  });
  return reported(source, words, {
    status: 'draft',
    findings: severities.map(finding),
    suppressed: [{ finding: finding('error', 9), reason: words }],
    coverage: [
      { id: 'finance', title: words, state: 'omitted', wanted: true, reason: words, written: 0, asked: 0 },
      { id: 'scope', title: words, state: 'written', wanted: true, written: 1, asked: 1 },
    ],
  });
}

/** Reports of every kind that a format may meet. */
export const reports: readonly (readonly [name: string, report: ReportInHand])[] = [
  ['nothing at all', reportOf([])],
  ['a good agreement', reportOf([checked(good, 'good.md')])],
  ['two documents', reportOf([checked(poor, 'a/poor.md'), checked('# A\n\n## Chargse\n', 'b/ä b#%.md')])],
  ['silences, related places and fixes', reportOf([checked(rich, 'rich.md'), checked(good, 'good.md')])],
  ['hostile words', reportOf([hostileDocument(nasty), hostileDocument(nasty, 'other.md')])],
  ['very long words', reportOf([hostileDocument(`${'word | <b> '.repeat(20_000)}`, 'long.md')])],
  ['rules that nobody knows', { ...reportOf([checked(poor, 'a.md')]), tool: { version: '1', rules: [] } }],
];

const anything = fc.string({ unit: 'binary', maxLength: 40 });
/** Words of strangers. */
export const words = fc.oneof(anything, fc.constantFrom(...nasty.split(' ')), fc.constant(nasty));
const span = fc.tuple(fc.nat(60), fc.nat(60)).map(
  ([from, length]) =>
    (source: Source) =>
      spanAt(source, from, from + length),
);
const anyDocument: fc.Arbitrary<DocumentReport> = fc
  .record({
    text: fc.string({ unit: 'binary', maxLength: 100 }),
    path: words,
    framework: fc.option(words, { nil: undefined }),
    status: fc.constantFrom(...statuses),
    drafts: fc.array(
      fc.record({
        rule: fc.constantFrom('section-missing', 'unheard-of'),
        texts: fc.array(words, { minLength: 4, maxLength: 4 }),
        severity: fc.constantFrom(...severities),
        at: span,
        related: fc.array(fc.tuple(span, words), { maxLength: 2 }),
        edits: fc.option(fc.array(fc.tuple(span, words), { maxLength: 2 })),
        reason: fc.option(words),
      }),
      { maxLength: 15 },
    ),
    reason: words,
  })
  .map(({ text, path, framework, status, drafts, reason }) => {
    const source = createSource(path, text);
    const made = drafts.map((draft) => {
      const [said = '', help = '', why = '', from = ''] = draft.texts;
      const finding: Finding = {
        rule: draft.rule,
        message: 'any',
        text: said,
        help,
        why,
        source: from,
        data: {},
        severity: draft.severity,
        at: draft.at(source),
        related: draft.related.map(([at, other]) => ({ at: at(source), text: other })),
        ...(draft.edits && {
          fix: {
            title: said,
            safety: 'safe' as const,
            edits: draft.edits.map(([at, put]) => ({ at: at(source), text: put })),
          },
        }),
      };
      return { finding, reason: draft.reason };
    });
    return reported(source, framework, {
      status,
      findings: made.flatMap((one) => (one.reason === null ? [one.finding] : [])),
      suppressed: made.flatMap((one) => (one.reason === null ? [] : [{ finding: one.finding, reason: one.reason }])),
      coverage: [{ id: 'x', title: reason, state: 'omitted' as const, wanted: true, reason, written: 0, asked: 0 }],
    });
  });
const [someRule] = reportOf([]).tool.rules;
const tool = { version: '1', rules: someRule ? [someRule] : [] };
/** Reports that nobody has thought of. */
export const anyReport = fc
  .array(anyDocument, { maxLength: 3 })
  .map((documents): ReportInHand => ({ ...reportOf(documents), tool }));
