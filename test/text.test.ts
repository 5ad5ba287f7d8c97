import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acronymsIn, explainedIn } from '../src/text/acronym.ts';
import { partsOfAddress, pathBeside } from '../src/text/address.ts';
import { datesIn, daysBetween, findDate, isIsoDate, lastDay, signedDay } from '../src/text/date.ts';
import { findDuration, findPeriod } from '../src/text/duration.ts';
import { findBrokenSum, findTotals, readFigure, writeFigure } from '../src/text/figure.ts';
import { saysFinished } from '../src/text/finished.ts';
import { guidanceFinder } from '../src/text/guidance.ts';
import { keepingReader } from '../src/text/keeping.ts';
import { labelEnd } from '../src/text/label.ts';
import { findLeftovers } from '../src/text/leftover.ts';
import { findLocalPaths } from '../src/text/local-path.ts';
import { hasMeasure } from '../src/text/measure.ts';
import { calledInText } from '../src/text/name.ts';
import { nearest } from '../src/text/nearest.ts';
import { paymentReader } from '../src/text/payment.ts';
import { periodsIn } from '../src/text/period.ts';
import { phraseFinder } from '../src/text/phrases.ts';
import { findPlaceholders, isNonAnswer } from '../src/text/placeholder.ts';
import { promiseReader } from '../src/text/promise.ts';
import { withoutQuotations } from '../src/text/quotation.ts';
import { saysRecurring } from '../src/text/recurring.ts';
import { removalOf } from '../src/text/removal.ts';
import { sentencesOf } from '../src/text/sentence.ts';
import { comparableAnchor, slugsOf } from '../src/text/slug.ts';
import { createSource, lineText, pointAt, spanAt } from '../src/text/source.ts';
import { stemsOf } from '../src/text/stem.ts';
import { readTarget, saysWhatCounts } from '../src/text/target.ts';
import { isTermOfSomethingElse, readTerm, renewsItself, speaksOfLater, speaksOfSooner } from '../src/text/term.ts';
import { comparableTitle, headingNumber } from '../src/text/title.ts';
import { vagueReader } from '../src/text/vague.ts';
import { compareVersions } from '../src/text/version.ts';
import { shippedWording } from '../src/text/wording.ts';
import { wordsOf } from '../src/text/words.ts';

describe('titles that are the same', () => {
  test.each([
    '4.2 Feedback & Review',
    'Section 4 – Feedback and review',
    'Schedule B: feedback and review',
    'FEEDBACK AND REVIEW.',
    '[SCC1] 4. Feedback and review',
    '(a) Feedback and review',
    'iv. Feedback and review',
    'Feedback   and  review:',
    '4) Feedback and review',
    'Annex A. Feedback and review',
    'Ｆeedback and review',
    'Feedback and review {#feedback}',
    '[]{#_Toc99 .anchor}Feedback and review',
    '[]{#_Toc99 .anchor}[]{#_Ref1 .anchor}4. Feedback and review',
    'PART THREE – FEEDBACK AND REVIEW',
    'IV Feedback and review',
    '4.2a Feedback and review',
    '§1 Feedback and review',
  ])('%s', (title) => expect(comparableTitle(title)).toBe('feedback and review'));

  test('words that only look like numbering stay', () => {
    expect(comparableTitle('A guide to training')).toBe('a guide to training');
    expect(comparableTitle('Covert surveillance')).toBe('covert surveillance');
    expect(comparableTitle('Part-time staff')).toBe('part time staff');
  });

  test.each([
    ['4.2 Retention', [4, 2]],
    ['10. Review', [10]],
    ['Section 3 Training', [3]],
    ['Retention', undefined],
    ['2026 figures', undefined],
  ])('the number of “%s”', (title, number) => expect(headingNumber(title)).toEqual(number));
});

describe('lengths of time, in days by the longest reading', () => {
  test.each([
    ['kept for 31 days, then overwritten', 31],
    ['one month', 31],
    ['12 months', 366],
    ['one year', 366],
    ['twelve (12) months', 366],
    ['two weeks', 14],
    ['a 28-day period', 28],
    ['within 48 hours', undefined],
    ['5 working days', 5],
    ['thirty-one days', 31],
    ['as long as needed', undefined],
    ['camera 31', undefined],
    ['as long as needed; a copy is collected within 7 days', undefined],
    ['recorded 24 hours a day', undefined],
    ['Period in days: 31', 31],
    ['kept for forty-five days', 45],
    ['twenty-eight days', 28],
    ['automatically overwritten within 31 days', 31],
    ['kept for 31 (thirty-one) days', 31],
    ['overwritten every 31 days', 31],
  ])('%s', (text, days) => expect(findDuration(text)?.days).toBe(days));

  test.each([
    ['every 12 months', 366],
    ['annually', 366],
    ['four times a year', 91.5],
    ['at least twice a year', 183],
    ['quarterly', 92],
    ['once every two years', 732],
    ['every other month', 62],
    ['each year', 366],
    ['at least 4 times per year', 91.5],
    ['when there is reason to', undefined],
    ['regularly', undefined],
    ['12 months', 366],
    ['every twelve (12) months', 366],
    ['at six-month intervals', 186],
    ['at intervals not exceeding six months', 186],
    ['twice yearly', 183],
    ['six monthly', 186],
    ['three yearly', 1098],
    ['twice in each year', 183],
    ['hourly', 1 / 24],
    ['a two-day course when needed', undefined],
    ['once per annum', 366],
    ['every second year', 732],
    ['each September', 366],
    ['at intervals of no more than two years', 732],
  ])('how often: %s', (text, days) => expect(findPeriod(text)).toBe(days));
});

