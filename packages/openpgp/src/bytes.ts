import { unreadable } from "./fault.ts";

const digits = "0123456789ABCDEF";

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `${digits[byte >> 4]}${digits[byte & 15]}`).join("");

/** Without padding (RFC 4648 §5), as a JWK has it. */
export const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const uint16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value);
export const uint32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** The number's bytes at exactly this length, zeros in front; null where it is longer. */
export function padded(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> | null {
  if (bytes.length > length) return null;
  const whole = new Uint8Array(length);
  whole.set(bytes, length - bytes.length);
  return whole;
}

/** Bits of a number without leading zeros. */
export const bitLength = (number: Uint8Array): number =>
  number.length === 0 ? 0 : (number.length - 1) * 8 + 32 - Math.clz32(number[0] ?? 0);

/** Reads big-endian fields one after the other. What goes beyond the end is a `Fault`; nothing is copied. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw unreadable("past-end");
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }

  /** An unsigned number of this many bytes, four at most. */
  uint(length: 1 | 2 | 4): number {
    return this.take(length).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** A multiprecision integer (RFC 9580 §3.2) without leading zeros. Version 6 packets must give its length to the bit. */
  mpi(version: 4 | 6): Uint8Array {
    const bits = this.uint(2);
    const bytes = this.take(Math.ceil(bits / 8));
    const first = bytes.findIndex((byte) => byte !== 0);
    const number = bytes.subarray(first < 0 ? bytes.length : first);
    if (version === 6 && bits !== bitLength(number)) throw unreadable("number-length");
    return number;
  }

  /** What was read has to end here. */
  end(): void {
    if (this.left > 0) throw unreadable("after-end");
  }
}
