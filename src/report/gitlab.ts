import type { Severity } from '../finding/finding.ts';
import { fingerprintAmong, fingerprintsOf } from '../finding/fingerprint.ts';
import { flatMapped } from '../text/lazy.ts';
import { clipped } from './printable.ts';
import type { Format } from './report.ts';
import { serialised } from './serialise.ts';

const weights: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A Code Quality report, which GitLab shows in merge requests. */
export const gitlab: Format = ({ documents }) =>
  serialised(
    flatMapped(documents, ({ source, findings }) => {
      const prints = fingerprintsOf(findings);
      return findings.map(({ rule, severity, text, help, at }, index) => ({
        description: `${clipped(text, 2000)} ${clipped(help, 2000)}`,
        check_name: rule,
        fingerprint: fingerprintAmong(source.path, prints[index] ?? ''),
        severity: weights[severity],
        location: { path: source.path, lines: { begin: at.start.line, end: at.end.line } },
      }));
    }),
  );
