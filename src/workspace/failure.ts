/** Something the tool cannot do: the world is in the way. Thrown here and in what stands above, told to the user by the shells. */
export interface Failure extends Error {
  readonly failure: readonly Complaint[];
}

/** One thing that is in the way, and what to do about it. */
export interface Complaint {
  /** The file, with line and column where there are any. */
  readonly place?: string;
  readonly text: string;
  readonly remedy: string;
}

export function failure(...complaints: readonly Complaint[]): Failure {
  const lines = complaints.map(({ place, text }) => (place === undefined ? text : `${place}: ${text}`));
  return Object.assign(new Error(lines.join('\n')), { failure: complaints });
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'failure' in error;
}

/** The code that Node gives an error, such as `ENOENT`; the empty text where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The words for an error of the file system. */
export function fileTrouble(error: unknown): Omit<Complaint, 'place'> {
  switch (codeOf(error)) {
    case 'ENOENT':
      return { text: 'no such file or folder', remedy: 'Check the spelling of the path.' };
    case 'EACCES':
    case 'EPERM':
      return { text: 'permission denied', remedy: 'Check who may read and write there.' };
    case 'EISDIR':
      return { text: 'is a folder, not a file', remedy: 'Name a file.' };
    case 'ENOTDIR':
      return { text: 'a part of the path is a file, not a folder', remedy: 'Check the path.' };
    case 'EROFS':
      return { text: 'the disk can only be read', remedy: 'Choose another folder.' };
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        text: 'the disk is full',
        remedy: 'Make room, and try again. Nothing was left half-written.',
      };
    case 'ENAMETOOLONG':
      return { text: 'the name is too long', remedy: 'Choose a shorter name.' };
    case 'ELOOP':
      return { text: 'the links go round in a circle', remedy: 'Name the file itself.' };
    default:
      return { text: error instanceof Error ? error.message : String(error), remedy: 'Try again.' };
  }
}
