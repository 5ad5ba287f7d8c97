import { type Binding, placeOf } from '../binding/binding.ts';
import { labelledPairs, statementsOf } from '../binding/facts.ts';
import { historiesOf, newestOf } from '../binding/history.ts';
import { property } from '../data/json.ts';
import { textSpan } from '../document/prose.ts';
import { findDate, longDate } from '../text/date.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { compareVersions } from '../text/version.ts';
import { shippedWording } from '../text/wording.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const historyMismatch = defineRule({
  id: 'history-mismatch',
  group: 'dates',
  summary: 'The history ends with the version that the document is.',
  why: 'Readers of two copies cannot tell which is the newer, nor what was changed since they agreed.',
  source: 'Published agreements and specifications with a record of versions',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    version: ({ last, version }: { readonly last: string; readonly version: string }) => ({
      text: `The history ends with version ${last}, but the document is version ${version}.`,
      help: 'Add an entry with the date and what was changed, or correct the version.',
    }),
    date: ({ last, date, label }: { readonly last: string; readonly date: string; readonly label: string }) => ({
      text: `The history ends on ${longDate(last)}, but “${label}” is ${longDate(date)}.`,
      help: 'Add an entry to the history, or correct the date.',
    }),
  },
  *check({ binding }) {
    const [newest, ...others] = historiesOf(binding).flatMap((editions) => newestOf(editions) ?? []);
    if (!newest) return;
    const own = versionOf(binding);
    if (own) {
      const wrong = [newest, ...others].find(({ version }) => (compareVersions(version ?? '', own.version) ?? 0) !== 0);
      if (wrong) {
        const related = [{ at: own.at, text: `Version ${own.version} here` }];
        yield { message: 'version', data: { last: wrong.version ?? '', version: own.version }, at: wrong.at, related };
        return;
      }
    }
    const stated = changedOn(binding);
    if (!stated || newest.day === undefined || newest.day === stated.date) return;
    const { label, date, at } = stated;
    yield {
      message: 'date',
      data: { last: newest.day, date, label },
      at: newest.dayAt,
      related: [{ at, text: `${longDate(date)} here` }],
    };
  },
  examples: () => [
    {
      title: 'Version 1.10 follows 1.9, and the document is 1.10',
      markdown: agreementWith(
        'version: 1.10\nhistory:\n  - { version: 1.9, date: 2026-02-16 }\n  - { version: 1.10, date: 2026-03-12 }',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A table with the newest version first',
      markdown: agreementWith(
        'version: 2.0',
        scope,
        charges,
        '## Document history\n\n| Version | Date | Change |\n| --- | --- | --- |\n| v2 | 12 March 2026 | Charges |\n| v1 | 3 May 2023 | First issue |\n',
      ),
      finds: [],
    },
    {
      title: 'The history ends before the version',
      markdown: agreementWith(
        'version: 1.2\nhistory:\n  - { version: 1.0, date: 2026-01-15 }\n  - { version: 1.1, date: 2026-02-16 }',
        scope,
        charges,
      ),
      finds: ['version'],
    },
    {
      title: 'A table in the text, and the version in the front matter',
      markdown: agreementWith(
        'version: 2.1',
        scope,
        charges,
        '## Version control\n\n| Version | Date | Change |\n| --- | --- | --- |\n| 1.0 | 3 May 2023 | First issue |\n| 2.0 | 12 March 2026 | Charges |\n',
      ),
      finds: ['version'],
    },
    {
      title: 'Changed after the last entry',
      markdown: agreementWith(
        'version: 2.0\nhistory:\n  - { version: 2.0, date: 2026-01-15 }',
        'Last updated: 3 March 2026\n',
        scope,
        charges,
      ),
      finds: ['date'],
    },
  ],
});

/** The document's version, as the front matter has it, else the text. */
function versionOf(binding: Binding): { readonly version: string; readonly at: Span } | undefined {
  const front = property(binding.frontMatter, 'version');
  if (typeof front === 'string' || typeof front === 'number')
    return findPlaceholders(String(front)).length > 0
      ? undefined
      : { version: String(front), at: placeOf(binding, '/front-matter/version') };
  const stated = statementsOf(binding).find(({ pointer }) => pointer === '/version');
  const version = /\d+(?:\.\d+)*/.exec(stated?.text ?? '')?.[0];
  return stated && version !== undefined ? { version, at: stated.at } : undefined;
}

const labels = new Set(shippedWording['history-mismatch']);

/** The day on which the text says that it was changed last. */
function changedOn({
  preamble,
}: Binding): { readonly label: string; readonly date: string; readonly at: Span } | undefined {
  for (const { label, value } of labelledPairs(preamble)) {
    const date = labels.has(comparableTitle(label)) ? findDate(value.text) : undefined;
    if (date !== undefined) return { label: label.trim(), date, at: textSpan(value) };
  }
  return undefined;
}
