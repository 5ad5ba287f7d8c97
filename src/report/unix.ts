import { printable } from './printable.ts';
import type { Format } from './report.ts';

/** One line a finding, as compilers write them: `file:line:column: severity: message [rule]`. */
export const unix: Format = function* ({ documents }) {
  for (const { source, findings } of documents) {
    for (const { at, severity, text, rule } of findings) {
      const { line, column } = at.start;
      yield `${printable(source.path)}:${line}:${column}: ${severity}: ${printable(text)} [${rule}]\n`;
    }
  }
};
