import type { KeyWriter } from "./key.ts";

/** A list that is compared as if endless zeros followed it. `sign` is negative for an item below zero, positive above. */
interface PaddedList<Item> {
  items: Item[];
  sign(item: Item): number;
  /** Writes an item that is not zero: its first byte below `belowMark` where it is below zero, else above `aboveMark`. */
  write(key: KeyWriter, item: Item): void;
}

/** A run of zeros before an item below zero: the longer the run, the higher. */
export const belowMark = 0x10;
/** Only zeros follow. */
const endMark = 0x11;
/** A run of zeros before an item above zero: the longer the run, the lower. */
export const aboveMark = 0x12;

/** Writes a list so that trailing zeros do not count, and zeros within it sort as what follows them makes them. */
export function writePadded<Item>(key: KeyWriter, list: PaddedList<Item>): void {
  let zeros = 0;
  for (const item of list.items) {
    const sign = list.sign(item);
    if (sign === 0) {
      zeros++;
      continue;
    }
    if (zeros > 0) {
      key.byte(sign < 0 ? belowMark : aboveMark);
      if (sign < 0) key.number(String(zeros));
      else key.descending(String(zeros));
      zeros = 0;
    }
    list.write(key, item);
  }
  key.byte(endMark);
}
