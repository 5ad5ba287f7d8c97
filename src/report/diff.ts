import { createTwoFilesPatch } from 'diff';
import { printable } from './printable.ts';

/** What changes between two texts of one file, as a unified diff that `patch` and `git apply` take. */
export function diffOf(path: string, before: string, after: string): string {
  const name = printable(path);
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
}