describe('dates', () => {
  test.each([
    ['12 March 2026', '2026-03-12'],
    ['March 12, 2026', '2026-03-12'],
    ['Dec. 1st 2026', '2026-12-01'],
    ['12th of March, 2026', '2026-03-12'],
    ['1st day of April 2026', '2026-04-01'],
    ['this 12th day of March, 2026', '2026-03-12'],
    ['the twelfth day of March 2026', '2026-03-12'],
    ['the twenty-first day of March 2026', '2026-03-21'],
    ['the thirtieth day of April 2026', '2026-04-30'],
    ['the thirty-first day of April 2026', undefined],
    ['the last working day of March 2026', undefined],
    ['12/03/2026', '2026-03-12'],
    ['March 12, 2026', '2026-03-12'],
    ['Sept. 1st 2026', '2026-09-01'],
    ['April 31, 2026', undefined],
    ['on 2026-03-12', '2026-03-12'],
    ['1 Sept 2026', '2026-09-01'],
    ['31 April 2026', undefined],
    ['August 2022', undefined],
    ['1 May 2026 or 2 May 2026', undefined],
    ['12/03/26', '2026-03-12'],
    ['12 Mar 26', '2026-03-12'],
    ['12 March 20', undefined],
    ['form 12/03/26', undefined],
    ['12.03.26', undefined],
    ['31/04/26', undefined],
  ])('%s', (text, date) => expect(findDate(text)).toBe(date));
  test.each([
    ['Ada Clerk, Town Clerk, 12/03/26', '2026-03-12'],
    ['Ada Clerk, Town Clerk, 12.03.26.', '2026-03-12'],
    ['Ada Clerk, Town Clerk, 12th March ’26', '2026-03-12'],
    ['Ada Clerk, Town Clerk, 12 March 2026', '2026-03-12'],
    ['Ada Clerk, Town Clerk, 03/23/2026', '2026-03-23'],
    ['Ada Clerk, Town Clerk, 03/04/2026', '2026-04-03'],
    ['Ada Clerk, 3-Apr-26', '2026-04-03'],
    ['Ada Clerk, Town Clerk, 12/03/20', '2020-03-12'],
    ['Ada Clerk, file 12/03/26, Town Clerk', undefined],
    ['Ada Clerk, version 1.12.03.26', undefined],
    ['Ada Clerk, 1 May 2026, and Bea Chief, 02/05/26', '2026-05-01'],
  ])('in a signature: %s', (text, date) => expect(signedDay(text)).toBe(date));
  test('days of the calendar', () => {
    expect(isIsoDate('2028-02-29')).toBe(true);
    expect(isIsoDate('2026-02-29')).toBe(false);
    expect(isIsoDate('0000-00-00')).toBe(false);
  });
});

describe('what comes again and again', () => {
  test.each(['June 2026, then monthly', 'Monthly from June 2026', 'By 30 April 2026, then monthly until June 2027'])(
    '%s',
    (text) => expect(saysRecurring(text)).toBe(true),
  );
  test.each([
    'Monthly until 31 January 2026',
    'Daily rota ready by January 2026',
    '31 March 2026 (monthly report to the board)',
    'June 2026',
  ])('%s has an end', (text) => expect(saysRecurring(text)).toBe(false));
});

test('a name with very many spaces is read at once', () => {
  const name = `Nash${' '.repeat(100_000)}Council`;
  expect(calledInText(`${name} (NC)`)).toBe(name);
});

describe('placeholders', () => {
  test.each([
    '‹name of the\ncouncil›',
    '[insert address]',
    '[Name of council]',
    '[date]',
    '[TBC]',
    '[TBC – will the Centre follow it, too?]',
    '[Centre to add others]',
    '(to be confirmed)',
    'TBC',
    'tbc.',
    '..........',
    '____',
    '£X',
    'within xx days',
    '20__',
    'dd/mm/yyyy',
    '[…]',
    '. . . . . .',
    '???',
    '£XX,XXX',
    '£TBC',
    'X days',
    'The fee is TBC.',
    'TBC by the force',
    '[force address]',
    '[date to be agreed]',
    '[●]',
    '{{address}}',
    '201_',
    'due DD/MM/YYYY',
    'The recorders are replaced in TBC.',
    'published on a date TBC.',
    '[Legal to supply: insert limit of indemnity]',
    'To follow.',
    'To follow from the force',
    'To be confirmed by the force',
    'To be confirmed by the operator',
    'To be agreed within three months of signing',
    'To follow in due course',
    'To follow under separate cover',
    'To follow (Finance)',
    'Whether the police contribute is to be confirmed.',
    'How long footage is kept is to be agreed.',
    'The DPIA is to be completed.',
    'The date on which the cameras go live is to be agreed.',
    'The annex is to be completed.',
    'The forms for new sites are [to be completed].',
    'Click or tap here to enter text.',
    'Choose an item.',
    'The fee is £[ ] a year.',
    'The start date is [DD/MM/YYYY].',
    'Telephone 01xxx xxxxxx',
    'The contact is XXX.',
    'See clause [X].',
    'The file is held by “[name of officer]”.',
    'The subject is “[insert title] of the request”.',
    'at least X% of cameras',
    '10.1. To be confirmed.',
    '11.1 TBC',
    '(a) to follow',
    'by [   ] months’ notice',
    'or [ ... ] weeks',
    'within ( ) working days',
    '[ name of officer ]',
    'The Force pays an amount to be inserted.',
    'The lead officer is (name to be confirmed).',
    'The start is DD/MM/YYYY.',
    '<insert amount>',
    'a year from <date of signature>',
    '[Client]',
    '[brief description of service]',
    '[Contact details]',
    '[First level of escalation]',
    '[percentage 99.9%]',
    '[percentage/%]',
    'within [specified time frame]',
    'within [30] days',
    '[14 working days]',
    'less than [99.5% (~3.5hrs)]',
    'a fee of £[500]',
    '[£1,200]',
  ])('%s is one', (text) => expect(findPlaceholders(text)).toHaveLength(1));
  test.each([
    'cameras TBC 1 to TBC 10',
    'Introduction .......... 3',
    'Introduction ..........Error! Bookmark not defined.',
    'and so on...',
    '[x]',
    'Any further use is to be agreed, in writing, by both.',
    '4 x day and 2 x night operators',
    'dates are written DD/MM/YYYY',
    'see [1] and [a]',
    'the Act [as amended]',
    'Schedule XX',
    'BS EN 62676-4',
    'kept to be confirmed by the auditor',
    'a £10 fee',
    '2026',
    'X-ray',
    'the [Data Protection Act 2018]',
    'The e-mail’s subject is “CCTV request [crime number]”.',
    'Files are named [camera]-[date].',
    'Part XXX of the Act',
    'the reference CCTV-XXX-2026',
    'on 0800 111 111, ext. 20',
    '(b) to be completed by the officer',
    '2 to do',
    'See clause 5 ( ) and 3 [ ].',
    'How often: [ ] Day [ ] Week [ ] Month',
    'a clause to be inserted after clause 5',
    'the date to be inserted in the log',
    'The format of a date is DD/MM/YYYY.',
    'The date is DD/MM/YYYY format.',
    'A file name is CAM01-DD-MM-YYYY.',
    'Files are named [camera] and [date].mp4.',
    'Files are named <camera>-<date>.',
    'Press <Enter>, and hold <Ctrl>.',
    '<add key="amount">',
    '<title>',
    '<details>',
    'see [1] and [30]',
    'See [details](#how it works) below.',
    'in [95%, 99%] of cases',
    '[2019] EWCA Civ 1',
    'To follow the Code of Practice',
    'To be completed by the requesting officer',
    'To be agreed in writing by both parties',
    'To be agreed at each annual review',
    'To be completed by the operator',
    'To be confirmed within one working day',
    'To follow the operator’s procedure',
    'The plan says whether the share is to be agreed.',
    'How the charges are to be determined.',
    'Before a camera is moved a DPIA is to be completed.',
    'After each viewing the log is to be completed.',
    'Training for new operators is to be completed;',
    'The review says how the share is to be determined.',
    'hourly rate x hours worked',
  ])('%s is none', (text) => expect(findPlaceholders(text)).toEqual([]));
  test('several, in order, none inside another', () => {
    expect(findPlaceholders('[insert name] of ......... on 20__').map((one) => one.text)).toEqual([
      '[insert name]',
      '.........',
      '20__',
    ]);
  });
  test.each(['', 'N/A', 'n/a.', 'None', 'Not applicable', 'TBC', '‹reason›', ' - '])('“%s” is no answer', (text) =>
    expect(isNonAnswer(text)).toBe(true),
  );
  test('a sentence is an answer', () => expect(isNonAnswer('No change is planned before 2027.')).toBe(false));
});

