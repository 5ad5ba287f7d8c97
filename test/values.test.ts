import { describe, expect, test } from 'vitest';
import { readChoice } from '../src/text/answer.ts';
import { readDate } from '../src/text/date.ts';
import { findDuration, findPeriod, firstDuration } from '../src/text/duration.ts';
import { isPersonalAddress, isSamePost, personNamed } from '../src/text/post.ts';
import { findCount, findMoney, findPercentage } from '../src/text/quantity.ts';
import { sentenceAt } from '../src/text/sentence.ts';

/** Lines below a question: `[x] ` in front makes a task-list box. */
const below = (...lines: readonly string[]) =>
  readChoice(
    lines.map((line) => {
      const box = /^\[([ x])\] /.exec(line);
      return { text: line.replace(/^\[[ x]\] /, ''), checked: box ? box[1] === 'x' : undefined, question: false };
    }),
  );
const behind = (text: string) => readChoice([{ text, checked: undefined, question: true }]);

describe('answers to closed questions', () => {
  test.each([
    [['[x] Yes', '[ ] No'], 'yes'],
    [['[ ] Yes', '[x] No'], 'no'],
    [['[ ] Yes', '[ ] No', '[x] Not applicable'], 'not-applicable'],
    [['[x] Yes', '[x] No'], 'both'],
    [['[ ] Yes', '[ ] No'], undefined],
    [['Yes', 'No'], 'lost'],
    [['Yes  No'], 'lost'],
    [['Yes / No'], 'lost'],
    [['Yes', 'No', 'N/A'], 'lost'],
    [['No'], 'no'],
    [['N/A'], 'not-applicable'],
    [['☒ Yes ☐ No'], 'yes'],
    [['Yes ☒ No ☐'], 'yes'],
    [['☑ Yes ☑ No'], 'both'],
    [['Yes, the manual of 2024.'], 'yes'],
    [['No changes were made'], undefined],
    [['[ ] Yes', '[ ] No', 'Not applicable, as there is no list.'], 'not-applicable'],
    [['[ ] Yes', '[ ] No', 'No – the list is gone.'], 'no'],
    [['[x] Yes', '[ ] No', 'Not applicable to drones.'], 'yes'],
    [['☐ Yes ☐ No / Not applicable'], undefined],
    [['[ ] Yes', '[ ] No', 'No list is kept.'], undefined],
    [['Answer: Yes. Masking by VLC.'], 'yes'],
    [['Our answer – no'], 'no'],
    [['Answer: the manual'], undefined],
    [['Y'], 'yes'],
    [['N.'], 'no'],
    [['Y – the manual of 2024'], 'yes'],
    [['N. Patel is told.'], undefined],
    [['Y / N'], undefined],
    [['N/A'], 'not-applicable'],
    [[], undefined],
  ])('%j is %s', (lines, answer) => expect(below(...lines).answer).toBe(answer));

  test('what is not an option is the explanation', () => {
    expect(below('[x] Yes – the manual of 2024', '[ ] No').detail).toBe('the manual of 2024');
    expect(below('Yes', 'The manual of 2024.').detail).toBe('The manual of 2024.');
  });

  test('what stands behind a letter or a label is the explanation', () => {
    expect(below('Y – the manual of 2024').detail).toBe('the manual of 2024');
    expect(below('Answer: Yes. Masking by VLC.').detail).toBe('Masking by VLC.');
  });

  test('in the question’s own line the options stand at its end, and the rest is the form’s', () => {
    expect(behind(' If so, please specify.  Yes  No')).toEqual({ answer: 'lost', detail: '' });
    expect(behind(' (If so please provide brief details)')).toEqual({ answer: undefined, detail: '' });
  });
});

