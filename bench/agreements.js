// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.js';

/** The size of the standard document in bytes: a middling agreement. */
export const standard = 21_402;

const example = readFileSync(join(root, 'examples/good/exampleton-town-centre.md'), 'utf8');
const body = example.indexOf('\n# ');
const sections = example.slice(body).split(/^(?=## )/m);

const places = ['Exampleton', 'Brackenford', 'Holme Regis', 'Saltby', 'Larkwell', 'Quayhead', 'Eastmere', 'Thornbury'];
const posts = [
  'town clerk',
  'duty sergeant',
  'estates manager',
  'control room supervisor',
  'ward officer',
  'caretaker',
];
const works = ['the log', 'the lighting', 'the signs', 'the cabling', 'the spare parts', 'the cleaning of lenses'];
const habits = ['looks after', 'keeps a record of', 'reports once a month on', 'signs for', 'answers questions on'];

/** Numbers below 1 that look random and are the same in every run. @returns {() => number} */
function draws(/** @type {number} */ seed) {
  let state = (seed + 1) * 2_654_435_769;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * An agreement of about so many bytes. A short one is the example without its last sections, a long one has annexes.
 * Every paragraph differs from document to document, so that nothing is gained by remembering one.
 */
export function agreement(/** @type {number} */ seed, bytes = standard) {
  const draw = draws(seed);
  const one = (/** @type {readonly string[]} */ of) => of[Math.floor(draw() * of.length)] ?? '';
  const remark = () =>
    `The ${one(posts)} of ${one(places)} ${one(habits)} ${one(works)} in area ${Math.floor(draw() * 900)}.`;
  const varied = (/** @type {string} */ text) =>
    text.replaceAll('Exampleton', one(places)).replace(/^(?=[A-Z][^|\n]{60,}$)/gm, () => `${remark()} `);
  const head = bytes < 8192 ? short : varied(example.slice(0, body));
  const parts = [head];
  let size = Buffer.byteLength(head);
  for (let index = 0; size < bytes; index++) {
    const section = sections[index];
    const part = section === undefined ? annex(index, remark) : varied(section);
    const room = bytes - size;
    const fits = Buffer.byteLength(part) <= room ? part : `${part.slice(0, part.lastIndexOf('\n\n', room))}\n`;
    parts.push(fits);
    size += Math.max(1, Buffer.byteLength(fits));
    if (fits !== part) break;
  }
  return parts.join('');
}

/** The front matter of a document that is too small for that of the example. */
const short =
  '---\nframework: surveillance-camera\ntitle: Cameras\nstatus: draft\nparties: [{ name: Council }, { name: Police }]\n---\n';

/** Some pages of prose, a list and a table, as they stand behind an agreement. */
function annex(/** @type {number} */ index, /** @type {() => string} */ remark) {
  const paragraphs = Array.from({ length: 12 }, () => Array.from({ length: 6 }, remark).join(' '));
  const list = Array.from({ length: 8 }, () => `- ${remark()}`).join('\n');
  const rows = Array.from({ length: 8 }, (_, row) => `| Camera ${row + 1} | ${remark()} |`).join('\n');
  return `\n## Annex ${index}\n\n${paragraphs.join('\n\n')}\n\n${list}\n\n| Camera | Remark |\n| --- | --- |\n${rows}\n`;
}
