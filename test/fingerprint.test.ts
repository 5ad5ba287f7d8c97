import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { fingerprintsOf } from '../src/finding/fingerprint.ts';
import { filesBelow, root } from './files.ts';
import { read, surveillanceCamera } from './sla.ts';

const corpus = filesBelow(join(root, 'test/corpus')).filter((file) => /[/]\d\d-.*\.md$/.test(file));
const prints = (text: string, path: string) =>
  fingerprintsOf(check(read(text, path), surveillanceCamera, { today: '2026-11-22' }).findings);

/** Paragraphs in lines of 60 letters; headings, lists, tables, code and front matter as they are. */
function wrapped(text: string): string {
  const end = /^---[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const body = text
    .slice(end)
    .replace(/^(?![#|>\-*+\d<`\s]).+(?:\n(?![#|>\-*+\d<`\s]).+)*$/gm, (paragraph) =>
      / {2}$|\\$|^\*\*[^\n]*\n\*\*/m.test(paragraph)
        ? paragraph
        : paragraph.replace(/\n/g, ' ').replace(/(.{50,60}) (?![\d#>|+*-])/g, '$1\n'),
    );
  return text.slice(0, end) + body;
}

describe('a finding is known again', () => {
  test('behind 50 new lines, in re-wrapped paragraphs and in a renamed file: 99 of 100', () => {
    let all = 0;
    let kept = 0;
    for (const file of corpus) {
      const text = readFileSync(file, 'utf8');
      const before = prints(text, basename(file));
      const moved = text.replace(/(\n---\n)/, `$1${'<!-- a line -->\n\n'.repeat(25)}`);
      for (const after of [
        prints(moved, basename(file)),
        prints(wrapped(text), basename(file)),
        prints(text, 'other.md'),
      ]) {
        all += before.length;
        kept += before.filter((print) => after.includes(print)).length;
      }
    }
    expect(all).toBeGreaterThan(500);
    expect(kept / all).toBeGreaterThanOrEqual(0.99);
  });
});
