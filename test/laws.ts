import { expect } from 'vitest';
import { check } from '../src/check/check.ts';
import { fixText } from '../src/check/fix.ts';
import { parseDocument } from '../src/document/document.ts';
import { loadParser } from '../src/document/parser.ts';
import type { Finding } from '../src/finding/finding.ts';
import type { Framework } from '../src/framework/framework.ts';
import { formats } from '../src/report/formats.ts';
import { reported } from '../src/report/report.ts';
import { areApart } from '../src/text/edits.ts';
import { excessOf } from '../src/text/excess.ts';
import { createSource } from '../src/text/source.ts';
import type { Span } from '../src/text/span.ts';
import { carParks, read, reportOf, shipped, surveillanceCamera } from './sla.ts';

const settings = { today: '2026-03-12' };
const satteri = await loadParser('satteri');
const micromark = await loadParser('micromark');

/** Every law that holds for any text at all. */
export function everyLawHolds(markdown: string): void {
  if (excessOf(markdown)) return;
  findingsArePlain(markdown);
  enginesAgree(markdown);
  repairsSettle(markdown);
}

/** No text makes the check throw, and what it finds is plain data with places inside the text, in every format. */
export function findingsArePlain(markdown: string): void {
  for (const framework of [frameworkOf(markdown), carParks, undefined]) {
    const document = read(markdown);
    const verdict = check(document, framework, settings);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    for (const finding of verdict.findings) isWellMade(finding, document.source.text.length);
    const report = reportOf([reported(document.source, framework?.name, verdict)]);
    for (const [name, format] of Object.entries(formats)) {
      const text = [...format(report, { color: false, width: 80 })].join('');
      expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      if (jsonFormats.has(name)) JSON.parse(text);
    }
  }
}

const jsonFormats = new Set(['json', 'sarif', 'gitlab']);

function isWellMade({ at, related, fix, text, help, why }: Finding, length: number): void {
  for (const span of [at, ...related.map((one) => one.at), ...(fix?.edits ?? []).map((one) => one.at)]) {
    isInside(span, length);
  }
  expect([text, help, why].every((words) => words !== '')).toBe(true);
  expect(areApart(fix?.edits ?? [])).toBe(true);
}

function isInside({ start, end }: Span, length: number): void {
  expect(start.offset).toBeGreaterThanOrEqual(0);
  expect(start.offset).toBeLessThanOrEqual(end.offset);
  expect(end.offset).toBeLessThanOrEqual(length);
}

/** The fast parser and the one that runs everywhere read the same document. */
export function enginesAgree(markdown: string): void {
  const source = createSource('a.md', markdown);
  expect(parseDocument(source, satteri)).toEqual(parseDocument(source, micromark));
}

/** Repairs that were made once leave nothing for a second time. */
function repairsSettle(markdown: string): void {
  const framework = frameworkOf(markdown);
  const judge = (text: string) => check(read(text), framework, settings).findings;
  const once = fixText(markdown, judge, ['safe', 'suggested']).text;
  expect(fixText(once, judge, ['safe', 'suggested']).text).toBe(once);
}

/** The shipped framework that a text names. */
function frameworkOf(markdown: string): Framework {
  const name = /^framework: ([\w-]+)\s*$/m.exec(markdown)?.[1];
  return shipped.find((one) => one.name === name) ?? surveillanceCamera;
}
