import { type MoneyPassage, moneyPassages, sumTables } from '../binding/money.ts';
import { behindLabel } from '../binding/passages.ts';
import { spanIn, textSpan } from '../document/prose.ts';
import type { Context } from '../evidence/context.ts';
import { groupedBy } from '../text/group.ts';
import { paymentReader } from '../text/payment.ts';
import { phraseFinder } from '../text/phrases.ts';
import { findMoney, moneyCue } from '../text/quantity.ts';
import { shippedWording } from '../text/wording.ts';
import { agreement, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const wording = shippedWording['charge-incomplete'];
const { openPayments, billingIn, isTimed } = paymentReader(wording);
const isSum = phraseFinder([...wording.sums, 'amount', 'amounts']);

interface Sum {
  readonly words: string;
}

export const chargeIncomplete = defineRule({
  id: 'charge-incomplete',
  group: 'content',
  summary: 'Money that is to be paid has an amount or a basis, and a period.',
  why: 'A sum that was not settled at the start is argued over when the first invoice comes.',
  source: 'Published agreements with contributions that have no amount or no period',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    amountless: ({ words }: Sum) => ({
      text: `“${words}” does not say how much.`,
      help: 'Give the amount, or how it is worked out, or name the annex that has it.',
    }),
    periodless: ({ words }: Sum) => ({
      text: `“${words}” does not say for which time or how often.`,
      help: 'Add the period, such as “a year” or “for the year from 1 April 2026”, or say that it is paid once.',
    }),
    untimed: () => ({
      text: 'Nothing says for which time the sums in this table are paid, or how often.',
      help: 'Name the year in the heading of the column, or say “a year” or “paid once”.',
    }),
    blank: ({ words }: Sum) => ({
      text: `“${words}” has no amount in this table.`,
      help: 'Give the amount, or “£0” if nothing is paid.',
    }),
  },
  *check(context) {
    const parts = moneyPassages(context.binding, context.around, wording);
    yield* inSentences(parts, context);
    yield* inTables(parts, context);
  },
  examples: () => [
    {
      title: 'An amount and a period, a rate, and no charge at all',
      markdown: agreement(
        scope,
        '## Charges\n\nThe operator pays £16,000 a year. The council pays the rest. A driver pays £5 for each copy. The police pay nothing.\n',
      ),
      finds: [],
    },
    {
      title: 'The amount in a table, the period with the invoices',
      markdown: agreement(
        scope,
        '## Charges\n\nThe operator makes an annual contribution.\n\n| Item | Year to 31 March 2027 |\n| --- | --- |\n| Barriers | £9,000 |\n| Lights | £0 |\n\n**Other costs:** the police pay £400 towards signs.\n\n**Invoices:** sent each April.\n',
      ),
      finds: [],
    },
    {
      title: 'Financial years, and a fee for each request',
      markdown: agreement(
        scope,
        '## Charges\n\nIn 2026/27 the police pay £9,200 towards the barriers. Insurers pay £75 plus VAT to obtain footage.\n\n| Item | 2026/27 |\n| --- | --- |\n| Barriers | £9,000 |\n| Lights | £1,200 |\n',
      ),
      finds: [],
    },
    {
      title: 'An amount in an annex',
      markdown: agreement(scope, '## Charges\n\nThe operator pays a contribution that is set out in Annex A.\n'),
      finds: [],
    },
    {
      title: 'A share with its basis, and what something has cost',
      markdown: agreement(
        scope,
        '## Charges\n\nThe operator meets a proportion of the cost in proportion to its spaces. The police will reimburse the council for the costs of overtime. The council will meet the operator in May, as part of the review of costs.\n',
      ),
      finds: [],
    },
    {
      title: 'A share without a figure, and a repayment of nothing definite',
      markdown: agreement(
        scope,
        '## Charges\n\nThe police will meet a proportion of the cost of maintenance. They will reimburse the council for overtime.\n',
      ),
      finds: ['amountless', 'amountless'],
    },
    {
      title: 'No amount',
      markdown: agreement(
        scope,
        '## Charges\n\nThe operator pays £16,000 a year. It also makes a one-off payment towards new barriers.\n',
      ),
      finds: ['amountless'],
    },
    {
      title: 'No period',
      markdown: agreement(
        scope,
        '## Charges\n\nThe operator pays £16,000 a year. The police contribute £6,400 towards the cost.\n',
      ),
      finds: ['periodless'],
    },
    {
      title: 'A table of sums without a time',
      markdown: agreement(scope, '## Charges\n\n| Item | Sum |\n| --- | --- |\n| Barriers | £9,000 |\n'),
      finds: ['untimed'],
    },
    {
      title: 'A contribution in a document without any sum',
      markdown: agreement(scope, '## Charges\n\nThe operator makes its contribution in April.\n'),
      finds: ['amountless'],
    },
    {
      title: 'A cell without an amount',
      markdown: agreement(
        scope,
        '## Charges\n\n| Item | Basis | Each year |\n| --- | --- | --- |\n| Barriers | by contract | £9,000 |\n| Lights | by contract | |\n',
      ),
      finds: ['blank'],
    },
    {
      title: 'One sum below “Cost”, and rows without any',
      markdown: agreement(
        scope,
        '## Charges\n\n| Item | Cost |\n| --- | --- |\n| Patrols | £9,000 a year |\n| Lights | |\n| Signs | POA |\n| Barriers | – |\n| Repairs | at cost |\n\nMore patrols are charged at a price to be agreed.\n',
      ),
      finds: ['blank', 'blank', 'amountless'],
    },
  ],
});

function* inSentences(parts: readonly MoneyPassage[], { binding, passages }: Context) {
  const sections = groupedBy(parts, ({ section }) => [section]);
  const hasMoney = passages.with(moneyCue).some(({ prose }) => findMoney(prose.text) !== undefined);
  for (const own of sections.values()) {
    const billing = billingIn(own.map(({ text }) => text));
    const hasSums = own.some(
      ({ text, passage: { kind, label } }) =>
        findMoney(text) !== undefined && (kind === 'cell' || isSum(label).length > 0),
    );
    for (const { passage, text, titles } of own) {
      const start = behindLabel(passage, text);
      for (const one of openPayments(text.slice(start), { billing, hasSums, hasMoney, titles })) {
        const message = one.lack === 'amount' ? ('amountless' as const) : ('periodless' as const);
        const at = spanIn(binding.document.source, passage.prose, start + one.from, start + one.to);
        yield { message, data: { words: one.text }, at };
      }
    }
  }
}

/** Rows without a sum, and tables of sums in a section where nothing names a time. */
function* inTables(parts: readonly MoneyPassage[], { binding, around }: Context) {
  const timed = new Set(parts.flatMap((one) => (isTimed(`${one.text} | ${one.titles}`) ? [one.section] : [])));
  for (const { table, section, blanks } of sumTables(binding, around, wording)) {
    if (!timed.has(section)) yield { message: 'untimed' as const, data: {}, at: table.span };
    for (const name of blanks) {
      yield { message: 'blank' as const, data: { words: name.text.trim() }, at: textSpan(name) };
    }
  }
}
