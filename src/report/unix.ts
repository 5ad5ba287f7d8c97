import { printable } from './printable.ts';
import type { Format } from './report.ts';

/** One line a finding, as compilers write them: `file:line:column: severity: message [rule]`. */
export const unix: Format = ({ documents }) =>
  documents
    .flatMap(({ source, findings }) =>
      findings.map(({ at, severity, text, rule }) => {
        const { line, column } = at.start;
        return `${printable(source.path)}:${line}:${column}: ${severity}: ${printable(text)} [${rule}]\n`;
      }),
    )
    .join('');
