import type { Measure } from "./measure.ts";
import { isWordByte } from "./token.ts";

/**
 * Finds where one value ends, and measures it on the way, over bytes that come piece by piece. It trusts the brackets'
 * number and not their kind: what it cuts out is parsed, and so checked, afterwards.
 */
export class SliceScanner implements Measure {
  depth = 0;
  colons = 0;
  values = 1;
  #open = 0;
  #inString = false;
  #escaped = false;
  #scalar = false;

  /** Begins at a value's first byte. */
  begin(first: number): void {
    this.depth = 0;
    this.colons = 0;
    this.values = 1;
    this.#open = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#scalar = first !== 0x22 && first !== 0x5b && first !== 0x7b;
  }

  /** A number or a name has no mark of its own at its end: the end of the document ends it too. */
  get endsWithText(): boolean {
    return this.#scalar;
  }

  /** The position after the value's last byte, or -1: it goes on beyond `to`. */
  scan(bytes: Uint8Array, from: number, to: number): number {
    if (this.#scalar) return scanScalar(bytes, from, to);
    let i = from;
    let open = this.#open;
    let { depth, colons, values } = this;
    let inString = this.#inString;
    let end = -1;
    if (this.#escaped && i < to) {
      i++;
      this.#escaped = false;
    }
    scan: while (i < to) {
      if (inString) {
        while (i < to && bytes[i] !== 0x22) i += bytes[i] === 0x5c ? 2 : 1;
        if (i >= to) {
          this.#escaped = i > to;
          break;
        }
        inString = false;
        i++;
        if (open > 0) continue;
        end = i;
        break;
      }
      switch (bytes[i++]) {
        case 0x22: // "
          inString = true;
          break;
        case 0x3a: // :
          colons++;
          break;
        case 0x2c: // ,
          values++;
          break;
        case 0x5b: // [
        case 0x7b: // {
          values++;
          if (++open > depth) depth = open;
          break;
        case 0x5d: // ]
        case 0x7d: // }
          if (--open > 0) break;
          end = i;
          break scan;
      }
    }
    this.#open = open;
    this.#inString = inString;
    this.depth = depth;
    this.colons = colons;
    this.values = values;
    return end;
  }
}

function scanScalar(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) if (!isWordByte(bytes[i])) return i;
  return -1;
}
