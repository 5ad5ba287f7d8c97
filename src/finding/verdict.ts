import type { Finding, Suppressed } from './finding.ts';
import type { Status } from './status.ts';

/** How far a document answers one section of its framework. */
export interface Coverage {
  readonly id: string;
  readonly title: string;
  readonly state: 'written' | 'omitted' | 'absent';
  /** Whether the framework asks for it, be it as a recommendation or under a condition. */
  readonly wanted: boolean;
  /** The reason for leaving it out. */
  readonly reason?: string;
  /** How many of the components that are asked for here are written, recommended ones included. */
  readonly written: number;
  readonly asked: number;
}

/** What a check says of one document. */
export interface Verdict {
  readonly status: Status;
  readonly findings: readonly Finding[];
  /** What the document itself silences. */
  readonly suppressed: readonly Suppressed[];
  readonly coverage: readonly Coverage[];
  /** The milliseconds that each rule took, by its id; only where they were asked for. */
  readonly times?: Readonly<Record<string, number>>;
}
