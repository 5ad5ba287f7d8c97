// @ts-check

/**
 * A document that is made to be slow: what it holds, and the limit of docs/limits.md that it breaks, if any. A limit that is
 * told as an error keeps the file from being read (exit code 2); one that is told as a finding does not.
 * @typedef {object} HostileDocument
 * @property {string} name
 * @property {string} text
 * @property {string} [refused] what the error says
 * @property {string} [found] what the finding says
 */

const head = (/** @type {string} */ more = '') =>
  `---\nframework: surveillance-camera\ntitle: Exampleton agreement\nstatus: draft\nparties: [{ name: A }, { name: B }]\n${more}---\n\n# Exampleton agreement\n\n## Governance\n\n`;

/** @type {(length: number, make: (index: number) => string) => string} */
const many = (length, make) => Array.from({ length }, (_, index) => make(index)).join('');

/** An alias bomb: each line repeats the one above it nine times. */
const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${many(30, (n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}x]\n`)}`;

/** What quantifiers in a pattern may run over. */
const runs = ['(', ') ', '!', '.', ' ', 'a', 'A ', '-', '’', '“', '1', '1,', '/', 'a@', '…', 'and ', 'of '];

const crowded = 'holds more than 10,000 marks such as * _ ` [ < & in one paragraph';

/** @type {readonly HostileDocument[]} */
export const hostileDocuments = [
  { name: '20,000 unclosed brackets', text: head() + '['.repeat(20_000), refused: crowded },
  { name: '20,000 unclosed links', text: head() + '[a]('.repeat(20_000), refused: crowded },
  { name: '50,000 alternating emphasis marks', text: head() + '*_'.repeat(25_000), refused: crowded },
  { name: '50,000 alternating emphasised letters', text: head() + 'a**b_'.repeat(25_000), refused: crowded },
  { name: '1,000 nested lists', text: head() + many(1000, (depth) => `${'  '.repeat(depth)}- a\n`) },
  {
    name: '20,000 nested quotes',
    text: `${head() + '> '.repeat(20_000)}a\n`,
    refused: 'nests lists or quotations more than 100 deep',
  },
  { name: 'runs of 1 to 700 backticks', text: head() + many(700, (n) => `${'`'.repeat(n + 1)} `), refused: crowded },
  { name: '1 MB in one line', text: head() + 'The council shall keep footage for 31 days. '.repeat(24_000) },
  { name: '1 MB of one letter', text: head() + 'a'.repeat(1_048_576) },
  {
    name: 'runs of what patterns repeat',
    text: `${head()}${runs.map((run) => `TBC${run.repeat(20_000 / run.length)}x\n\n## Annex A${run.repeat(2000)}x\n\n`).join('')}`,
  },
  {
    name: '5,000 comments that silence',
    text: head() + many(5000, (n) => `<!-- sla-ignore placeholder-left: known -->\n\n[insert ${n}]\n\n`),
  },
  {
    name: '4,000 mentions of one law',
    text: head() + many(4000, (n) => `The parties follow GDPR in what they do, and in case ${n} as well.\n\n`),
  },
  {
    name: '5,000 mentions of one role',
    text: head() + 'The senior responsible officer is the Head of Place. '.repeat(5000),
  },
  {
    name: '5,000 headings',
    text: head() + many(5000, (n) => `## Heading ${n}\n\nThe council shall answer within 5 days.\n\n`),
  },
  {
    name: '10,000 table rows',
    text: `${head()}| a | b |\n| --- | --- |\n${many(10_000, (n) => `| Camera ${n} | 31 days |\n`)}`,
  },
  {
    name: '5,000 columns',
    text: `${head()}|${' a |'.repeat(5000)}\n|${' - |'.repeat(5000)}\n${`|${' b |'.repeat(5000)}\n`.repeat(4)}`,
  },
  {
    name: '20,000 front-matter keys',
    text: head(many(20_000, (n) => `key-${n}: value\n`)),
    found: 'More than 20,000 keys and values',
  },
  { name: 'an alias bomb', text: head(bomb), found: 'More than 20,000 keys and values' },
  {
    name: '2,000 nested flow sequences',
    text: head(`deep: ${'['.repeat(2000)}${']'.repeat(2000)}\n`),
    found: 'Values are nested more than 64 deep',
  },
  {
    name: '50,000 entity references',
    text: head() + '&amp;'.repeat(50_000),
    refused: crowded,
  },
  {
    name: '20,000 colons behind an address',
    text: `${head()}https://example.org${':'.repeat(20_000)}x\n`,
    refused: 'has more than 1,000 marks such as . : ! ) in a row behind an address of the web',
  },
  {
    name: '100,000 quote markers in one line',
    text: head() + '>'.repeat(100_000),
    refused: 'nests lists or quotations more than 100 deep',
  },
  {
    name: '100,000 list markers in one line',
    text: head() + '- '.repeat(100_000),
    refused: 'nests lists or quotations more than 100 deep',
  },
];
