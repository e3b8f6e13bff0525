import { jsonProblems } from "./problems.ts";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "UTF-32";

/**
 * Recognises a text's encoding by its byte order mark, or (UTF-16) by the zero byte beside its first character, which
 * is ASCII in JSON and XML alike. `mark` is the mark's length in bytes.
 */
export function recogniseEncoding(head: Uint8Array): { encoding: Encoding; mark: number } {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: "UTF-32", mark: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: "UTF-32", mark: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: "UTF-16LE", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "UTF-16BE", mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "UTF-8", mark: 3 };
  if (a !== 0 && b === 0 && c === 0 && d === 0) return { encoding: "UTF-32", mark: 0 };
  if (a === 0 && b === 0 && c === 0 && d !== undefined && d !== 0) return { encoding: "UTF-32", mark: 0 };
  if (a !== undefined && a !== 0 && b === 0 && c !== undefined) return { encoding: "UTF-16LE", mark: 0 };
  if (a === 0 && b !== undefined && b !== 0) return { encoding: "UTF-16BE", mark: 0 };
  return { encoding: "UTF-8", mark: 0 };
}

/** A whole text as UTF-8 bytes without a mark. UTF-16 is converted; UTF-32 is refused. Throws `json.encoding*`. */
export function toUtf8(bytes: Uint8Array, file?: string): Uint8Array {
  const { encoding, mark } = recogniseEncoding(bytes);
  const place = file === undefined ? {} : { file };
  if (encoding === "UTF-8") return mark === 0 ? bytes : bytes.subarray(mark);
  if (encoding === "UTF-32") throw jsonProblems.error("json.encoding-unsupported", { encoding }, place);
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (cause) {
    throw jsonProblems.error("json.encoding", { encoding }, place, cause);
  }
}

/** Position of the first byte that begins no well-formed sequence (Unicode, table 3-7); -1 where all are well formed. */
export function invalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return i;
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k] ?? 0;
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return i;
    }
    i += length;
  }
  return -1;
}

/** Whether the sequence at a position is only cut off by the end of the bytes. */
export function isCutSequence(bytes: Uint8Array, position: number): boolean {
  const rest = bytes.subarray(position, position + 4);
  if (position + rest.length < bytes.length || rest.length > 3) return false;
  return [1, 2, 3].some((more) => invalidUtf8(completed(rest, more)) === -1);
}

/** A cut sequence with so many continuation bytes as its lead byte may take. */
function completed(head: Uint8Array, more: number): Uint8Array {
  const whole = new Uint8Array(head.length + more).fill(0x80);
  whole.set(head);
  // The second byte of some leads has a narrower range than 80..BF.
  if (head.length === 1) whole[1] = head[0] === 0xe0 ? 0xa0 : head[0] === 0xf0 ? 0x90 : 0x80;
  return whole;
}
