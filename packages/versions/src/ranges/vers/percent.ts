const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Characters that VERS keeps as they are within a version: printable ASCII but `>`, `<`, `=`, `!`, `*`, `|`, `%`. */
const kept = /^[!-~]$/;
const separators = new Set([">", "<", "=", "!", "*", "|", "%"]);

/** Percent-encodes what may not stand in a version (VERS §5.3.3.2): its separators, white space, what is not ASCII. */
export function encodeVersion(version: string): string {
  if (/^[\w.+~:^-]*$/.test(version)) return version;
  let encoded = "";
  for (const character of version) {
    if (kept.test(character) && !separators.has(character)) encoded += character;
    else
      for (const byte of encoder.encode(character)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

/** Decodes percent-encoding of ASCII text once; null where a triplet is not one, or the bytes are not UTF-8. */
export function decodeVersion(text: string): string | null {
  if (!text.includes("%")) return text;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "%") bytes.push(text.charCodeAt(at));
    else {
      const digits = text.slice(at + 1, at + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return null;
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    }
  }
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
