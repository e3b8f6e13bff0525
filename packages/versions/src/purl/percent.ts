const plain = /^[A-Za-z0-9.\-_~:]*$/;

/** Percent-encodes all but letters, digits, `.-_~` and `:` (ECMA-427 clause 5.4). The text has no half surrogate pairs. */
export function encode(text: string): string {
  if (plain.test(text)) return text;
  return encodeURIComponent(text)
    .replaceAll("%3A", ":")
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Encodes each segment of a path, and leaves the slashes between them. */
export function encodePath(path: string): string {
  return path.includes("/") ? path.split("/").map(encode).join("/") : encode(path);
}

/** Decodes percent-encoded UTF-8; null where the encoding is broken. */
export function decode(text: string): string | null {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
