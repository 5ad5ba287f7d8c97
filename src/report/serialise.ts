/**
 * A value as JSON, piece by piece: what is iterable in it is written as a list, one member at a time. It is safe at a
 * terminal too: the control characters and marks of direction that JSON lets stand are written as escapes, which a reader
 * turns back.
 */
export function* serialised(value: unknown): Iterable<string> {
  yield* written(value, '\n');
  yield '\n';
}

/** `lineBreak` is a line feed and the indentation of the line that the value starts in. */
function* written(value: unknown, lineBreak: string): Iterable<string> {
  if (typeof value !== 'object' || value === null) yield whole(value, lineBreak);
  else if (Array.isArray(value)) yield* bracketed('[]', value, lineBreak, written);
  else if (isIterable(value)) yield* bracketed('[]', value, lineBreak, (one, start) => [whole(one, start)]);
  else {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    yield* bracketed('{}', entries, lineBreak, function* ([key, one], start) {
      yield `${JSON.stringify(key)}: `;
      yield* written(one, start);
    });
  }
}

function* bracketed<T>(
  [open, close]: string,
  values: Iterable<T>,
  lineBreak: string,
  write: (value: T, lineBreak: string) => Iterable<string>,
): Iterable<string> {
  const start = `${lineBreak}  `;
  let lead = open;
  for (const one of values) {
    yield `${lead}${start}`;
    yield* write(one, start);
    lead = ',';
  }
  yield lead === ',' ? `${lineBreak}${close}` : `${open}${close}`;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function whole(value: unknown, lineBreak: string): string {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return json.replaceAll('\n', lineBreak);
}
