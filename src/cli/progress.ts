import { canErase, type Io } from './io.ts';

/** A line on standard error that tells how far a run has come. */
export interface Progress {
  /** One more file is done. */
  readonly step: () => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

/** So many files are checked before anybody asks. */
const few = 200;
const eraseLine = '\r\u001b[2K';

/** The progress of a run over some files: shown at a terminal, and only where there are many. */
export function progressOver(io: Io, files: number): Progress {
  const { stderr } = io;
  if (files <= few || !canErase(io, stderr)) return { step: () => {}, clear: () => {} };
  const stride = Math.ceil(files / 100);
  let done = 0;
  return {
    step: () => {
      done += 1;
      if (done % stride === 0) stderr.write(`${eraseLine}Checking: ${done} of ${files} files`);
    },
    clear: () => void stderr.write(eraseLine),
  };
}
