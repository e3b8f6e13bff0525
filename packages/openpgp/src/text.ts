const [cr, lf] = [13, 10];

/**
 * A document as a text signature (type 0x01) hashes it: every line ends in CR LF (RFC 9580 §5.2.1.2). White space at the
 * ends of lines stays: that it goes is a rule of the cleartext framework only (§7.2).
 */
export function canonicalText(document: Uint8Array): Uint8Array {
  const isBare = (at: number): boolean => document[at] === lf && document[at - 1] !== cr;
  let bare = 0;
  for (let at = 0; at < document.length; at += 1) if (isBare(at)) bare += 1;
  if (bare === 0) return document;
  const text = new Uint8Array(document.length + bare);
  let to = 0;
  for (let at = 0; at < document.length; at += 1) {
    if (isBare(at)) text[to++] = cr;
    text[to++] = document[at] ?? 0;
  }
  return text;
}
