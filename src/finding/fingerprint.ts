import { createHash } from 'node:crypto';
import { oneLine } from '../text/shorten.ts';
import type { Finding } from './finding.ts';

/**
 * What tells a finding from the others of its document, whatever line it has moved to: rule, message, requirement and the
 * words of the finding. The same finding a second time has the number 2 behind it.
 */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const print = printOf(finding);
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return count === 1 ? print : `${print}:${count}`;
  });
}

function printOf({ rule, message, requirement = '', text }: Finding): string {
  // Line numbers in the words move, and paragraphs are wrapped anew.
  const words = oneLine(text.replace(/\bline \d+/g, 'line'))
    .trim()
    .toLowerCase();
  return digestOf(rule, message, requirement, words);
}

/** A fingerprint that is unique among those of several documents. */
export function fingerprintAmong(path: string, print: string): string {
  return digestOf(path, print);
}

function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
