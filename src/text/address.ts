/** The path that a relative address means, given as the document's own path is; the empty text where it goes nowhere. */
export function pathBeside(document: string, address: string): string {
  const parts = document.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The e-mail addresses in a text. Longer parts than these are none. */
export function addressesIn(text: string): string[] {
  return text.match(/(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g) ?? [];
}

/** An address in its parts, with what is written as `%20` spelt out; a part that cannot be spelt out stays as it is. */
export function partsOfAddress(address: string): { readonly path: string; readonly anchor: string | undefined } {
  const hash = address.indexOf('#');
  const before = hash < 0 ? address : address.slice(0, hash);
  const query = before.indexOf('?');
  const path = decoded(query < 0 ? before : before.slice(0, query));
  return { path, anchor: hash < 0 ? undefined : decoded(address.slice(hash + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