describe('places', () => {
  test('lines end at LF, CRLF and CR, and columns count UTF-16 units', () => {
    const source = createSource('a.md', '\ufeffone\r\n🎥 two\rthree\n');
    expect(source.bom).toBe(true);
    expect(pointAt(source, source.text.indexOf('two'))).toEqual({ line: 2, column: 4, offset: 8 });
    expect(lineText(source, 3)).toBe('three');
    expect(pointAt(source, 9999)).toMatchObject({ line: 4, column: 1 });
  });

  test('did you mean', () => {
    expect(nearest('trainning', ['training', 'feedback'])).toBe('training');
    expect(nearest('verison', ['version', 'reference'])).toBe('version');
    expect(nearest('notse', ['notes'])).toBe('notes');
    expect(nearest('weather', ['feedback', 'finance'])).toBeUndefined();
    expect(nearest('notes', ['roles'])).toBeUndefined();
  });
});

describe('acronyms', () => {
  const excused = { known: new Set(['UK', 'GDPR', 'BS', 'EN']), words: new Set(['NOT', 'ANY']) };
  test.each([
    ['The VRPT meets; two VRPTs met.', ['VRPT', 'VRPT']],
    ['the VRPT’s work and an SRO-led review', ['VRPT', 'SRO']],
    ['under the UK GDPR', []],
    ['SLA-2026-014, KHA/DP/31, LFR-2, ISO 9001, EP-DPIA, Part VII', []],
    ['Do NOT pay', []],
    ['of ANY KIND, EITHER EXPRESS or not', []],
    ['WITHOUT WARRANTY', []],
    ['DEMS', []],
    ['see a@ABC.example and www.ABC.example', []],
  ])('%s', (text, acronyms) => expect(acronymsIn(text, excused).map((one) => one.acronym)).toEqual(acronyms));

  test.each([
    'the digital evidence management system (DEMS)',
    'a digital evidence management system',
    'DEMS: the digital evidence store',
    'DEMS (digital evidence store)',
    'the police store (“DEMS”)',
    'the police store (the DEMS, for short)',
    'DEMS stands for something',
    'known as the DEMS',
    'Digital Evidence and Management System',
  ])('“%s” explains', (text) => expect([...explainedIn([text], new Set(['DEMS']))]).toEqual(['DEMS']));
  test.each([
    'through the DEMS (see 4.1)',
    'DEMS: 4 hours',
    'the force uses DEMS. Digital evidence. Management system',
  ])('“%s” explains nothing', (text) => expect([...explainedIn([text], new Set(['DEMS']))]).toEqual([]));
  test('small words count only where the first is a capital, in three letters', () => {
    expect([...explainedIn(['two of those', 'Freedom of Information'], new Set(['TOT', 'FOI']))]).toEqual(['FOI']);
  });
});

test('the last day of a quarter is that of a financial year', () => {
  expect(['Q1 2026', 'Q4 2026/27', 'Q2 of 2026', 'Q5 2026', 'Q1'].map(lastDay)).toEqual([
    '2026-06-30',
    '2027-03-31',
    '2026-09-30',
    undefined,
    undefined,
  ]);
});

test.each([
  ['Done 28 January', true],
  ['31 May 2026 (3 of 3 done)', true],
  ['100% complete', true],
  ['✓', true],
  ['31 May 2026 (2 of 3 done)', false],
  ['One of three delivered', false],
  ['80% complete', false],
  ['Not done', false],
  ['In hand', false],
])('whether all is done: %s', (text, isDone) => expect(saysFinished(text)).toBe(isDone));

describe('figures', () => {
  test.each([
    ['£1,250.50', 1250.5],
    ['42', 42],
    ['12 cameras', 12],
    ['£84k', 84_000],
    ['£1.2 million', 1_200_000],
    ['-£250', undefined],
    ['£-250', -250],
    ['(250)', -250],
    ['–', 0],
    ['', 0],
    ['nil', 0],
    ['about 15', undefined],
    ['98%', 98],
    ['12.5 %', 12.5],
    ['12 (3 PTZ)', undefined],
    ['TBC', undefined],
  ])('%s', (text, value) => expect(readFigure(text)?.value).toBe(value));
  test('are written like each other', () => {
    expect(writeFigure(287_750, { sign: '£', unit: '', step: 1 })).toBe('£287,750');
    expect(writeFigure(-0.5, { sign: '', unit: '', step: 0.01 })).toBe('-0.50');
    expect(writeFigure(110, { sign: '', unit: '%', step: 1 })).toBe('110%');
  });
  test.each([
    ['There are 64 cameras in total.', ['64 cameras']],
    ['a total of 1,024 fixed cameras', ['1024 cameras']],
    ['28 cameras', []],
  ])('in words: %s', (text, totals) =>
    expect(findTotals(text).map(({ amount, of }) => `${amount} ${of}`)).toEqual(totals),
  );
});

