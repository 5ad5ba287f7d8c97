import { type StatedRetention, statedRetention } from '../binding/retention.ts';
import { groupedBy } from '../text/group.ts';
import { shippedWording } from '../text/wording.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Difference {
  readonly material: string;
  readonly period: string;
  readonly other: string;
}

export const retentionUnclear = defineRule({
  id: 'retention-unclear',
  group: 'content',
  summary: 'One kind of material is kept for one period, wherever the agreement speaks of it.',
  why: 'Whoever goes by the shorter period deletes what the other side counts on; whoever goes by the longer one keeps personal data too long.',
  source: 'SC Code principle 6; self-assessment questions 30 and 31; published codes with two periods',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    differs: ({ material, period, other }: Difference) => ({
      text: `“${material}” is kept for ${period} here, but for ${other} elsewhere.`,
      help: 'Find out which is right and correct the other; if both are, say which material each of them is for.',
    }),
  },
  *check({ binding, around }) {
    const stated = statedRetention(binding, around, shippedWording['retention-unclear']);
    for (const [first, ...others] of groupedBy(stated, ({ material }) => [material]).values()) {
      const conflict = first && others.find((one) => !canBeTheSame(first, one));
      if (!first || !conflict) continue;
      const data = { material: first.material, period: words(conflict), other: words(first) };
      const related = [first, ...others.filter((one) => one !== conflict)].map((one) => ({
        at: one.at,
        text: `Here it is ${words(one)}`,
      }));
      yield { message: 'differs', data, at: conflict.at, related };
    }
  },
  examples: () => [
    {
      title: 'The same period in other words, and another for other material',
      markdown: agreementWith(
        'retention:\n  - { applies-to: cctv, period: 31 days }\n  - { applies-to: anpr, period: 12 months }',
        scope,
        charges,
        '## Retention\n\nFootage is kept for one month. The 31-day store is overwritten automatically. Plate data are deleted after one year.\n',
      ),
      finds: [],
    },
    {
      title: 'What is kept longer for a reason',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Retention\n\nFootage is kept for 31 days, unless it is needed in court. Footage of an accident is kept for 3 years. Copies are destroyed after 90 days. The disclosure log is kept for 6 years. Footage from the depot is kept for 14 days.\n',
      ),
      finds: [],
    },
    {
      title: 'A period for each material, one that others stay below, and other things that are kept',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Retention\n\nFootage is kept for 30 days and body-worn video for 31 days. Images are kept for no more than one month. Operator rotas are kept for 2 years.\n\n- **Visitors’ book:** 12 months\n',
      ),
      finds: [],
    },
    {
      title: 'Other things than footage, in an agreement without surveillance',
      markdown: agreement(
        scope,
        charges,
        '## Retention\n\nSystem images are kept for 30 days. Spare devices are held for 5 days, images of the accounts for 12 months.\n',
      ),
      finds: [],
    },
    {
      title: 'Images of persons under a ban, the day on which footage goes, and a moment that is no place',
      markdown: agreementWith(
        'retention:\n  - { applies-to: cctv, period: 31 days }\n  - { applies-to: body-worn-video, period: 14 days }',
        scope,
        charges,
        '## Retention\n\nFootage is erased by the recorder on day 32. Images of persons barred under the Pubwatch scheme are held for 12 months. Body-worn video is uploaded at the end of each shift and kept for 14 days.\n',
      ),
      finds: [],
    },
    {
      title: 'Rows of a schedule on other things, and rows that another column tells apart',
      markdown: agreementWith(
        'retention: [{ applies-to: cctv, period: 31 days }]',
        scope,
        charges,
        '## Retention\n\n| Material | Kept for | Reason |\n| --- | --- | --- |\n| CCTV footage | one month | Damage is found within 14 days |\n| Exported clips | 90 days | |\n| Incident log | 6 years | |\n\n| Footage | Kind | Period |\n| --- | --- | --- |\n| Recordings | routine | 31 days |\n| Recordings | needed in court | 7 years |\n',
      ),
      finds: [],
    },
    {
      title: 'A row of a schedule',
      markdown: agreementWith(
        'retention:\n  - { applies-to: cctv, period: 31 days }\n  - { applies-to: body-worn-video, period: 31 days }',
        scope,
        charges,
        '## Retention\n\n| Material | Period |\n| --- | --- |\n| CCTV footage | 28 days, then overwritten |\n| Body-worn video | 90 days |\n',
      ),
      finds: ['differs', 'differs'],
    },
    {
      title: 'Two periods for the same recordings',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Retention\n\nRecordings are kept for 28 days.\n\n**Overwriting:** the recorder replaces recordings automatically after 31 days.\n',
      ),
      finds: ['differs'],
    },
    {
      title: 'The day on which images go, and a period with a moment before it',
      markdown: agreementWith(
        'retention:\n  - { applies-to: cctv, period: 31 days }\n  - { applies-to: body-worn-video, period: 31 days }',
        scope,
        charges,
        '## Retention\n\nImages are automatically erased by the recorder on day 28.\n\n## Body-worn video\n\n**Upload and retention:** uploaded at the end of each shift and kept for 14 days.\n',
      ),
      finds: ['differs', 'differs'],
    },
    {
      title: 'A longest period that is shorter than the period elsewhere',
      markdown: agreementWith(
        'surveillance: [cctv]',
        scope,
        charges,
        '## Retention\n\nFootage is kept for 31 days.\n\n## Requests for footage\n\nImages are kept for a maximum of 28 days.\n',
      ),
      finds: ['differs'],
    },
    {
      title: 'The front matter and the text',
      markdown: agreementWith(
        'retention: [{ applies-to: cctv, period: 31 days }, { applies-to: anpr, period: 12 months }]',
        scope,
        charges,
        '## Retention\n\nAll images, like those of the car parks, are kept for 14 days, plate data for 90 days.\n',
      ),
      finds: ['differs', 'differs'],
    },
  ],
});

function words({ duration: { amount, unit, working }, isMost }: StatedRetention): string {
  return `${isMost ? 'at most ' : ''}${amount} ${working ? 'working ' : ''}${unit}${amount === 1 ? '' : 's'}`;
}

/** The days that a duration can mean: a month has 28 to 31, a year 365 or 366, five working days make a week; what goes on day 32 is kept for 31 days. */
function rangeOf({ duration, isDay }: StatedRetention): readonly [least: number, most: number] {
  const { amount, unit, working, days } = duration;
  if (isDay) return [days - 1, days];
  if (unit === 'month') return [amount * 28, Math.max(days, amount * 31)];
  if (unit === 'quarter') return [amount * 89, days];
  if (unit === 'year') return [amount * 365, days];
  return [days, working ? days * 2 : days];
}

/** Whether there is a period that both allow: “at most 31 days” allows each that is shorter. */
function canBeTheSame(one: StatedRetention, other: StatedRetention): boolean {
  const [least, most] = rangeOf(one);
  const [from, to] = rangeOf(other);
  return (from <= most || other.isMost) && (least <= to || one.isMost);
}
