import { unreadable } from "./fault.ts";

/** What an armored block holds, by its header line. */
export type Label = "PUBLIC KEY BLOCK" | "PRIVATE KEY BLOCK" | "SIGNATURE" | "MESSAGE";

const begin = /^-----BEGIN PGP ([A-Z ]{1,32})-----$/;

/** Four characters behind `=`: the checksum. `=` and `==` alone are padding that was wrapped. */
const isChecksum = (line: string): boolean => line.startsWith("=") && line !== "=" && line !== "==";

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw unreadable("armor-not-base64");
  }
}

/**
 * The bytes of every armored block (RFC 9580 §6.2) that bears one of the labels, in their order; null where nothing in
 * the input is armored, so that it is to be read as binary. Text before, between and after, headers and either line
 * ending are passed over. The CRC-24 is passed over, too: a reader must not refuse anything because of it (§6.1). A block
 * that does not end, or is not Base64, is a `Fault`.
 */
export function armoredBlocks(input: Uint8Array, labels: readonly Label[]): Uint8Array<ArrayBuffer>[] | null {
  const lines = new TextDecoder("latin1")
    .decode(input)
    .split(/\r?\n|\r/)
    .map((line) => line.trimEnd());
  // A byte order mark, read as Latin-1, may stand before the first line.
  if (lines[0]?.startsWith("\u00ef\u00bb\u00bf")) lines[0] = lines[0].slice(3);
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let isArmored = false;
  for (let at = 0; at < lines.length; at += 1) {
    const label = begin.exec(lines[at] ?? "")?.[1];
    if (label === undefined) continue;
    isArmored = true;
    if (!labels.includes(label as Label)) continue;
    at += 1;
    while (lines[at]?.includes(":")) at += 1;
    const body: string[] = [];
    for (let line = lines[at]; line !== `-----END PGP ${label}-----`; line = lines[at]) {
      if (line === undefined || line.startsWith("-----")) throw unreadable("armor-unended");
      if (!isChecksum(line)) body.push(line);
      at += 1;
    }
    blocks.push(bytesOf(body.join("")));
  }
  return isArmored ? blocks : null;
}
