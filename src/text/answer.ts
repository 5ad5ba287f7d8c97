import { oneLine } from './shorten.ts';

/** What a closed question was answered with: `both` when two options are marked, `lost` when the marks did not survive. */
export type Answer = 'yes' | 'no' | 'not-applicable' | 'both' | 'lost';

/** A line below a closed question. */
export interface AnswerLine {
  readonly text: string;
  /** The state of its task-list box, where it has one. */
  readonly checked: boolean | undefined;
  /** Whether it is the line of the question itself: then only options at its start or end count, and the rest is the form's. */
  readonly question: boolean;
}

export interface Choice {
  /** Undefined when no option is marked, or none is there. */
  readonly answer: Answer | undefined;
  /** The words that are not options. */
  readonly detail: string;
}

interface Option {
  readonly value: 'yes' | 'no' | 'not-applicable';
  /** Whether it bears a mark; undefined without a box. */
  readonly marked: boolean | undefined;
}

const box = '[☐☑☒✓✔✗✘□■]|\\[[ xX✓]?\\]';
const word = 'yes|no|n/a|n\\.a\\.|not applicable|does not apply';
const option = `(?:(${box})\\s*)?(${word})(?![\\p{L}\\d-])\\s*(${box})?`;
const between = '[\\s/|,;]*(?:\\bor\\b\\s*)?';
const atStart = new RegExp(`^\\W*?${option}(?=\\s*(?:$|[.,;:–—/|()-]|${box}|(?:${word})\\b))`, 'iu');
const atEnd = new RegExp(`(?:^|(?<=[?.!)\\s]))((?:${option}${between}){1,3})\\.?\\s*$`, 'iu');
const startsWithBox = new RegExp(`^\\s*(?:${box})`, 'u');
const boxBefore = new RegExp(`(?:(?<box>${box})\\s*)?(?<word>${word})(?![\\p{L}\\d-])`, 'giu');
const boxBehind = new RegExp(`(?<word>${word})(?![\\p{L}\\d-])(?:\\s*(?<box>${box}))?`, 'giu');

/** “Answer: Yes.” */
const label = /^\W{0,3}(?:(?:our|your|the) )?(?:answer|response|reply)\s?[:–—-]\s*/i;
/** “Y”, “N – there is no list”. “N. Patel” is somebody. */
const letter = /^\W{0,3}([yn])(?:\.?\s*$|\s?[,;:–—(]|\s-\s)/i;

/** Reads the answer to a closed question: boxes, printed options, or a word such as "Yes" at the start of a line. */
export function readChoice(lines: readonly AnswerLine[]): Choice {
  const read = lines.map(readLine);
  const options = read.flatMap((one) => one.options);
  const detail = read
    .map((one) => one.rest)
    .filter(Boolean)
    .join('\n');
  return { answer: answerOf(options), detail };
}

function readLine(line: AnswerLine): { readonly options: Option[]; readonly rest: string } {
  const { checked, question } = line;
  const text = oneLine(line.text).replace(label, '');
  if (checked !== undefined) {
    const start = atStart.exec(text);
    const value = optionNamed(start?.[2]);
    if (!start || !value) return { options: [], rest: text };
    return { options: [{ value, marked: checked }], rest: afterOption(text, start) };
  }
  const end = atEnd.exec(text);
  if (end && (question || end.index === 0)) return { options: optionsIn(end[1] ?? ''), rest: '' };
  const start = atStart.exec(text);
  if (start) return { options: optionsIn(start[0]), rest: afterOption(text, start) };
  const short = question ? null : letter.exec(text);
  if (short) {
    const value = short[1]?.toLowerCase() === 'y' ? 'yes' : 'no';
    return { options: [{ value, marked: undefined }], rest: afterOption(text, short) };
  }
  return { options: [], rest: question ? '' : text };
}

function afterOption(text: string, match: RegExpExecArray): string {
  return text.slice(match[0].length).replace(/^[\s.,;:–—-]+/u, '');
}

function optionsIn(text: string): Option[] {
  // In "Yes ☒ No ☐" the boxes stand behind the words, in "☒ Yes ☐ No" before them.
  const pattern = startsWithBox.test(text) ? boxBefore : boxBehind;
  const found = [...text.matchAll(pattern)].flatMap(({ groups }): Option[] => {
    const value = optionNamed(groups?.word);
    const mark = groups?.box;
    return value ? [{ value, marked: mark === undefined ? undefined : /[☑☒✓✔✗✘■xX]/u.test(mark) }] : [];
  });
  // Beside boxes an option without one is not marked.
  return found.some(({ marked }) => marked !== undefined)
    ? found.map(({ value, marked = false }) => ({ value, marked }))
    : found;
}

function optionNamed(name: string | undefined): Option['value'] | undefined {
  const lower = name?.toLowerCase();
  if (lower === undefined) return undefined;
  return lower === 'yes' || lower === 'no' ? lower : 'not-applicable';
}

/** Where no box is marked the answer may stand in words below them: “Not applicable, as there is no list.” */
function answerOf(options: readonly Option[]): Answer | undefined {
  const ticked = options.some((one) => one.marked);
  const boxed = options.some((one) => one.marked !== undefined);
  const chosen = new Set(
    options.filter(({ marked }) => (ticked ? marked : marked === undefined)).map((one) => one.value),
  );
  if (chosen.size > 1) return ticked ? 'both' : boxed ? undefined : 'lost';
  return [...chosen][0];
}