describe('sums with their parts', () => {
  const sumOf = (sentence: string) => findBrokenSum(sentence)?.sum;
  test.each([
    ['£9,000 a year: £5,000 for printers, £2,000 for toner and £1,000 for repairs.', '£8,000'],
    ['The grant is £12k, made up of £8k from the council and £2k from the police', '£10,000'],
  ])('wrong: %s', (sentence, sum) => expect(sumOf(sentence)).toBe(sum));
  test.each([
    '£8,000 a year: £5,000 for printers, £2,000 for toner and £1,000 for repairs.',
    '£9,000 a year: £2,250 each quarter for printers and £40 for each visit.',
    '£9,000 a year, including £5,000 for printers and £1,000 for repairs.',
    '£9,000 a year: £5,000 for printers and the rest for toner.',
    '£9,000 a year: £5,000 for printers or £6,000 for plotters.',
    'The fees are as follows: £75 for a search, £20 for a copy and £5 for a still.',
    'It costs £400: €100 for signs and £200 for lamps.',
  ])('right: %s', (sentence) => expect(sumOf(sentence)).toBeUndefined());
  test('a sentence of sums without an end is read once', () => {
    expect(sumOf(`£9 a year: ${'£1 for a, '.repeat(20_000)}`)).toBe('£20,000');
    expect(sumOf(`£9 ${'a '.repeat(100_000)}: £1 for a and £2 for b`)).toBeUndefined();
  });
});

describe('what does not belong in a text', () => {
  test.each([
    ['[Guidance note: say who.] The council.', ['[Guidance note: say who.]']],
    ['[Note to drafter: delete if none]', ['[Note to drafter: delete if none]']],
    ['Done. This section should set out who pays.', ['This section should set out who pays.']],
    ['The owner / the driver (delete as appropriate)', ['(delete as appropriate)']],
    ['Delete whichever does not apply.', ['Delete whichever does not apply']],
    ['Guidance note: set out who pays.', ['Guidance note: set out who pays.']],
    ['Guidance note: ICO guidance on video.', []],
    ['The form says “Delete as appropriate”.', []],
    ['Staff delete where necessary the names.', []],
    ['[delete as appropriate]', []],
    ['This section should be read with clause 4.', []],
    ['Guidance: the ICO’s guidance on video.', []],
    ['Operators delete footage as soon as it may be.', []],
  ])('guidance: %s', (text, notes) => {
    expect(guidanceFinder(['set out'])(text).map((one) => one.text)).toEqual(notes);
  });

  test.each([
    ['As set out in Error! Reference\nsource not found.', ['Error! Reference source not found.']],
    ['None.[JP3] Commented [JP4]: why?', ['[JP3]', 'Commented [JP4]:']],
    ['The council pays[JP3] for the signs. [JP4] It owns them.', ['[JP3]', '[JP4]']],
    ['[SCC1] 4. Feedback and review', ['[SCC1]']],
    ['The words are to be read as in [JP14].', []],
    ['As [JP14] says, calls are answered. [KPI2]', []],
    ['[SLO1] [SEV1] [PRI2]', []],
    ['[BS7958] [A] [1] [see 4] [Ref1] [REF1]', []],
    ['{>>why?<<} and {++two++}', ['{>>why?<<}', '{++two++}']],
    ['Formatted: Font: 11 pt', ['Formatted: Font: 11 pt']],
    ['Deleted: after 31 days', []],
    ['Page Break', ['Page Break']],
    ['shows “Error! Card unknown”', []],
  ])('a word processor: %s', (text, found) => {
    expect(findLeftovers(text, () => true).map((one) => one.text)).toEqual(found);
  });

  test.each([
    ['C:\\Users\\a\\Car parks v2 FINAL (3).docx', ['C:\\Users\\a\\Car parks v2 FINAL (3).docx']],
    ['in \\fs01\\Parking\\list.', ['\\fs01\\Parking\\list']],
    ['S:/Legal/sla.pdf, /Users/ann/x and ~/Desktop/y', ['S:/Legal/sla.pdf', '/Users/ann/x', '~/Desktop/y']],
    ['file:///C:/x.docx', ['file:///C:/x.docx']],
    ['https://example.org/Users/x a:b 1:2 and/or \\* n\\a', []],
    ['/home/about', []],
  ])('a path: %s', (text, found) => {
    expect(findLocalPaths(text).map((one) => one.text)).toEqual(found);
  });

  test.each([
    ['a\n\n[JP3]\n\nb\n', '[JP3]', 'a\n\nb\n'],
    ['a\n[JP3]\nb\n', '[JP3]', 'a\nb\n'],
    ['a\n\n[JP3]', '[JP3]', 'a\n\n'],
    ['[JP3]\n\nb', '[JP3]', 'b'],
    ['## A [JP3]\r\n', '[JP3]', '## A\r\n'],
    ['## [JP3] A', '[JP3]', '## A'],
    ['one [JP3] two [JP4], three', '[JP4]', 'one [JP3] two, three'],
  ])('%j without it', (text, place, rest) => {
    const source = createSource('a.md', text);
    const from = text.indexOf(place);
    const { start, end } = removalOf(source, spanAt(source, from, from + place.length)).at;
    expect(text.slice(0, start.offset) + text.slice(end.offset)).toBe(rest);
  });
});

