import { withCommas } from './number.ts';

/** The most that a document and its settings may hold, so that a hostile one costs little more than an ordinary one. */
export const limits = {
  /** Bytes in a file. */
  bytes: 16 * 1024 * 1024,
  /** Quotation and list markers at the start of one line. */
  nesting: 100,
  lines: 300_000,
  headings: 20_000,
  /** Cells of tables, counted by the bars between them. */
  cells: 200_000,
  /** What may start emphasis, code, a link, HTML or a character reference; a reference counts twice. */
  marks: 300_000,
  /** The same with no blank line between them: the native parser joins pieces of text in a time that is quadratic in them. */
  crowd: 10_000,
  /** Punctuation in a row behind an address of the web, which the native parser takes off in a time that is quadratic in it. */
  tail: 1000,
  /** Characters of one front matter or data file. */
  settings: 512 * 1024,
  /** Maps and lists in one another, in front matter and data files. */
  depth: 64,
  /** Keys and values of front matter and data files; an alias counts as all that it stands for. */
  values: 20_000,
} as const;

/** How a text that breaks a limit is refused. */
export interface Refusal {
  readonly problem: string;
  /** What the user can do. */
  readonly remedy: string;
}

/** The limits on the Markdown of a document. */
export type DocumentLimit = 'nesting' | 'lines' | 'headings' | 'cells' | 'marks' | 'crowd' | 'tail';

const split = 'Split it into several documents.';

/** The words for each limit on the Markdown of a document. */
export const documentLimits: Readonly<Record<DocumentLimit, Refusal>> = {
  nesting: {
    problem: `nests lists or quotations more than ${limits.nesting} deep`,
    remedy: 'Take out some of the markers or indentation at the start of this line.',
  },
  lines: { problem: `has more than ${counted('lines')} lines`, remedy: split },
  headings: { problem: `has more than ${counted('headings')} headings`, remedy: split },
  cells: { problem: `has more than ${counted('cells')} table cells`, remedy: split },
  marks: { problem: `holds more than ${counted('marks')} marks such as * _ \` [ < &`, remedy: split },
  crowd: {
    problem: `holds more than ${counted('crowd')} marks such as * _ \` [ < & in one paragraph`,
    remedy: 'Put blank lines between its parts, and write “&” for “&amp;”.',
  },
  tail: {
    problem: `has more than ${counted('tail')} marks such as . : ! ) in a row behind an address of the web`,
    remedy: 'Take them out, or put a space before them.',
  },
};

/** The words for each limit on front matter and data files. */
export const settingsLimits: Readonly<Record<'settings' | 'depth' | 'values', Refusal>> = {
  settings: {
    problem: `More than ${limits.settings / 1024} KB of settings`,
    remedy: 'Move the long texts into the document.',
  },
  depth: {
    problem: `Values are nested more than ${limits.depth} deep`,
    remedy: 'Take out some of the brackets, dashes, indentation or aliases (*name).',
  },
  values: {
    problem: `More than ${counted('values')} keys and values`,
    remedy: 'Take out what is not needed, or the aliases (*name) that repeat other values.',
  },
};

/** The words for a file of so many bytes. */
export function tooLong(bytes: number): Refusal {
  const problem = `is ${Math.ceil(bytes / 1_048_576)} MB; the limit is ${limits.bytes / 1_048_576} MB`;
  return { problem, remedy: split };
}

function counted(limit: keyof typeof limits): string {
  return withCommas(String(limits[limit]));
}
