/**
 * A value as JSON that is safe at a terminal too: the control characters and marks of direction that JSON lets stand are
 * written as escapes, which a reader turns back.
 */
export function serialised(value: unknown): string {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
