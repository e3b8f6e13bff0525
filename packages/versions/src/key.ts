/** The lowest key: at or below every version's key, in every ecosystem. OSV's version `0` as an `introduced` event. */
export const lowestKey: Uint8Array = new Uint8Array(0);

/** Compares two keys byte by byte, as a database compares `bytea`: the shorter of two that agree is the lower. */
export function compareKeys(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/**
 * The first byte of a written number lies in `numberFirst` … `numberLast`. Marks that must sort before every number are
 * below, marks that must sort after every number above.
 */
export const numberFirst = 0x40;
export const numberLast = 0xbf;

/** Numbers below this are one byte. */
const smallNumbers = 64;
const countFirst = numberFirst + smallNumbers;
/** Digit counts that fit the first byte; longer ones follow it in four bytes. */
const shortCounts = numberLast - countFirst;

const zero = 48;

/** Up to this many bytes the buffer is kept for the next key. */
const keptBytes = 1 << 16;

/**
 * Writes one key at a time into a buffer that grows and is used again. Whatever is written is self-delimiting: no part
 * is a prefix of another of its kind, so comparing bytes compares part by part.
 */
export class KeyWriter {
  private bytes = new Uint8Array(256);
  private length = 0;

  /** Begins a key; whatever was left unfinished is dropped. */
  start(): void {
    this.length = 0;
  }

  /** A mark, or any byte whose meaning the order defines. */
  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  /**
   * The number written in `text` from `start` to `end` (ASCII digits; none: zero), of any length: small numbers as one
   * byte, others as the count of their digits and then the digits, two to a byte. Leading zeros do not count.
   */
  number(text: string, start = 0, end = text.length): void {
    let first = start;
    while (first < end && text.charCodeAt(first) === zero) first++;
    const count = end - first;
    if (count <= 2) {
      let value = 0;
      for (let i = first; i < end; i++) value = value * 10 + text.charCodeAt(i) - zero;
      if (value < smallNumbers) {
        this.byte(numberFirst + value);
        return;
      }
    }
    if (this.length + count + 6 > this.bytes.length) this.grow(count + 6);
    if (count < shortCounts) this.byte(countFirst + count);
    else {
      this.byte(numberLast);
      for (let shift = 24; shift >= 0; shift -= 8) this.byte((count >>> shift) & 0xff);
    }
    let i = first;
    if (count % 2 === 1) this.byte(text.charCodeAt(i++) - zero);
    for (; i < end; i += 2) this.byte((text.charCodeAt(i) - zero) * 10 + text.charCodeAt(i + 1) - zero);
  }

  /** A number whose greater values sort lower. */
  descending(digits: string): void {
    const from = this.length;
    this.number(digits);
    for (let i = from; i < this.length; i++) this.bytes[i] = 0xff - (this.bytes[i] ?? 0);
  }

  /**
   * Text from `start` to `end` in the order of its UTF-16 code units, with an end mark below every character: a prefix
   * sorts before what continues it.
   */
  text(text: string, start = 0, end = text.length): void {
    if (this.length + (end - start) * 3 + 1 > this.bytes.length) this.grow((end - start) * 3 + 1);
    for (let i = start; i < end; i++) this.codeUnit(text.charCodeAt(i));
    this.byte(0);
  }

  /** Another key whole, with an end mark below every byte. */
  nested(key: Uint8Array): void {
    for (const value of key) {
      if (value <= 1) this.byte(1);
      this.byte(value);
    }
    this.byte(0);
  }

  /** The key written so far; the writer begins anew. */
  take(): Uint8Array {
    const key = this.bytes.slice(0, this.length);
    this.length = 0;
    if (this.bytes.length > keptBytes) this.bytes = new Uint8Array(256);
    return key;
  }

  private codeUnit(unit: number): void {
    if (unit > 1 && unit < 0x80) this.byte(unit);
    else if (unit <= 1) {
      this.byte(1);
      this.byte(unit);
    } else if (unit < 0x800) {
      this.byte(0xc0 | (unit >> 6));
      this.byte(0x80 | (unit & 0x3f));
    } else {
      this.byte(0xe0 | (unit >> 12));
      this.byte(0x80 | ((unit >> 6) & 0x3f));
      this.byte(0x80 | (unit & 0x3f));
    }
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
