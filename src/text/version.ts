/**
 * Whether one version comes before another (negative), is it (0) or comes after it (positive), part by part: 1.10 follows
 * 1.9, and 3.0 is 3. Undefined where one of them has no number.
 */
export function compareVersions(one: string, other: string): number | undefined {
  const [first, second] = [partsOf(one), partsOf(other)];
  if (!first || !second) return undefined;
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** "Version 2.4 (draft)" is 2 and 4. */
function partsOf(version: string): number[] | undefined {
  return /\d{1,9}(?:\.\d{1,9}){0,5}/.exec(version)?.[0].split('.').map(Number);
}
