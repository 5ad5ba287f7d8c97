import { cueOf } from './concordance.ts';
import { findPlaceholders } from './placeholder.ts';
import { oneLine } from './shorten.ts';
import { patternsFor, type SignedPattern } from './signs.ts';
import { overlap, type Stretch, withoutOverlaps } from './stretch.ts';

/** A note to the author that a template brought with it. */
export interface Guidance extends Stretch {
  readonly text: string;
  /** Whether it stands in brackets of its own, so that nothing else goes when it is taken out. */
  readonly isBracketed: boolean;
}

/** “Guidance note 3”, “Drafting”, “Note to the author”, “DN”. */
const noteLabel =
  "(?:(?:guidance|drafting|drafter['’]?s?|author['’]?s?|template|completion)(?: notes?| guidance)?|DN|notes? (?:to|for) (?:the )?(?:authors?|drafters?|editors?|users?|writers?))";
const bracketed = new RegExp(
  `\\[\\s{0,3}(?:please note:? )?${noteLabel}(?: \\d{1,3})?\\s{0,3}[:–-][^[\\]]{0,1500}\\]|\\((?:guidance|drafting|drafter['’]?s) note:[^()]{0,1500}\\)`,
  'gi',
);
const deletion =
  /[([*]?(?<![“"‘'])\bdelete (?:as|where|if|whichever is) (?:not )?(?:appropriate|applicable)\b[)\]*]?|(?:^|(?<=[.:;([*–]\s{0,2}))delete (?:(?:if|where|when|unless) (?:it is |they are )?(?:not )?(?:required|necessary|relevant|needed)|whichever (?:is|are|does|do) not (?:apply|applicable|required)|this (?:note|guidance|box|text|instruction|paragraph|section) (?:before|if|when|once|after))\b/gi;
const labelled =
  /^(?:drafting note|drafter['’]?s note|notes? (?:to|for) (?:the )?(?:drafters?|authors?)|notes for completion)\s{0,3}[:–]/gi;

/** Without these words there is none. */
export const guidanceCue = cueOf(
  ...['guidance…', 'draft…', 'author…', 'template…', 'completion…', 'note…', 'dn', 'delete'],
  // “[Describe the cameras here.]”
  'here',
  ...['should', 'needs', 'ought'].flatMap((verb) => [`this ${verb}`, `following ${verb}`]),
);

/** Makes a finder of notes to the author; `asks` are the verbs of "This section should state …". */
export function guidanceFinder(asks: readonly string[]): (text: string) => readonly Guidance[] {
  const verbs = asks.map((one) => one.replaceAll(' ', '\\s+')).join('|');
  const demand = new RegExp(
    `(?:^|(?<=[.!?]\\s{1,3}))(?:this|the following) (?:section|sub-?section|clause|part|schedule|annex|appendix|paragraph|table|heading)\\s+(?:should|needs to|ought to)\\s+(?:(?:also|briefly|clearly)\\s+)?(?:${verbs})\\b[^.!?]{0,300}[.!?]?`,
    'gi',
  );
  const advice = new RegExp(
    `^guidance notes?\\s{0,3}[:–]\\s{0,3}(?:please\\s+)?(?:${verbs}|insert|consider|use|amend|refer)\\b`,
    'gi',
  );
  const request = new RegExp(`\\[\\s{0,3}(?:please\\s+)?(?:${verbs})\\b[^[\\]]{0,300}\\bhere\\.?\\s{0,3}\\]`, 'gi');
  const patterns: readonly SignedPattern[] = [
    [['[', '('], bracketed],
    [['['], request],
    [['should', 'needs to', 'ought to'], demand],
    [['delete'], deletion],
    [['note'], labelled],
    [['guidance note'], advice],
  ];
  return (text) => {
    const found = patternsFor(text, patterns).flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index: from, 0: written }): Guidance => {
        // A label makes all that it stands before a note.
        const to = pattern === labelled || pattern === advice ? text.length : from + written.length;
        const isBracketed = pattern === bracketed || pattern === request || /^[([].*[)\]]$/su.test(written);
        return { from, to, text: oneLine(text.slice(from, to)).trim(), isBracketed };
      }),
    );
    const open = found.length === 0 ? [] : findPlaceholders(text);
    return withoutOverlaps(found.filter((note) => !open.some((one) => overlap(one, note))));
  };
}
