/** A token read from UTF-8 bytes: where it ends, or what is wrong at `end`. `cut`: the text ends within the token. */
export interface Token {
  end: number;
  problem: "json.control-character" | "json.escape" | "json.number" | "json.expected-value" | "json.truncated" | null;
  /** The text at fault, for the message. */
  found: string;
}

const ok = (end: number): Token => ({ end, problem: null, found: "" });

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** RFC 8259 section 7. `start` is at the opening quote; `end` of a good string is after the closing one. */
export function readString(bytes: Uint8Array, start: number): Token {
  for (let i = start + 1; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x22) return ok(i + 1);
    if (byte < 0x20) return { end: i, problem: "json.control-character", found: `0x${hex(byte)}` };
    if (byte !== 0x5c) continue;
    const escaped = bytes[++i];
    if (escaped === undefined) break;
    if (escaped === 0x75) {
      for (let k = 1; k <= 4; k++) {
        const digit = bytes[i + k];
        if (digit === undefined) return { end: bytes.length, problem: "json.truncated", found: "" };
        if (!isHexDigit(digit)) return { end: i - 1, problem: "json.escape", found: ascii(bytes, i - 1, i + k + 1) };
      }
      i += 4;
    } else if (!'"\\/bfnrt'.includes(String.fromCharCode(escaped))) {
      return { end: i - 1, problem: "json.escape", found: ascii(bytes, i - 1, i + 1) };
    }
  }
  return { end: bytes.length, problem: "json.truncated", found: "" };
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const numberBegun = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:(?<=\d)[eE][+-]?\d*)?)?$/;
const words = ["true", "false", "null"];

/** RFC 8259 sections 3 and 6: a number or one of the three names. */
export function readScalar(bytes: Uint8Array, start: number): Token {
  let end = start;
  while (isWordByte(bytes[end])) end++;
  const word = ascii(bytes, start, end);
  if (words.includes(word) || number.test(word)) return ok(end);
  if (end >= bytes.length && (numberBegun.test(word) || words.some((name) => name.startsWith(word))))
    return { end, problem: "json.truncated", found: "" };
  if (/^-?\d/.test(word)) return { end: start, problem: "json.number", found: word };
  return { end: start, problem: "json.expected-value", found: word === "" ? characterAt(bytes, start) : word };
}

/** The character that begins at a position, for a message. */
export function characterAt(bytes: Uint8Array, position: number): string {
  const text = new TextDecoder().decode(bytes.subarray(position, position + 4));
  return String.fromCodePoint(text.codePointAt(0) ?? 0xfffd);
}

/** Whether a byte can stand in a number or a name. */
export function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}

function isHexDigit(byte: number): boolean {
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(start, end));
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
