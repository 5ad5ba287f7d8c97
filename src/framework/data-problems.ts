import { segmentsOf, valueAt } from '../data/json.ts';
import { type DataNode, type Problem, spanOfPointer, toJson } from '../data/node.ts';
import { subjectOf, type Violation } from './framework.ts';
import { violationInWords } from './violation-in-words.ts';

/** Violations of a data file's schema, as problems with their place. `known` are the keys to suggest for a wrong one. */
export function dataProblems(root: DataNode, violations: readonly Violation[], known: readonly string[]): Problem[] {
  const whole = toJson(root);
  return violations.map((violation) => {
    const segments = segmentsOf(violation.pointer);
    const last = segments.at(-1);
    const subject = last === undefined ? 'The file' : /^\d+$/.test(last) ? 'This entry' : `“${last}”`;
    const { text, help } = violationInWords(violation, subject, valueAt(whole, segments), known);
    const pointer = violation.keyword === 'required' ? violation.pointer : subjectOf(violation);
    return problemAt(root, pointer, text, help, violation.property === undefined ? 'value' : 'key');
  });
}

/** A problem with the value at a pointer, placed at the value or at its key. */
export function problemAt(
  root: DataNode,
  pointer: string,
  text: string,
  help: string,
  want: 'value' | 'key' = 'value',
): Problem {
  return { at: spanOfPointer(root, pointer, want), text, help, pointer };
}
