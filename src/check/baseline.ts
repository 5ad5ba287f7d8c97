import { isObject, type Json, type JsonObject } from '../data/json.ts';
import type { Finding } from '../finding/finding.ts';
import { fingerprintsOf } from '../finding/fingerprint.ts';

/** The findings that are known already: fingerprints by the path of their document. */
export type Baseline = Readonly<Record<string, readonly string[]>>;

/** Takes out the findings that a baseline knows. */
export function withoutKnown(findings: readonly Finding[], known: readonly string[]): Finding[] {
  const prints = fingerprintsOf(findings);
  return findings.filter((_finding, index) => !known.includes(prints[index] ?? ''));
}

/** A baseline as JSON: with the words of each finding, so that a change of the file can be read. */
export function baselineOf(
  documents: readonly { readonly path: string; readonly findings: readonly Finding[] }[],
): JsonObject {
  const entries = documents.flatMap(({ path, findings }): [string, Json][] => {
    const prints = fingerprintsOf(findings);
    const known = findings.map(({ rule, text }, index) => ({ fingerprint: prints[index] ?? '', rule, text }));
    return known.length === 0 ? [] : [[path, known]];
  });
  return { version: 1, documents: Object.fromEntries(entries) };
}

/** Reads a baseline; undefined where the value is none. */
export function readBaseline(value: Json): Baseline | undefined {
  if (!isObject(value) || value.version !== 1 || !isObject(value.documents)) return undefined;
  return Object.fromEntries(
    Object.entries(value.documents).map(([path, known]) => [
      path,
      (Array.isArray(known) ? known : []).flatMap((one) =>
        isObject(one) && typeof one.fingerprint === 'string' ? [one.fingerprint] : [],
      ),
    ]),
  );
}