describe('values', () => {
  test('12 months are one year, however they are written', () => {
    for (const words of ['12 months', 'one year', 'twelve (12) months']) expect(findDuration(words)?.days).toBe(366);
    for (const words of ['every 12 months', 'annually', 'each year']) expect(findPeriod(words)).toBe(366);
  });

  test('“within 2 working days” keeps “working”', () => {
    expect(firstDuration('within 2 working days')).toEqual({ amount: 2, unit: 'day', working: true, days: 2 });
    expect(firstDuration('within two hours')).toMatchObject({ amount: 2, unit: 'hour', working: false });
  });

  test.each([
    ['at least 4 public meetings per annum', { amount: 4, of: 'meetings', days: 366 }],
    ['four newsletters each quarter', { amount: 4, of: 'newsletters', days: 92 }],
    ['two audits in 2026/27', { amount: 2, of: 'audits', days: 366 }],
    ['at least 4 newsletters', { amount: 4, of: 'newsletters', days: undefined }],
    ['an annual report', undefined],
    ['section 4 reports', undefined],
  ])('events: %s', (text, count) => {
    const found = findCount(text);
    expect(found && { amount: found.amount, of: found.of, days: found.days }).toEqual(count);
  });

  test.each([
    ['£84,000 a year', { amount: 84_000, currency: 'GBP' }],
    ['£1.2 million', { amount: 1_200_000, currency: 'GBP' }],
    ['£12k', { amount: 12_000, currency: 'GBP' }],
    ['EUR 12.50', { amount: 12.5, currency: 'EUR' }],
    ['free of charge', undefined],
  ])('money: %s', (text, money) => expect(findMoney(text)).toEqual(money));

  test.each([
    ['99.5% of the cameras', 99.5],
    ['95 per cent', 95],
    ['a half', undefined],
  ])('shares: %s', (text, share) => expect(findPercentage(text)).toBe(share));

  test.each([
    ['12 March 2026', { state: 'day', day: '2026-03-12' }],
    ['August 2022', { state: 'month', earliest: '2022-08-01', latest: '2022-08-31', text: 'August 2022' }],
    ['2022', { state: 'month', earliest: '2022-01-01', latest: '2022-12-31', text: '2022' }],
    ['201', { state: 'impossible', text: '201' }],
    ['1 April 201', { state: 'impossible', text: '1 April 201' }],
    ['31 April 2026', { state: 'impossible', text: '31 April 2026' }],
    ['31/04/2026', { state: 'impossible', text: '31/04/2026' }],
    ['2025/26', undefined],
    ['in May', undefined],
  ])('dates: %s', (text, date) => expect(readDate(text)).toEqual(date));
});

describe('posts and people', () => {
  test.each([
    ['T/ACC and Force Senior Information Risk Owner', 'the Assistant Chief Constable', true],
    ['Det Supt Ada Okoro', 'Detective Superintendent', true],
    ['Director of Place', 'the Director of Place, Exampleton Council', true],
    ['Assistant Chief Constable', 'Detective Superintendent', false],
    ['Director of Place', 'Head of Parking', false],
    ['Superintendent (Operations)', 'Superintendent (Local Policing)', false],
    ['Superintendent Neighbourhood Policing', 'Superintendent, Local Policing', true],
    ['Superintendent', 'Superintendent, Central Division', true],
    ['Superintendent, Central Division', 'Superintendent, Northern Division', false],
    ['Superintendent, Central Division', 'Superintendent (Local Policing)', true],
    ['Supt (Operations)', 'Superintendent, who answers for crime in the division', true],
    ['Superintendent Jane Smith', 'Superintendent (Operations)', true],
  ])('%s and %s', (one, other, same) => expect(isSamePost(one, other)).toBe(same));

  test.each([
    ['Detective Superintendent Ada Okoro.', 'Detective Superintendent Ada Okoro'],
    ['Mr J. Bloggs', 'Mr J. Bloggs'],
    ['the Chief Constable of Exampleshire', undefined],
    ['the Assistant Chief Constable', undefined],
    ['the CCTV Manager', undefined],
    ['Inspector Patel', 'Inspector Patel'],
    ['Superintendent Jane North', 'Superintendent Jane North'],
    ['Insp A. West', 'Insp A. West'],
    ['Mr North', 'Mr North'],
    ['Superintendent Jane Smith, Local Policing', 'Superintendent Jane Smith'],
    ['Superintendent Local Policing', undefined],
    ['Assistant Chief Constable Crime', undefined],
    ['Inspector Force Control Room', undefined],
    ['Chief Inspector Nash Neighbourhood Team', undefined],
    ['Superintendent North, then Inspector Patel', 'Inspector Patel'],
  ])('a person in “%s”', (text, name) => expect(personNamed(text)).toBe(name));

  test.each([
    ['jane.smith@example.gov.uk', true],
    ['j.smith@example.gov.uk', true],
    ['cctv.team@example.gov.uk', false],
    ['data.protection@example.gov.uk', false],
    ['cctv@example.gov.uk', false],
    ['chief.executive@example.gov.uk', false],
    ['place.director@example.gov.uk', false],
  ])('%s', (address, personal) => expect(isPersonalAddress(address)).toBe(personal));
});

test('a sentence does not end at an abbreviation', () => {
  const text = 'See s. 33 of the Act. The fee is No. 5 on the list, e.g. for discs. It is paid.';
  expect(sentenceAt(text, 10).text.trim()).toBe('See s. 33 of the Act.');
  expect(sentenceAt(text, 40).text.trim()).toBe('The fee is No. 5 on the list, e.g. for discs.');
});
