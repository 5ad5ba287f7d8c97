import { isObject, type Json, type JsonObject } from '../data/json.ts';
import type { Finding } from '../finding/finding.ts';
import { fingerprintsOf } from '../finding/fingerprint.ts';

/** A finding that is known already, with its words, so that a change of the file can be read. */
export interface Known {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
}

/** The findings that are known already, by the path of their document. */
export type Baseline = Readonly<Record<string, readonly Known[]>>;

/** The findings of a document as a baseline holds them. */
export function knownOf(findings: readonly Finding[]): Known[] {
  const prints = fingerprintsOf(findings);
  return findings.map(({ rule, text }, index) => ({ fingerprint: prints[index] ?? '', rule, text }));
}

/** Takes out the findings that a baseline knows. */
export function withoutKnown(findings: readonly Finding[], known: readonly Known[]): Finding[] {
  const prints = fingerprintsOf(findings);
  const isKnown = new Set(known.map(({ fingerprint }) => fingerprint));
  return findings.filter((_finding, index) => !isKnown.has(prints[index] ?? ''));
}

/** A baseline as JSON, in the order of the paths. */
export function writtenAs(baseline: Baseline): JsonObject {
  const entries = Object.entries(baseline).filter(([, known]) => known.length > 0);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    version: 1,
    documents: Object.fromEntries(sorted.map(([path, known]) => [path, known.map((one) => ({ ...one }))])),
  };
}

/** Reads a baseline; undefined where the value is none. */
export function readBaseline(value: Json): Baseline | undefined {
  if (!isObject(value) || value.version !== 1 || !isObject(value.documents)) return undefined;
  const entries = Object.entries(value.documents);
  return Object.fromEntries(
    entries.map(([path, known]) => [path, Array.isArray(known) ? known.flatMap(readKnown) : []]),
  );
}

function readKnown(value: Json): Known[] {
  if (!isObject(value) || typeof value.fingerprint !== 'string') return [];
  const { fingerprint, rule, text } = value;
  return [{ fingerprint, rule: typeof rule === 'string' ? rule : '', text: typeof text === 'string' ? text : '' }];
}
