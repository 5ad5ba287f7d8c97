import type { Edit } from '../text/edits.ts';
import { oneLine } from '../text/shorten.ts';
import type { Named } from './names.ts';
import type { Laid } from './readings.ts';

/** The edits that give a defined term another name, wherever it stands; one at the start of a sentence keeps its capital. */
export function renamingOf({ source }: Laid, { name, at, uses }: Named, to: string): Edit[] {
  const all = new Map([at, ...uses].map((one) => [one.start.offset, one]));
  return [...all.values()].flatMap((one): Edit[] => {
    const written = oneLine(source.text.slice(one.start.offset, one.end.offset));
    if (written.toLowerCase() !== name.toLowerCase()) return [];
    const isRaised = written[0] !== name[0];
    return [{ at: one, text: isRaised ? to.charAt(0).toUpperCase() + to.slice(1) : to }];
  });
}
