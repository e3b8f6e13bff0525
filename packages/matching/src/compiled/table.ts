import type { CheckedBytes } from "../bytes/checked.ts";
import { largestIndex, type SectionPlace, tooLarge } from "./layout.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Each entry: where its key and its slice begin and how long they are, from the start of the section. */
const entryLength = 16;

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Writes a table of texts by key: their number, the entries sorted by the bytes of their keys, the keys, the texts. */
export function writeTable(slices: Iterable<readonly [key: string, text: string]>): Uint8Array {
  const entries = [...slices].map(([key, text]) => ({ key: encoder.encode(key), slice: encoder.encode(text) }));
  entries.sort((a, b) => compareBytes(a.key, b.key));
  const keysStart = 4 + entries.length * entryLength;
  const slicesStart = entries.reduce((sum, { key }) => sum + key.length, keysStart);
  const length = entries.reduce((sum, { slice }) => sum + slice.length, slicesStart);
  if (length > largestIndex) throw tooLarge();
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, entries.length);
  let keyAt = keysStart;
  let sliceAt = slicesStart;
  for (const [index, { key, slice }] of entries.entries()) {
    const at = 4 + index * entryLength;
    for (const [field, value] of [keyAt, key.length, sliceAt, slice.length].entries())
      view.setUint32(at + field * 4, value);
    bytes.set(key, keyAt);
    bytes.set(slice, sliceAt);
    keyAt += key.length;
    sliceAt += slice.length;
  }
  return bytes;
}

/** Finds a text by its key, by halving over the bytes: nothing is decoded but what is found. */
export class Table {
  readonly size: number;
  private readonly bytes: CheckedBytes;
  private readonly start: number;

  constructor(bytes: CheckedBytes, { start, length }: SectionPlace) {
    this.bytes = bytes;
    this.start = start;
    this.size = length < 4 ? 0 : this.numbers(0, 1)[0];
  }

  get(key: string): string | null {
    const wanted = encoder.encode(key);
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [keyAt, keyLength, sliceAt, sliceLength] = this.entry(middle);
      const difference = compareBytes(wanted, this.bytes.view(this.start + keyAt, keyLength));
      if (difference === 0) return decoder.decode(this.bytes.view(this.start + sliceAt, sliceLength));
      if (difference < 0) high = middle;
      else low = middle + 1;
    }
    return null;
  }

  /** Every key, in the order of the table. */
  *keys(): Generator<string> {
    for (let index = 0; index < this.size; index++) {
      const [keyAt, keyLength] = this.entry(index);
      yield decoder.decode(this.bytes.view(this.start + keyAt, keyLength));
    }
  }

  private entry(index: number): [number, number, number, number] {
    return this.numbers(4 + index * entryLength, 4);
  }

  private numbers(at: number, count: number): [number, number, number, number] {
    const { buffer, byteOffset } = this.bytes.view(this.start + at, count * 4);
    const view = new DataView(buffer, byteOffset, count * 4);
    const number = (field: number) => (field < count ? view.getUint32(field * 4) : 0);
    return [number(0), number(1), number(2), number(3)];
  }
}