describe('links', () => {
  test('anchors as GitHub makes them', () => {
    expect(
      slugsOf(['4.2 Feedback & Review', 'Scope', 'Scope', 'Scope-1', 'Café (new)', 'Fees {#fees-2026}', 'Scope']),
    ).toEqual(['42-feedback--review', 'scope', 'scope-1', 'scope-1-1', 'café-new', 'fees', 'scope-2']);
    expect(comparableAnchor('user-content-A--B')).toBe(comparableAnchor('a-b'));
  });
  test.each([
    ['a/b/SLA.md', '../c/x.md', 'a/c/x.md'],
    ['SLA.md', './x.md', 'x.md'],
    ['SLA.md', '../x.md', '../x.md'],
    ['../SLA.md', '../x.md', '../../x.md'],
    ['a/SLA.md', '..', ''],
  ])('from %s to %s', (document, address, path) => expect(pathBeside(document, address)).toBe(path));
  test('the parts of an address', () => {
    expect(partsOfAddress('a%20b.md?x#c%C3%A9')).toEqual({ path: 'a b.md', anchor: 'cé' });
    expect(partsOfAddress('100%.md')).toEqual({ path: '100%.md', anchor: undefined });
  });
});

test.each([
  ['Working day', 'working days'],
  ['Party', 'parties’'],
  ['Operator', 'operators'],
  ['Authority', "authority's"],
])('%s and %s have one stem', (one, other) => {
  const stems = (text: string) => stemsOf(text).map(({ stem }) => stem);
  expect(stems(one)).toEqual(stems(other));
});
describe('every day in a text', () => {
  test.each([
    ['from 1 April 2026 to 31st March 2029', ['2026-04-01', '2029-03-31']],
    ['2026-03-12 and 12/03/2026', ['2026-03-12', '2026-03-12']],
    ['from the 1st day of April 2026', ['2026-04-01']],
    ['31 April 2026, August 2022', []],
  ])('%s', (text, days) => expect(datesIn(text).map(({ day }) => day)).toEqual(days));
  test('its place', () => {
    const text = 'on 12 March 2026.';
    const [found] = datesIn(text);
    expect(text.slice(found?.from, found?.to)).toBe('12 March 2026');
  });
  test('the days between', () => expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1));
});

describe('which version comes first', () => {
  test.each([
    ['1.9', '1.10', -1],
    ['3.0', '3', 0],
    ['v2', '1.12', 1],
    ['Version 2.4 (draft)', '2.4', 0],
    ['final', '2.4', undefined],
  ])('%s and %s', (one, other, order) => {
    const found = compareVersions(one, other);
    expect(found === undefined ? found : Math.sign(found)).toBe(order);
  });
});

describe('how long an agreement lasts', () => {
  test.each([
    ['From 1 April 2026 to 31 March 2029.', '2026-04-01', '2029-03-31', false],
    ['It starts on 1 January 2027 and ends on 31 December 2029.', '2027-01-01', '2029-12-31', false],
    ['1 April 2017 – 31 March 2020', '2017-04-01', '2020-03-31', false],
    ['It stays in force until either party gives 6 months’ notice.', undefined, undefined, true],
    ['It continues until terminated.', undefined, undefined, true],
    ['There is no fixed end date.', undefined, undefined, true],
    ['Either party may leave on 3 months’ notice.', undefined, undefined, false],
    ['Signed on 12 March 2026.', undefined, undefined, false],
    ['It replaces the one that ran from 1 April 2023 to 31 March 2026.', undefined, undefined, false],
    ['It replaces the one of 1 April 2023 and ends on 31 March 2029.', undefined, '2029-03-31', false],
    ['It is valid until replaced.', undefined, undefined, false],
  ])('%s', (text, start, end, open) => {
    const term = readTerm(text);
    expect([term.start?.day, term.end?.day, term.open !== undefined]).toEqual([start, end, open]);
  });
  test.each([
    ['an initial term of three years', true, false],
    ['and thereafter until notice', true, false],
    ['renewed for a year at a time', true, false],
    ['It is not renewed.', false, false],
    ['until 31 March 2029 unless ended earlier', false, true],
    ['ends on 31 March 2029 and is not extended', false, false],
  ])('what follows or comes sooner: %s', (text, isLater, isSooner) =>
    expect([speaksOfLater(text), speaksOfSooner(text)]).toEqual([isLater, isSooner]),
  );
  test.each([
    ['Prices are guaranteed until 31 January 2027.', true],
    ['The charges under this agreement are fixed until 31 March 2027.', true],
    ['Clauses 9 and 11 survive it and continue indefinitely.', true],
    ['The previous agreement ended on 31 March 2026.', true],
    ['The agreement ends on 31 March 2029.', false],
    ['From 1 April 2026 to 31 March 2029.', false],
    ['Its term ends on 31 March 2029, and the charges with it.', false],
  ])('something else lasts so long: %s', (text, isElse) => expect(isTermOfSomethingElse(text)).toBe(isElse));
  test.each([
    ['It renews automatically for further periods of 12 months.', true],
    ['The agreement will automatically renew for a year unless a party gives notice.', true],
    ['It is extended from year to year.', true],
    ['It does not renew automatically.', false],
    ['It may be extended for a further year.', false],
    ['The council renews the signs.', false],
  ])('goes on by itself: %s', (text, isSo) => expect(renewsItself(text, 'Term')).toBe(isSo));
  test('a renewal behind its label', () => {
    expect(renewsItself('Automatic, for a year at a time.', 'Renewal')).toBe(true);
    expect(renewsItself('Automatic, for a year at a time.', 'Backups')).toBe(false);
  });
});

describe('the periods that figures are for', () => {
  test.each([
    ['Figures for 2025/26', [[2025, 2026]]],
    ['2025–2026', [[2025, 2026]]],
    ['1999/00', [[1999, 2000]]],
    ['From 1 April 2024 to 31 March 2025', [[2024, 2025]]],
    ['between 1 April 2024 and 30 June 2024', [[2024, 2024]]],
    ['January to December 2025', [[2025, 2025]]],
    ['the calendar year 2025', [[2025, 2025]]],
    ['the year to 31 March 2026', [[2025, 2026]]],
    ['the year ended 31 December 2025', [[2025, 2025]]],
    ['reference CS/SLA/25/03, directive 2014/40, 2026-03-12', []],
  ])('%s', (text, periods) => expect(periodsIn(text).map(({ first, last }) => [first, last])).toEqual(periods));
});

