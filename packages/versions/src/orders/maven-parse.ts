import { dot, hyphen, isDigit, trimSpace, withoutLeadingZeros } from "../characters.ts";

/** A number (`word` empty), a qualifier, or a qualifier joined with a number (`rc1`, `rc-1`). */
export interface Item {
  word: string;
  /** Without leading zeros; null for a qualifier alone. */
  digits: string | null;
}

/**
 * A version as Maven reads it: a list whose last item may again be a list, which a hyphen or a change between digits and
 * letters opens. Here the lists stand one after the other, the inner after the outer.
 */
export type Lists = Item[][];

const aliases: ReadonlyMap<string, string> = new Map([["cr", "rc"]]);
/** What one letter before a number means. */
const shortened: ReadonlyMap<string, string> = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"],
]);

function wordItem(word: string): Item {
  return { word: aliases.get(word) ?? word, digits: null };
}

function numberItem(digits: string): Item {
  return { word: "", digits: withoutLeadingZeros(digits) };
}

/** Where the number of `rc1` or `rc-1` begins. */
function combinedItem(text: string): Item {
  let start = 0;
  while (!isDigit(text.charCodeAt(start))) start++;
  const word = text.slice(0, start).replace("-", "");
  return { word: shortened.get(word) ?? aliases.get(word) ?? word, digits: withoutLeadingZeros(text.slice(start)) };
}

/** Splits a version into lists, as `ComparableVersion.parseVersion` does. */
function split(text: string): Lists {
  let list: Item[] = [];
  const lists: Lists = [list];
  let start = 0;
  let inDigits = false;
  let combined = false;
  const open = (): void => {
    if (list.length === 0) return;
    list = [];
    lists.push(list);
  };
  const add = (end: number): void => {
    const part = text.slice(start, end);
    list.push(combined ? combinedItem(part) : inDigits ? numberItem(part) : wordItem(part));
    combined = false;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === dot || unit === hyphen) {
      if (at === start) list.push(numberItem(""));
      else if (unit === hyphen && !inDigits && isDigit(text.charCodeAt(at + 1))) {
        // `rc-1` is `rc1`.
        combined = true;
        continue;
      } else add(at);
      start = at + 1;
      if (unit === hyphen) open();
    } else if (isDigit(unit)) {
      if (!inDigits && at > start) {
        combined = true;
        open();
      }
      inDigits = true;
    } else {
      if (inDigits && at > start) {
        add(at);
        start = at;
        open();
      }
      inDigits = false;
    }
  }
  if (text.length > start) {
    // `1.x` is `1-x`.
    if (!inDigits) open();
    add(text.length);
  }
  return lists;
}

export function isNumber(item: Item): boolean {
  return item.word === "";
}

function isZeroItem(item: Item): boolean {
  return isNumber(item) && item.digits === "";
}

/**
 * Takes out the zeros at the end of a list and before a qualifier, and joins a list in which only a list is left with
 * that list (`ListItem.normalize`).
 */
function normalize(lists: Lists): Lists {
  const normal: Lists = [];
  for (let i = lists.length - 1; i >= 0; i--) {
    const list = lists[i] ?? [];
    const kept: Item[] = [];
    let next = normal.at(-1)?.[0];
    for (let j = list.length - 1; j >= 0; j--) {
      const item = list[j];
      if (item === undefined || (isZeroItem(item) && (next === undefined || !isNumber(next)))) continue;
      kept.push(item);
      next = item;
    }
    if (kept.length > 0) normal.push(kept.reverse());
  }
  return normal.reverse();
}

/** Reads a version as Maven does: any text is one. Null for none. */
export function parseMaven(whole: string): Lists | null {
  const text = trimSpace(whole).toLowerCase();
  return text === "" ? null : normalize(split(text));
}
