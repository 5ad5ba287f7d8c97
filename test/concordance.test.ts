import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationFinder } from '../src/law/citations.ts';
import { shippedReferences } from '../src/law/reference.ts';
import { type Cue, concordanceOf, cueOf } from '../src/text/concordance.ts';
import { impossibleDays, yearCue } from '../src/text/date.ts';
import { durationCue, firstDuration } from '../src/text/duration.ts';
import { guidanceCue, guidanceFinder } from '../src/text/guidance.ts';
import { keepingReader } from '../src/text/keeping.ts';
import { phraseFinder } from '../src/text/phrases.ts';
import { meetingCue, promiseReader } from '../src/text/promise.ts';
import { countCue, findCount, findMoney, moneyCue } from '../src/text/quantity.ts';
import { renewalCue, renewsItself } from '../src/text/term.ts';
import { vagueReader } from '../src/text/vague.ts';
import { shippedWording } from '../src/text/wording.ts';
import { wordsOf } from '../src/text/words.ts';
import { markdownFiles } from './files.ts';

const texts = ['The council keeps footage for 31 days.', 'The police pay £400.', 'Footage that the police keep.'];
const { find, byStem } = concordanceOf(texts);

describe('a concordance', () => {
  test.each<[string, Cue, readonly number[]]>([
    ['a word, whatever its capitals', cueOf('footage'), [0, 2]],
    ['all the words of a phrase, in any order', cueOf('police footage'), [2]],
    ['the beginning of a word', cueOf('keep…'), [0, 2]],
    ['one of several', cueOf('31', 'pay'), [0, 1]],
    ['a word of which only a part is there', cueOf('foot'), []],
    ['nothing', cueOf(), []],
  ])('finds the texts with %s', (_name, cue, indices) => {
    expect(find(cue)).toEqual(indices);
  });

  test('finds words under their stems', () => {
    expect(byStem().find(cueOf('keep'))).toEqual([0, 2]);
    expect(byStem().find(cueOf('police'))).toEqual([]);
  });
});

test('words are the stretches of letters and figures, in any script', () => {
  const byPattern = (text: string) =>
    [...text.matchAll(/[\p{L}\p{N}]+|&/gu)].map(({ 0: word, index }) => [
      word === '&' ? 'and' : word.toLowerCase(),
      index,
      index + word.length,
    ]);
  const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('İ', '&', 'é', '²', '日本', ' ', 'A')));
  fc.assert(
    fc.property(
      text.map((parts) => parts.join('')),
      (one) => {
        const { words, starts, ends } = wordsOf(one);
        expect(words.map((word, index) => [word, starts[index], ends[index]])).toEqual(byPattern(one));
      },
    ),
    { numRuns: 500 },
  );
});

/** What readers find, with the cues that spare them the texts in which there is nothing. */
const wording = shippedWording;
const vague = vagueReader(wording['target-unmeasurable']);
const keeping = keepingReader(wording['retention-unclear']);
const promises = promiseReader(wording['count-without-period'], wording['target-unmeasurable'].duties);
const findCitations = citationFinder(shippedReferences);
const ground = { asOf: '2026-11-28', jurisdiction: 'england-and-wales', document: '' };
const guidance = guidanceFinder(['state', 'set out']);
const police = phraseFinder(wording['covert-unaddressed'].police);
const readers: readonly (readonly [string, readonly Cue[], (text: string) => boolean])[] = [
  ['a length of time', [durationCue], (text) => firstDuration(text) !== undefined],
  ['a day that no calendar has', [yearCue], (text) => impossibleDays(text).length > 0],
  ['a sum', [moneyCue], (text) => findMoney(text) !== undefined],
  ['a count', [countCue], (text) => findCount(text) !== undefined],
  ['a promised number', [countCue, meetingCue], (text) => promises(text, '').length > 0],
  ['vague words', vague.cues, (text) => vague.inSentence(text, true) !== undefined],
  [
    'a time of keeping',
    [keeping.cue],
    (text) => keeping.keptIn(text, { context: '', subject: '', ids: [] }).length > 0,
  ],
  ['a renewal', [renewalCue], (text) => renewsItself(text, '')],
  ['a law', [findCitations.cue], (text) => findCitations(text, '', ground).length > 0],
  ['a note to the author', [guidanceCue], (text) => guidance(text).length > 0],
  ['a phrase', [police.cue()], (text) => police(text).length > 0],
];

const paragraphs = markdownFiles().flatMap(([, text]) =>
  text.split(/\n\s*\n|\|/).map((one) => one.replaceAll('\n', ' ')),
);
const pieces = [
  ...'the within 31 twelve days day(s) month-long 2026 30/02/2026 31 £84k GBP 5 % meetings a drop-in surgeries meet twice times will'.split(
    ' ',
  ),
  ...'[Guidance [DN: [state here] note: drafting This section should state Delete as appropriate'.split(' '),
  ...'automatic automatically renews renewal extended rolling basis each year'.split(' '),
  ...'promptly kept overwritten GDPR Data Protection Act 1998 police officer’s per – - “ ” ( ) _ . , ;'.split(' '),
];

test.each(readers)('no text holds %s that does not answer to its cue', (_name, cues, holds) => {
  const answers = (text: string) => concordanceOf([text]).find(...cues).length > 0;
  const missed = paragraphs.filter((text) => holds(text) && !answers(text));
  expect(missed).toEqual([]);
  expect(paragraphs.some(holds)).toBe(true);
  const text = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', '', '-')), { minLength: 2 });
  fc.assert(
    fc.property(
      text.map((parts) => parts.flat().join('')),
      (one) => !holds(one) || answers(one),
    ),
    { numRuns: 400 },
  );
});
