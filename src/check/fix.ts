import type { Finding, Fix } from '../finding/finding.ts';
import { applyEdits, areApart, type Edit } from '../text/edits.ts';
import { countBefore } from '../text/sorted.ts';

/** What became of a text. */
export interface Fixed {
  readonly text: string;
  /** The titles of the fixes, in the order in which they were made. */
  readonly made: readonly string[];
}

/** A fix may make room for another one; after so many rounds the rest is left to the next run. */
const rounds = 50;

/**
 * Fixes a text until nothing changes: `judge` finds what is wrong with it, and of the fixes that are allowed those are
 * made together that stand apart.
 */
export function fixText(
  text: string,
  judge: (text: string) => readonly Finding[],
  allowed: readonly Fix['safety'][],
): Fixed {
  let current = text;
  const made: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const { edits, titles } = chosen(judge(current), allowed);
    if (edits.length === 0) break;
    const next = applyEdits(current, edits);
    if (next === current) break;
    current = next;
    made.push(...titles);
  }
  return { text: current, made };
}

/** The fixes that can be made together: each whole or not at all, the first of two that touch. */
function chosen(findings: readonly Finding[], allowed: readonly Fix['safety'][]) {
  const edits: Edit[] = [];
  const titles: string[] = [];
  for (const { fix } of findings) {
    if (!fix || !allowed.includes(fix.safety) || fix.edits.length === 0) continue;
    const around = fix.edits.flatMap((edit) => neighboursOf(edits, edit));
    if (!areApart([...new Set([...around, ...fix.edits])])) continue;
    for (const edit of fix.edits) edits.splice(placeOf(edits, edit), 0, edit);
    titles.push(fix.title);
  }
  return { edits, titles };
}

/** Where an edit belongs among others that are sorted and apart. */
function placeOf(edits: readonly Edit[], { at }: Edit): number {
  return countBefore(edits, (one) => one.at.start.offset < at.start.offset);
}

/** Only the edits beside it can touch one. */
function neighboursOf(edits: readonly Edit[], edit: Edit): Edit[] {
  const place = placeOf(edits, edit);
  return edits.slice(Math.max(0, place - 1), place + 2);
}
