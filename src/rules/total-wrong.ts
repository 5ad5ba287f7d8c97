import { placeOf } from '../binding/binding.ts';
import { declaredCameras } from '../binding/cameras.ts';
import { grandTotal, isTotal, wrongTotals } from '../binding/totals.ts';
import { type Block, type Item, isParagraph, type Paragraph, type Table } from '../document/blocks.ts';
import { ownWords, spanIn, textSpan } from '../document/prose.ts';
import { findBrokenSum, findTotals, readFigure, writeFigure } from '../text/figure.ts';
import { sentencesOf } from '../text/sentence.ts';
import { oneLine } from '../text/shorten.ts';
import type { Source } from '../text/source.ts';
import { stemsOf } from '../text/stem.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Wrong {
  readonly stated: string;
  readonly sum: string;
}

export const totalWrong = defineRule({
  id: 'total-wrong',
  group: 'content',
  summary: 'Figures add up to the total that is given.',
  why: 'Somebody will pay or count by the total, and somebody else by the figures.',
  source: 'Published tenders and agreements in which the cameras by place are not the number of cameras',
  severity: { draft: 'info', agreed: 'info', retired: 'off' },
  messages: {
    table: ({ stated, sum }: Wrong) => ({
      text: `The total is given as ${stated}, but the figures add up to ${sum}.`,
      help: 'Find out which of the figures is wrong, and correct it.',
    }),
    sentence: ({ stated, sum }: Wrong) => ({
      text: `“${stated}” is written here, but the table above adds up to ${sum}.`,
      help: 'Find out which is right, and correct the other.',
    }),
    parts: ({ stated, sum }: Wrong) => ({
      text: `“${stated}” is divided into parts here, but they add up to ${sum}.`,
      help: 'Find out which of the sums is wrong, and correct it.',
    }),
    systems: ({ stated, sum }: Wrong) => ({
      text: `The table of cameras has a total of ${stated}, but the front matter names ${sum}.`,
      help: 'Find out which is right, and correct the other.',
    }),
  },
  *check({ binding }) {
    const { source, blocks } = binding.document;
    const camerasInText = new Set(
      blocks.flatMap(totalsIn).flatMap(({ amount, of }) => (/^cameras?$/.test(of) ? [amount] : [])),
    );
    let title = '';
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'heading') title = block.prose.text;
      if (isParagraph(block)) yield* brokenSums(source, block);
      if (block.kind !== 'table' || block.quoted) continue;
      const [first, ...rest] = wrongTotals(block);
      if (first) {
        const related = rest
          .filter(({ cell }) => cell !== first.cell)
          .map(({ cell, sum, stated }) => ({
            at: textSpan(cell),
            text: `This one should be ${writeFigure(sum, stated)}.`,
          }));
        const data = { stated: first.cell.text.trim(), sum: writeFigure(first.sum, first.stated) };
        yield { message: 'table', data, at: textSpan(first.cell), related };
        continue;
      }
      const below = blocks[index + 1];
      const stated = below?.kind === 'paragraph' ? totalsIn(below).find((one) => contradicts(block, one)) : undefined;
      if (stated && below?.kind === 'paragraph') {
        const words = oneLine(below.prose.text.slice(stated.from, stated.to));
        const data = { stated: words, sum: String(Number(Math.max(...sumsOf(block, stated.of)).toFixed(4))) };
        yield { message: 'sentence', data, at: spanIn(source, below.prose, stated.from, stated.to) };
      }
      const total = listsCameras(title) ? grandTotal(block) : undefined;
      const declared = declaredCameras(binding);
      // Where a sentence gives the same number, `front-matter-differs` speaks of it.
      if (!total || declared.length === 0 || declared.includes(total.value) || camerasInText.has(total.value)) continue;
      const data = { stated: total.cell.text.trim(), sum: String(declared[0]) };
      const related = [{ at: placeOf(binding, '/front-matter/systems'), text: 'Other numbers here' }];
      yield { message: 'systems', data, at: textSpan(total.cell), related };
    }
  },
  examples: () => [
    {
      title: 'Figures that add up, with a dash, a subtotal, and pence that were rounded',
      markdown: agreement(
        scope,
        '## Charges\n\n| Item | Council | Force | Total |\n| --- | --- | --- | --- |\n| Staff | £1,200.40 | – | £1,200.40 |\n| Power | £300.33 | £100 | £400.33 |\n| Total | £1,500.73 | £100.00 | £1,600.74 |\n\n| Place | Bays |\n| --- | --- |\n| North | 40 |\n| South | 24 |\n| Subtotal | 64 |\n| West | 6 |\n| Total | 70 |\n\n70 bays in total.\n',
      ),
      finds: [],
    },
    {
      title: 'Products, averages, and rows that count a part once more or are taken off',
      markdown: agreement(
        scope,
        '## Charges\n\n| Item | Number | Price | Total |\n| --- | --- | --- | --- |\n| Sign | 4 | £20 | £80 |\n| Lamp | 2 | £35 | £70 |\n\n| Month | Faults | Hours to repair |\n| --- | --- | --- |\n| May | 3 | 5 |\n| June | 4 | 9 |\n| Total | 7 | 7 |\n\n| Year | Visits |\n| --- | --- |\n| 2024 | 12 |\n| 2025 | about 15 |\n| Total | 26 |\n\n| Item | Cost |\n| --- | --- |\n| Staff | £90 |\n| of which training | £9 |\n| Power | £40 |\n| Less grant | £20 |\n| Discount (10%) | £11 |\n| Total | £99 |\n\n| Place | Permits |\n| --- | --- |\n| North | 40 |\n| South | 24 |\n| Total (unique) | 50 |\n',
      ),
      finds: [],
    },
    {
      title: 'Totals that are rounded, weights that make up a whole, and a sum with its parts',
      markdown: agreement(
        scope,
        '## Charges\n\n| Grade | Cost a year (£000) |\n| --- | --- |\n| G6 | 62.3 |\n| G4 | 55.1 |\n| Total | 117 |\n\n| Measure | Weight |\n| --- | --- |\n| Patrols made | 33% |\n| Barriers mended | 33% |\n| Lamps lit | 33% |\n| Total | 100% |\n\n| Item | Cost |\n| --- | --- |\n| Barriers | £4,000 |\n| Lamps | £1,000 |\n| Total over 3 years | £15,000 |\n\nThe council pays £9,000 a year: £6,000 for barriers, £2,000 for lamps and £1,000 for signs. Of £800 a year: £200 for each quarter, and £40 for each copy.\n',
      ),
      finds: [],
    },
    {
      title: 'A total that does not add up',
      markdown: agreement(
        scope,
        '## Charges\n\n| Item | Council | Force | Total |\n| --- | --- | --- | --- |\n| Staff | £250,000 | £12,000 | £262,000 |\n| Power | £21,750 | £4,000 | £25,750 |\n| Total | £271,750 | £16,000 | £297,750 |\n',
      ),
      finds: ['table'],
    },
    {
      title: 'The total of a year, and weights of more than the whole',
      markdown: agreement(
        scope,
        '## Charges\n\n| Payment | Due | Amount |\n| --- | --- | --- |\n| 1 | 1 April 2026 | £2,500 |\n| 2 | 1 October 2026 | £2,500 |\n| | Total for year 1 | £5,500 |\n\n| Measure | Weight |\n| --- | --- |\n| Patrols made | 60% |\n| Barriers mended | 50% |\n| Total | 100% |\n',
      ),
      finds: ['table', 'table'],
    },
    {
      title: 'A sum whose parts in the same sentence give another one',
      markdown: agreement(
        scope,
        '## Charges\n\nThe council pays £9,000 a year: £5,000 for barriers, £2,000 for lamps and £1,000 for signs.\n',
      ),
      finds: ['parts'],
    },
    {
      title: 'A sentence that differs from the table above it',
      markdown: agreement(
        scope,
        '## Charges\n\n| Place | Bays |\n| --- | --- |\n| North | 40 |\n| South | 24 |\n\nThere are 65 bays in total.\n',
      ),
      finds: ['sentence'],
    },
    {
      title: 'Cameras by place, and another number in the front matter',
      markdown: agreementWith(
        'spaces: 64\nsystems:\n  - { name: Car park cameras, cameras: 8 }',
        scope,
        charges,
        '## Annex A. Cameras by place\n\n| Place | Cameras |\n| --- | --- |\n| North | 4 |\n| South | 5 |\n| Total | 9 |\n',
      ),
      finds: ['systems'],
    },
  ],
});

