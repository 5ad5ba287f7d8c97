import { findPeriod } from './duration.ts';
import { hasMeasure } from './measure.ts';
import { findCount, findPercentage } from './quantity.ts';

/** What the target of a service level says. */
export interface Target {
  readonly isFigure: boolean;
  /** A figure without anything that it counts: "95", "at least 4". */
  readonly isBare: boolean;
  /** A figure with the name of what it counts: "95%", "4 visits". */
  readonly hasUnit: boolean;
  /** A share of less than the whole, or a number of events, is one of some stretch of time; a time limit needs none. */
  readonly needsPeriod: boolean;
}

const bare =
  /^[^\p{L}\d£€$%]*(?:(?:at least|at most|no more than|not more than|up to|under|over|below|above|minimum|maximum)\s+)?\d[\d.,]*$/iu;
const united = /\d\s*(?:%|\p{L}{2,})/u;

/** Reads the target of a service level. */
export function readTarget(text: string): Target {
  return {
    isFigure: /\d/.test(text) || hasMeasure(text),
    isBare: bare.test(text.trim()),
    hasUnit: united.test(text),
    needsPeriod: needsPeriod(text),
  };
}

function needsPeriod(text: string): boolean {
  const share = findPercentage(text);
  if (share !== undefined) return share > 0 && share < 100;
  const count = findCount(text);
  return count !== undefined && count.days === undefined;
}

const counting =
  /%|£|\b(?:per ?cent|percentage|share|rate|ratio|proportion|number|count|how many|minutes?|hours?|days?|weeks?|units?|score)\b/i;

/** Whether the name of a measure or column says what a bare figure counts: "Number of visits", "Meetings held". */
export function saysWhatCounts(name: string): boolean {
  return counting.test(name) || findCount(`2 ${name}`) !== undefined;
}

const index = /\b(?:NPS|net promoter|apdex|MOS|index|ratings?|stars)\b/i;
/** What is measured, and not counted, although it stands in the plural. */
const measured =
  /(?:times|levels|targets|standards|results|services|systems|costs|charges|prices|fees|speeds|delays)$/i;
/** “Lights working” may be a share of them. */
const state = /\b(?:[A-Za-zÀ-ɏḀ-ỿ]{2,20}(?:ed|ing)|met|kept|held|up|available|online|live|on time)\b/i;

const perPeriod =
  /^\W*(?:per|an?) (?:(?:calendar|financial|school) )?(?:day|week|fortnight|month|quarter|year|annum|term|season|shift|period)\W*$/i;
/** What takes time: “Response time” and “4” may be hours or days. */
const timed = /\b(?:times?|speed|delay|duration|turnaround|response|repairs?|downtime|uptime|availability)\b/i;

/**
 * Whether a bare figure is surely a number of what its measure names: “Engineers on shift” and “4”, or “16” and “per season”.
 * From 50 to 100 it may be a share, unless it is a bound from above.
 */
export function isNumberOf(measure: string, target: string, period = ''): boolean {
  if (index.test(measure)) return true;
  const [head = ''] = measure.split(/\s(?:at|of|in|for|with|on|by|to|per|from)\s/);
  const figure = Number(/\d[\d.]*/.exec(target.replaceAll(',', ''))?.[0]);
  const isPlural = /[a-z]{3}s$/i.test(head) && !/(?:ss|us|is)$/i.test(head) && !measured.test(head);
  if (figure < 50 && perPeriod.test(period) && !timed.test(head)) return true;
  return isPlural && !state.test(head) && (figure < 50 || figure > 100 || atMost.test(target));
}

/** A share has no such bound: fewer than 60 are people or events. */
const atMost = /^\W*(?:under|below|fewer|less|no more|not more|at most|up to|max(?:imum)?|[<≤])(?![a-z])/i;

const stretch =
  /\b(?:in|over|of|per|each|every|any|a)\s+(?:(?:a|any|each|the)\s+)?(?:calendar |rolling |financial |academic |school )?(?:day|week|month|quarter|year|term|shift)\b|\b(?:monthly|quarterly|annual|yearly|weekly|daily|rolling)\b/i;

/** Whether a measure or target says itself over which period it is taken: "Requests answered in a month". */
export function namesPeriod(text: string): boolean {
  return stretch.test(text) || findPeriod(text) !== undefined;
}
