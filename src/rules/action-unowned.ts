import type { Row } from '../binding/binding.ts';
import { distinctActions, shortAction } from '../evidence/plans.ts';
import { readDate } from '../text/date.ts';
import { saysFinished } from '../text/finished.ts';
import { findPlaceholders, isNonAnswer } from '../text/placeholder.ts';
import { form, formPart } from './examples.ts';
import { defineRule } from './rule.ts';

const planned = (rows: string) => `| Action | Owner | By |\n| --- | --- | --- |\n${rows}`;

export const actionUnowned = defineRule({
  id: 'action-unowned',
  group: 'assessment',
  summary: 'Every action has an owner and a date.',
  why: 'What nobody is asked to do by any day is not done.',
  source: 'Self-assessment tool: actions for the year before the next annual review',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    unowned: ({ lacks, action }: { readonly lacks: string; readonly action: string }) => ({
      text: `The action “${action}” has ${lacks}.`,
      help: 'Name the post that sees to it, and the day by which it is done.',
    }),
    several: ({ count, lacks }: { readonly count: number; readonly lacks: string; readonly action: string }) => ({
      text: `${count} actions lack an owner, a date or both; this one has ${lacks}.`,
      help: 'Name for each the post that sees to it, and the day by which it is done.',
    }),
  },
  *check({ binding }) {
    const open = distinctActions(binding).flatMap(([row]) => {
      const lacks = lackOf(row);
      return lacks === undefined ? [] : [{ row, lacks }];
    });
    const [first, ...rest] = open;
    if (!first) return;
    if (rest.length === 0) {
      const { row, lacks } = first;
      yield { message: 'unowned', data: { lacks, action: shortAction(row) }, at: row.at };
      return;
    }
    const related = rest.map(({ row, lacks }) => ({ at: row.at, text: `“${shortAction(row)}” has ${lacks}` }));
    yield {
      message: 'several',
      data: { count: open.length, lacks: first.lacks, action: shortAction(first.row) },
      at: first.row.at,
      related,
    };
  },
  examples: () => [
    {
      title: 'An owner and a date',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: planned(
            '| Mend the barrier | Facilities manager | 2026-09-30 |\n| Paint the bays | Warden | Complete |',
          ),
        }),
      }),
      finds: [],
    },
    {
      title: 'In a sentence',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: 'The facilities manager will mend the barrier by 30 September 2026.',
        }),
      }),
      finds: [],
    },
    {
      title: 'No owner',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({ left: '- [x] Yes\n- [ ] No', plan: planned('| Mend the barrier |  | 2026-09-30 |') }),
      }),
      finds: ['unowned'],
    },
    {
      title: 'Several actions, one finding',
      framework: 'car-park-check',
      markdown: form({
        part: formPart({
          left: '- [x] Yes\n- [ ] No',
          plan: planned('| Mend the barrier |  | 2026-09-30 |\n| Paint the bays | Warden |  |'),
        }),
      }),
      finds: ['several'],
    },
  ],
});

/** What the action does not say; undefined where it says all, or a placeholder stands for it. */
function lackOf({ value, cells }: Row): string | undefined {
  const isOpen = (key: string) => findPlaceholders(cells[key]?.text ?? '').length > 0;
  if (['action', 'owner', 'by'].some(isOpen)) return undefined;
  const owner = String(value.owner ?? '');
  const by = String(value.by ?? '');
  const hasOwner = !isNonAnswer(owner) && !/^\W*(?:all|everyone|everybody|various)\W*$/i.test(owner);
  const hasDate = readDate(by) !== undefined || /\b(?:19|20)\d\d\b/.test(by) || saysFinished(by);
  if (!hasOwner) return hasDate ? 'no owner' : 'neither an owner nor a date';
  return hasDate ? undefined : 'no date';
}