function totalsIn(block: Block) {
  return isParagraph(block) && !block.quoted ? findTotals(block.prose.text) : [];
}

function* brokenSums(source: Source, { prose, quoted }: Paragraph | Item) {
  if (quoted || !/[£€$]/.test(prose.text)) return;
  for (const { text, from } of sentencesOf(ownWords(prose))) {
    const broken = findBrokenSum(text);
    if (!broken) continue;
    const { stated, sum } = broken;
    const at = spanIn(source, prose, from + broken.from, from + broken.to);
    yield { message: 'parts' as const, data: { stated, sum }, at };
  }
}

/** Whether a table has a column of what a sentence counts, and no way of adding up gives its number. */
function contradicts(table: Table, { amount, of }: { readonly amount: number; readonly of: string }): boolean {
  const sums = sumsOf(table, of);
  const totals = table.rows.filter(isTotal).flatMap((row) => row.map(({ text }) => readFigure(text)?.value));
  const isIt = (value: number | undefined) => value !== undefined && Math.abs(value - amount) <= 0.5;
  return sums.length > 0 && amount !== table.rows.length && ![...sums, ...totals].some(isIt);
}

/** What the columns of a table that count something add up to, without the totals among its rows. */
function sumsOf({ columns, rows }: Table, counted: string): number[] {
  const [wanted] = stemsOf(counted);
  const parts = rows.filter((row) => !isTotal(row));
  const isCounted = (text: string) => stemsOf(text).some(({ stem }) => stem === wanted?.stem);
  return columns.flatMap((column, index) => {
    if (index === 0 || !isCounted(column.text)) return [];
    const figures = parts.map((row) => readFigure(row[index]?.text ?? ''));
    const known = figures.filter((figure) => figure !== undefined);
    if (known.length < figures.length || known.length < 2 || known.some(({ unit }) => unit === '%')) return [];
    return [known.reduce((sum, { value }) => sum + value, 0)];
  });
}

/** "Cameras by place", "Annex A: camera list", but not "Cameras moved in 2025". */
function listsCameras(title: string): boolean {
  return /\bcameras? (?:by|list|locations?|schedule|positions?)\b|\b(?:list|locations?|schedule|positions?) of (?:all |the )?cameras\b/i.test(
    title,
  );
}
