/** The months in their order, in lower case. */
export const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Whether a text is a day of the calendar as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The one full date that a text states, as YYYY-MM-DD: `12 March 2026`, `12/03/2026`, `2026-03-12`; else undefined. */
export function findDate(text: string): string | undefined {
  const found = new Set([...isoDates(text), ...slashedDates(text), ...wordyDates(text)]);
  return found.size === 1 ? [...found][0] : undefined;
}

function isoDates(text: string): string[] {
  return [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map((match) => match[0]).filter(isIsoDate);
}

/** Day first, as in Britain. */
function slashedDates(text: string): string[] {
  return [...text.matchAll(/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g)].flatMap((match) =>
    iso(match[3], match[2], match[1]),
  );
}

function wordyDates(text: string): string[] {
  const pattern = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\b/gi;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const month = months.findIndex((name) => name.startsWith((match[2] ?? '').toLowerCase())) + 1;
    return month === 0 ? [] : iso(match[3], month, match[1]);
  });
}

function iso(year: unknown, month: unknown, day: unknown): string[] {
  if (!isDay(Number(year), Number(month), Number(day))) return [];
  return [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`];
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
