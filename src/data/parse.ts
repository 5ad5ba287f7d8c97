import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { limits, settingsLimits } from '../text/limits.ts';
import { once } from '../text/remember.ts';
import { type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { settingsExcess } from './excess.ts';
import type { DataNode, Entry, Problem } from './node.ts';

export type ParsedData =
  | { readonly state: 'valid'; readonly root: DataNode | undefined }
  | { readonly state: 'invalid'; readonly problems: readonly [Problem, ...Problem[]] };

/** Reads YAML, of which JSON is a part. `start` and `end` bound the stretch of the source that is read. */
export function parseData(source: Source, start = 0, end = source.text.length): ParsedData {
  // A lone CR ends a line in Markdown but not in YAML; the exchange moves no offset.
  const text = source.text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  const at = (from: number, to: number) => spanAt(source, start + from, start + Math.max(to, from));
  const excess = settingsExcess(text);
  if (excess) return invalid(problemOf(excess.limit, at(excess.offset, excess.offset + 1)));
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    // With “silent”, a second document would be left out without a word.
    logLevel: 'error',
  });
  const [first, ...rest] = document.errors.map((error) => ({
    at: at(error.pos[0], error.pos[1]),
    ...plainWords(error.code, error.message),
  }));
  if (first) return { state: 'invalid', problems: [first, ...rest] };
  return build(document.contents, at);
}

function problemOf(limit: keyof typeof settingsLimits, at: Span): Problem {
  const { problem, remedy } = settingsLimits[limit];
  return { at, text: problem, help: remedy };
}

type At = (from: number, to: number) => Problem['at'];

/** Makes our tree of the parser's. It goes by recursion, within the depth above; what is wrong becomes a problem. */
function build(contents: Node | null, at: At): ParsedData {
  if (contents === null) return { state: 'valid', root: undefined };
  const anchors = once(() => anchorsOf(contents));
  const problems: Problem[] = [];
  let budget: number = limits.values;

  const read = (node: unknown, depth: number): DataNode => {
    const [from = 0, to = from] = (node as { range?: [number, number, number] } | null)?.range ?? [];
    const span = at(from, to);
    const nothing = { kind: 'scalar', span, value: null, written: '' } as const;
    if (budget < 0) return nothing;
    budget -= 1;
    if (budget < 0 || depth > limits.depth) {
      problems.push(problemOf(budget < 0 ? 'values' : 'depth', span));
      budget = -1;
      return nothing;
    }
    if (isAlias(node)) {
      const target = anchors().get(node.source);
      if (target) return { ...read(target, depth + 1), span };
      const help = 'Put the value in quotes if it is meant to start with *.';
      problems.push({ at: span, text: `“*${node.source}” points to nothing`, help });
      return nothing;
    }
    if (isSeq(node)) return { kind: 'list', span, items: node.items.map((item) => read(item, depth + 1)) };
    if (!isMap(node)) return scalar(node, span);
    const seen = new Set<string>();
    const entries: Entry[] = [];
    for (const pair of node.items) {
      const key = read(pair.key, depth + 1);
      if (key.kind !== 'scalar') {
        problems.push({
          at: key.span,
          text: 'A key must be a word',
          help: 'Put quotes around the value.',
        });
        continue;
      }
      if (seen.has(key.written)) {
        const text = `The key “${key.written}” stands here a second time`;
        problems.push({ at: key.span, text, help: 'Keep one of the two.' });
      }
      seen.add(key.written);
      const end = { start: key.span.end, end: key.span.end };
      const value = pair.value ? read(pair.value, depth + 1) : { ...nothing, span: end };
      entries.push({ key: String(key.value ?? key.written), keySpan: key.span, value });
    }
    return { kind: 'map', span, entries };
  };

  const root = read(contents, 0);
  const [first, ...rest] = problems;
  return first ? { state: 'invalid', problems: [first, ...rest] } : { state: 'valid', root };
}

function anchorsOf(contents: Node): Map<string, Node> {
  const anchors = new Map<string, Node>();
  visit(contents, {
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
    },
  });
  return anchors;
}

function scalar(node: unknown, span: Problem['at']): DataNode {
  if (!isScalar(node)) return { kind: 'scalar', span, value: null, written: '' };
  const { value, source } = node;
  const written = source ?? (value === null ? '' : String(value));
  if (typeof value === 'number' && String(value) !== written) {
    return { kind: 'scalar', span, value: written, written };
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', span, value, written };
  }
  return { kind: 'scalar', span, value: null, written };
}

function invalid(problem: Problem): ParsedData {
  return { state: 'invalid', problems: [problem] };
}

/** The parser's complaints in the words of people who do not write YAML every day. */
function plainWords(code: string, message: string): { text: string; help: string } {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { text: 'This line is indented with a tab', help: 'Use spaces instead of the tab.' };
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) {
        return {
          text: 'A bracket that opens above is not closed before this line',
          help: 'Close it with “]” or “}”, or put the value in quotes.',
        };
      }
      return {
        text: 'The indentation of this line does not fit the lines around it',
        help: 'Line it up with its neighbours, with spaces.',
      };
    case 'MISSING_CHAR':
      return /closing|quote/i.test(message)
        ? { text: 'A closing quotation mark is missing', help: 'Add it at the end of the value.' }
        : {
            text: `Something is missing here: ${lower(message)}`,
            help: 'Check the brackets and commas on this line.',
          };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return {
        text: 'This line is not of the form “key: value”',
        help: 'Put the value in quotes if it holds a colon followed by a space.',
      };
    case 'MULTIPLE_DOCS':
      return {
        text: 'A second document begins here, and would not be read',
        help: 'Take away “---” or “...”, or move what follows to a file of its own.',
      };
    case 'BAD_ALIAS':
      return {
        text: 'A value that starts with * or & is read as an alias',
        help: 'Put the value in quotes.',
      };
    case 'UNEXPECTED_TOKEN':
      return {
        text: `This cannot be read: ${lower(message)}`,
        help: 'Put the whole value in quotes.',
      };
    default:
      return {
        text: `This cannot be read: ${lower(message)}`,
        help: 'Check the line, and put values with special characters in quotes.',
      };
  }
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
