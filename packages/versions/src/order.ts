import { KeyWriter } from "./key.ts";

export type Comparison = -1 | 0 | 1;

/** One way of ordering versions. `compare` and `key` give null where a version cannot be read by it, and never throw. */
export interface VersionOrder {
  name: string;
  compare(a: string, b: string): Comparison | null;
  /** Comparing two keys as bytes gives what `compare` gives. */
  key(version: string): Uint8Array | null;
}

interface OrderDefinition<Parsed> {
  name: string;
  /** Reads a version; null where it is not one. Linear in the length of the text. */
  parse(text: string): Parsed | null;
  /** The ecosystem's own algorithm. Negative: a before b; positive: a after b; zero: equal. */
  compare(a: Parsed, b: Parsed): number;
  /** Writes what sorts as `compare` does. */
  write(key: KeyWriter, version: Parsed): void;
}

const writer = new KeyWriter();

/** Makes an order of a parser, an algorithm that compares what is parsed, and a writer of its key. */
export function defineOrder<Parsed>(order: OrderDefinition<Parsed>): VersionOrder {
  return {
    name: order.name,
    compare(a, b) {
      const left = order.parse(a);
      const right = order.parse(b);
      if (left === null || right === null) return null;
      const difference = order.compare(left, right);
      return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    },
    key(version) {
      const parsed = order.parse(version);
      if (parsed === null) return null;
      writer.start();
      order.write(writer, parsed);
      return writer.take();
    },
  };
}