test.each([
  ['Chief Constable of Nash Police', 'Nash Police'],
  ['Ash Improvement District (BID) Limited', 'Ash Improvement District Limited'],
])('what the text may call %s', (name, called) => expect(calledInText(name)).toBe(called));
describe('sentences', () => {
  test('a wrapped line, an abbreviation and a number end none', () => {
    const text = 'The force replies in a\ntimely manner. See s. 33 and No. 5 of the list. It pays £1.50 a copy.';
    expect(sentencesOf(text).map((one) => one.text.trim())).toEqual([
      'The force replies in a\ntimely manner.',
      'See s. 33 and No. 5 of the list.',
      'It pays £1.50 a copy.',
    ]);
  });

  test('a very long text is read piece by piece, and loses nothing', () => {
    const text = 'The council pays. No. 7 is shut. '.repeat(1000);
    const sentences = sentencesOf(text);
    expect(sentences.map((one) => one.text).join('')).toBe(text);
    expect(sentences).toHaveLength(2000);
  });

  test('they end where Unicode ends them', () => {
    const unicode = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
    const words = [
      'cameras',
      'Council',
      'écran',
      'École',
      '2026',
      '9',
      '“',
      '”',
      '(',
      ')',
      '’',
      '…',
      '£',
      '*',
      '日本',
      '🎥',
    ];
    const marks = ['.', '.', '!', '?', ',', ';', ':', '–', '-', ' ', ' ', ' ', '\t', '\u00a0'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...marks), { minLength: 4 }), (parts) => {
        const text = `Start. Then ${parts.join('')}`;
        const expected = [...unicode.segment(text)].map(({ segment }) => segment);
        expect(sentencesOf(text).map((one) => one.text)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('phrases of a list', () => {
  const find = phraseFinder(['as soon as possible', 'body-worn video', 'soon', 'the force’s']);
  test.each([
    ['As soon  as\npossible.', ['As soon  as\npossible']],
    ['Body worn video and body-worn video', ['Body worn video', 'body-worn video']],
    ["the force's own", ["the force's"]],
    ['sooner or later, so-soon, soon-to-be', []],
  ])('%s', (text, found) => expect(find(text).map((one) => one.text)).toEqual(found));
  test('an empty list is found nowhere', () => expect(phraseFinder([])('anything')).toEqual([]));
});

test('quotations become spaces of the same length', () => {
  const text = 'It said “reply promptly” and "at once", 6" of it.';
  expect(withoutQuotations(text)).toHaveLength(text.length);
  expect(withoutQuotations(text).split(/\s+/)).toEqual(['It', 'said', 'and', ',', '6"', 'of', 'it.']);
});

test.each([
  ['Retention: 31 days', 'Retention', 11],
  ['(2) Retention – 31 days', 'Retention', 16],
  ['31 days', 'Retention', 0],
])('the words behind the label of “%s”', (text, label, start) => expect(labelEnd(text, label)).toBe(start));

test.each([
  ['within 15 minutes', true],
  ['by 9am', true],
  ['on the same day', true],
  ['every Monday', true],
  ['98% of cases', true],
  ['as soon as possible', false],
])('a figure that can be measured: %s', (text, measured) => expect(hasMeasure(text)).toBe(measured));

describe('the words of a text', () => {
  test('lower case, with “&” as a word and where each stands', () => {
    expect(wordsOf('CCTV & Môr-Cam, 2nd – 28 days')).toEqual({
      words: ['cctv', 'and', 'môr', 'cam', '2nd', '28', 'days'],
      starts: [0, 5, 7, 11, 16, 22, 25],
      ends: [4, 6, 10, 14, 19, 24, 29],
    });
  });
  test('letters and figures of all scripts, and nothing else', () => {
    const wrong = [];
    for (let point = 1; point < 0x20000; point++) {
      const character = String.fromCodePoint(point);
      const isWord = /[\p{L}\p{N}&]/u.test(character);
      if ((wordsOf(`a ${character} b`).words.length === 3) !== isWord) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('words that cannot be measured', () => {
  const { inSentence } = vagueReader(shippedWording['target-unmeasurable']);
  test.each([
    'The force will send officers promptly and in any event within 15 minutes.',
    'The controller must notify the Commissioner without undue delay.',
    'The parties shall take reasonable steps to keep footage safe.',
    'Cameras shall be inspected at regular intervals of 12 months.',
    'The supplier shall use reasonable skill and care.',
    'This agreement refers to the Code as amended from time to time and shall be read with it.',
    'The council will keep data that are adequate, relevant and limited to what is necessary.',
    'The operator may call the police immediately.',
    'The cameras help officers to reach incidents as quickly as possible.',
    'The system was repaired as soon as possible.',
    'Barriers that are frequently damaged will be replaced.',
    'Non-matches must be deleted immediately.',
    'The duty officer will be told immediately after the shift.',
    'The police should ask for footage as soon as possible.',
    'The council will provide cameras so that the force can respond promptly.',
    'The recorder will not immediately overwrite footage.',
    'The aim is to have incidents resolved quickly.',
    'The provider will publish frequently asked questions.',
    'The library will keep frequently used textbooks in short loan.',
    'The provider will run a Rapid Response team.',
    'The provider will fix faults as soon as possible, within the times in table 3.2.',
    'The provider shall keep sufficient staff on shift: never fewer than three.',
    'Regular maintenance will take place on Sundays.',
    'The council will record how promptly each request was answered.',
    'If a caller is answered promptly the council will log it.',
    'The contractor shall have adequate insurance of at least £5 million.',
    'The council shall reply promptly, at the times set out in Annex B.',
    'The provider will respond to severe faults right away; see the response table above.',
    'The officer will act where necessary and proportionate.',
    'The council shall keep copies for as long as necessary.',
    'The parties will share such data as necessary to find the owner.',
    'The policy shall be read together with the Code, amended as necessary.',
    'Operators work alone most of the time.',
    'Cameras are moved as necessary.',
    'Operators shall call 999 straight away.',
  ])('no duty, or a measure: %s', (sentence) => expect(inSentence(sentence, false)).toBeUndefined());
  test.each([
    ['The contractor will attend promptly.', 'time'],
    ['Faults shall be repaired as soon as reasonably practicable.', 'time'],
    ['Faults reported by the council are mended as soon as practicable.', 'time'],
    ['When a camera fails, the contractor attends as soon as possible.', 'time'],
    ['Promptly after the event, the force shall tell the council the result.', 'time'],
    ['The council shall ensure that faults are promptly repaired.', 'time'],
    ['The board will review this agreement from time to time.', 'frequency'],
    ['The parties will hold regular meetings.', 'frequency'],
    ['The council shall provide adequate staff.', 'amount'],
    ['Operators will report incidents on the radio straight away.', 'time'],
    ['The council repairs faults within an acceptable time.', 'time'],
    ['Refresher training will be given as and when required.', 'frequency'],
    ['Cameras will be moved as necessary.', 'frequency'],
    ['The council shall keep most cameras working most of the time.', 'amount'],
  ])('a duty: %s', (sentence, kind) => expect(inSentence(sentence, false)?.kind).toBe(kind));
  test('an item owes what the introduction of its list demands', () => {
    expect(inSentence('answer promptly', false)).toBeUndefined();
    expect(inSentence('answer promptly', true)?.text).toBe('promptly');
  });
});

describe('promised numbers of events', () => {
  const promises = promiseReader(shippedWording['count-without-period'], shippedWording['target-unmeasurable'].duties);
  test.each([
    'The group will hold four meetings a year.',
    'The group held three meetings in 2025.',
    'Two inspections are carried out per camera.',
    'Members who miss three meetings will lose their seat.',
    'The board will consider the two reports.',
    'The clerk will issue two newsletters by 31 March 2027.',
    'The contractor will make two visits, in May and November.',
    'Adding a camera will need six weeks of public consultation.',
    'The council provides 3 report forms.',
    'The board must have at least three members at meetings.',
    'The force will send two officers to meetings.',
    'The council issues one report on the trial.',
    'The board shall meet twice a year.',
    'The board shall meet four times, in January, April, July and October.',
    'The board may meet twice.',
    'Should the parties meet twice, the clerk takes minutes.',
    'The contractor meets twice the demand.',
  ])('none without a period: %s', (text) => expect(promises(text, '')).toEqual([]));
  test.each([
    ['The clerk and the officer hold three meetings in the hall.', 'three meetings'],
    ['Shopkeepers are sent two newsletters that show the signs.', 'two newsletters'],
    ['The Joint Management Group will meet twice.', 'meet twice'],
    ['The Board shall meet at least four times.', 'meet at least four times'],
    ['At least three consultation events are to be held.', 'three consultation events'],
    ['The group will hold no fewer than 3 drop-ins in the hall.', '3 drop-ins'],
  ])('%s', (text, count) => expect(promises(text, '').map((one) => one.text)).toEqual([count]));
});

describe('payments', () => {
  const { openPayments, billingIn } = paymentReader(shippedWording['charge-incomplete']);
  const lacks = (text: string, others: readonly string[] = []) =>
    openPayments(text, { billing: billingIn([text, ...others]), hasSums: false, hasMoney: true, titles: '' }).map(
      (one) => one.lack,
    );
  test.each([
    'The police pay nothing.',
    'The council pays for everything and bears all costs.',
    'The force contributes a third of the cost.',
    'The force pays £16,000 a year.',
    'An insurer pays £60 for each copy.',
    'The force makes a contribution as set out in Annex B.',
    'The force will contribute 25% of the running costs.',
    'A fee may be charged to insurers.',
    'The operator contributes to safety in the town.',
    'The force makes an annual contribution. It is £16,000.',
    'The police pay £XX towards the desk.',
    'The force will meet its share of the cost, as set out in Annex B.',
    'The force will meet a proportion of the costs that reflects its use.',
    'The force will reimburse the council for the cost of overtime.',
    'The force will meet the council to agree on the cost.',
    'Extra jobs are charged at a price to be agreed in writing before each job.',
    'A fee of £40 a year applies.',
  ])('complete: %s', (text) => expect(lacks(text)).toEqual([]));
  test.each([
    ['The council will make an annual payment to the force.', 'amount'],
    ['The town also makes a one-off payment towards new recorders.', 'amount'],
    ['The force contributes towards the running costs.', 'amount'],
    ['A contribution is payable by the force.', 'amount'],
    ['The force will meet a proportion of the cost of maintenance.', 'amount'],
    ['The force bears part of the costs.', 'amount'],
    ['The force will reimburse the council for overtime.', 'amount'],
    ['A management fee applies.', 'amount'],
    ['Extra jobs are charged at a price to be agreed.', 'amount'],
    ['The force shall pay the council £16,000.', 'period'],
  ])('%s', (text, lack) => expect(lacks(text)).toEqual([lack]));
  test.each([
    'In 2026/27 the police pay £9,200 towards the control room.',
    'For the year to 31 March 2027 the police pay £9,200.',
    'Insurers pay £75 plus VAT to obtain footage.',
    'Solicitors pay £75 for a copy.',
  ])('says for which year, or what a fee is for: %s', (text) => expect(lacks(text)).toEqual([]));
  test('a document of 2014/40 is no year', () => {
    expect(lacks('Under Order 2014/40 the police pay £9,200 to the council.')).toEqual(['period']);
  });
  test('when it is paid may stand with the invoices, unless they are somebody else’s', () => {
    const text = 'The police contribute £6,400 towards the cost.';
    expect(lacks(text, ['One invoice each October.'])).toEqual([]);
    expect(lacks(text, ['The town pays £21,600 a year.', 'The district bills the town each quarter.'])).toEqual([
      'period',
    ]);
  });
});

describe('how long material is kept', () => {
  const { keptIn, keptInRow } = keepingReader(shippedWording['retention-unclear']);
  const days = (sentence: string, context = '', subject = '') =>
    keptIn(sentence, { context: `${subject} | ${context}`, subject, ids: [] }).map(({ material, duration }) => [
      material,
      duration.days,
    ]);
  test.each([
    ['Footage is kept for 31 days.', [['Footage', 31]]],
    [
      'Recordings are kept for 30 days, plate data for 6 months.',
      [
        ['Footage', 30],
        ['Plate data', 186],
      ],
    ],
    ['The recordings of the stadium cameras, like all others, are kept for 28 days.', [['Footage', 28]]],
    ['The recorder replaces recordings automatically after 31 days.', [['Footage', 31]]],
    ['Footage is kept for 31 days unless a court needs it for 2 years.', [['Footage', 31]]],
    ['Footage from the depot is kept for 14 days.', []],
    ['Images are automatically erased by the recorder on day 28.', [['Footage', 28]]],
    ['Recordings are overwritten on the 31st day.', [['Footage', 31]]],
    ['Footage is checked on day 14, and deleted on day 31.', []],
    ['Images are deleted on the 5th day of each month.', []],
    ['Footage is handed over on day 2.', []],
    ['Recordings are uploaded at the end of each shift and kept for 14 days.', [['Footage', 14]]],
    ['Footage of banned persons is kept for 2 years.', []],
    ['Footage of an accident is kept for 3 years.', []],
    ['Copies are destroyed after 90 days.', []],
    ['The operator keeps the recorder in order and calls the contractor within 2 days.', []],
  ])('%s', (sentence, kept) => expect(days(sentence)).toEqual(kept));
  test('a bare period below a heading is one of footage, and of a part where it names one', () => {
    expect(days('31 days.', 'Retention period')).toEqual([['Footage', 31]]);
    expect(days('14 days for car parks.', 'Retention period')).toEqual([]);
    expect(days('31 days.', 'Term')).toEqual([]);
  });
  test.each([
    [
      'CCTV footage is kept for 30 days and body-worn video for 31 days.',
      [
        ['Footage', 30],
        ['Body-worn video', 31],
      ],
    ],
    [
      'Footage is kept for 31 days, whereas reads are deleted after 90 days.',
      [
        ['Footage', 31],
        ['Plate data', 90],
      ],
    ],
    ['Body-worn video footage is kept for 31 days.', [['Body-worn video', 31]]],
    ['Plate data go to the force and images are kept for 31 days.', [['Footage', 31]]],
    ['Plate data of all recordings are kept for one week and then deleted.', [['Plate data', 7]]],
  ])('a period goes with the material nearest to it: %s', (sentence, kept) => expect(days(sentence)).toEqual(kept));
  test.each([
    'Footage of the custody suite is kept for 90 days and all other footage for 31 days.',
    'ANPR reads that match a hotlist are kept for 12 months; all other reads are deleted within 24 hours.',
    'The recorder can hold 60 days of footage.',
  ])('two periods on purpose, and what would be possible, are not compared: %s', (sentence) => {
    expect(days(sentence)).toEqual([]);
  });
  test.each([
    ['It is kept for 31 days.', '', 31],
    ['The Council automatically deletes all data after 31 days.', '', 31],
    ['31 days', 'Footage', 31],
    ['31 days', 'Standard period', 31],
    ['Operator rotas are kept for 2 years.', '', undefined],
    ['Maintenance sheets are checked, and kept for 2 years.', '', undefined],
    ['Footage is kept on site, job sheets are kept for 2 years.', '', undefined],
    ['12 months', 'Visitors’ book', undefined],
    ['12 months', 'Job sheets', undefined],
    ['uploaded at the end of each shift and kept for 14 days', 'Upload and retention', 14],
  ])('below “Retention” another thing is not footage: %s %s', (sentence, label, period) => {
    expect(days(sentence, 'Retention', label)).toEqual(period === undefined ? [] : [['Footage', period]]);
  });
  test('below a heading on one material recordings are of that', () => {
    expect(days('Recordings are kept for 31 days.', 'Body-worn video')).toEqual([['Body-worn video', 31]]);
    expect(days('Recordings are kept for 31 days.', 'CCTV and body-worn video')).toEqual([['Footage', 31]]);
  });
  test.each([
    ['CCTV footage', 'Period', '28 days', ['Footage', 28]],
    ['Body-worn video', 'Kept for', '31 days, then overwritten by the recorder', ['Body-worn video', 31]],
    ['ANPR reads', 'Retention period', '90 days (footage 31 days)', ['Plate data', 90]],
    ['How long recordings are held', 'What is agreed', '28 days', undefined],
    ['CCTV footage', 'Next review', '12 months', undefined],
    ['CCTV footage', 'Reason', 'Courts ask for it for 20 days', undefined],
    ['CCTV footage', 'Minimum period', '28 days', undefined],
    ['CCTV footage exported as evidence', 'Period', '7 years', undefined],
    ['Incident logs', 'Period', '6 years', undefined],
    ['Footage requests', 'Period', '2 years', undefined],
  ])('rows of a schedule: %s | %s | %s', (name, column, cell, kept) => {
    const found = keptInRow(cell, { name, column, heading: 'Retention' });
    expect(found[0] && [found[0].material, found[0].duration.days]).toEqual(kept);
  });
  test('a schedule below a heading on one material has rows for others', () => {
    const row = { name: 'CCTV footage', column: 'Kept for', heading: 'Retention of plate data' };
    expect(keptInRow('31 days', row)[0]?.material).toBe('Footage');
  });
  test.each([
    ['Images are kept for 28 days.', 'Requests for footage', 28],
    ['The images are kept for 28 days.', 'Requests for footage', undefined],
    ['Images are kept for 28 days after they are sent.', 'Requests for footage', undefined],
    ['Images are kept for 28 days.', 'Evidence', undefined],
    ['Recordings are kept for a maximum of 28 days.', 'Retention', 28],
    ['Recordings are kept for a maximum of two discs.', 'Retention', undefined],
  ])('what is said of all footage holds below another heading too: %s', (sentence, heading, period) => {
    expect(days(sentence, heading)).toEqual(period === undefined ? [] : [['Footage', period]]);
  });
});

describe('targets', () => {
  test.each([
    ['At least 98% of camera hours', true, true],
    ['95', true, false],
    ['within 4 hours', true, false],
    ['100%', true, false],
    ['High', false, false],
    ['4 visits', true, true],
  ])('%s', (text, isFigure, needsPeriodOrNot) => {
    const target = readTarget(text);
    expect([target.isFigure, target.needsPeriod]).toEqual([isFigure, needsPeriodOrNot]);
  });
  test('a bare figure, and names that say what it counts', () => {
    expect(readTarget('at least 95').isBare).toBe(true);
    expect(readTarget('£95').isBare).toBe(false);
    expect(saysWhatCounts('Number of patrols')).toBe(true);
    expect(saysWhatCounts('Meetings held')).toBe(true);
    expect(saysWhatCounts('Cameras working')).toBe(false);
  });
});
