import { compareDigits, compareText } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { type Item, isNumber, type Lists, parseMaven } from "./maven-parse.ts";

/** The qualifiers that Maven knows, in their order; the release is the empty one. */
const qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const releaseRank = qualifiers.indexOf("");
const unknownRank = qualifiers.length;
const rankByWord = new Map([
  ...qualifiers.map((word, rank) => [word, rank] as const),
  ...["ga", "final", "release"].map((word) => [word, releaseRank] as const),
]);

function rankOf(word: string): number {
  return rankByWord.get(word) ?? unknownRank;
}

/** Known qualifiers first, the others as texts (`StringItem.comparableQualifier`). */
function compareWords(a: string, b: string): number {
  const rank = rankOf(a);
  return rank - rankOf(b) || (rank === unknownRank ? compareText(a, b) : 0);
}

/** An item against nothing: 0, `ga` and `ga0` are nothing; the qualifiers before the release are less. */
function signOf(item: Item): number {
  const digits = item.digits === null || item.digits === "" ? 0 : 1;
  return isNumber(item) ? digits : rankOf(item.word) - releaseRank || digits;
}

/** The first of the items from a place on, inner lists too, that is not nothing. */
function signFrom(lists: Lists, from: number, start: number): number {
  for (let i = from, j = start; i < lists.length; i++, j = 0) {
    for (const list = lists[i] ?? []; j < list.length; j++) {
      const item = list[j];
      const sign = item === undefined ? 0 : signOf(item);
      if (sign !== 0) return sign;
    }
  }
  return 0;
}

/** Two items of lists at the same place. */
function compareItems(a: Item, b: Item): number {
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? 1 : -1;
  if (isNumber(a)) return compareDigits(a.digits ?? "", b.digits ?? "");
  const words = compareWords(a.word, b.word);
  if (words !== 0) return words;
  // `x` is below `x0`, but `ga` is `ga0`.
  if ((a.digits === null) !== (b.digits === null) && rankOf(a.word) !== releaseRank) return a.digits === null ? -1 : 1;
  return compareDigits(a.digits ?? "", b.digits ?? "");
}

/** The list that stands at `from` of `lists` against an item at (`to`, `at`) of `others`, and what follows either. */
function compareListWithItem(lists: Lists, from: number, others: Lists, to: number, at: number): number {
  const first = lists[from]?.[0];
  const item = others[to]?.[at];
  if (first === undefined || item === undefined) return 0;
  if (isNumber(item)) return -1;
  return compareItems(first, item) || signFrom(lists, from, 1) || -signFrom(others, to, at + 1);
}

/** `ComparableVersion.compareTo` of Maven 4: list against list, item by item, nothing where one has ended. */
function compareMaven(a: Lists, b: Lists): number {
  let i = 0;
  let j = 0;
  for (let at = 0; ; at++) {
    const left = a[i]?.[at];
    const right = b[j]?.[at];
    if (left !== undefined && right !== undefined) {
      const difference = compareItems(left, right);
      if (difference !== 0) return difference;
      continue;
    }
    // The list has ended: an inner list follows, or nothing.
    const leftList = left === undefined && i + 1 < a.length;
    const rightList = right === undefined && j + 1 < b.length;
    if (leftList && rightList) {
      i++;
      j++;
      at = -1;
    } else if (leftList && right !== undefined) return compareListWithItem(a, i + 1, b, j, at);
    else if (rightList && left !== undefined) return -compareListWithItem(b, j + 1, a, i, at);
    else return signFrom(a, i, at) - signFrom(b, j, at);
  }
}

/** First bytes, from the lowest. */
const wordMark = 0x10;
const belowNothingMark = wordMark + releaseRank;
const nothingMark = belowNothingMark + 1;
const aboveNothingMark = nothingMark + 1;
const listMark = 0x30;
const noDigits = 0x01;

function writeWord(key: KeyWriter, item: Item, signOfRest: number): void {
  const rank = rankOf(item.word);
  if (rank === releaseRank) {
    const sign = signOf(item) || signOfRest;
    key.byte(sign < 0 ? belowNothingMark : aboveNothingMark);
    key.number(item.digits ?? "");
    return;
  }
  key.byte(rank < releaseRank ? wordMark + rank : aboveNothingMark + rank);
  if (rank === unknownRank) key.text(item.word);
  if (item.digits === null) key.byte(noDigits);
  else key.number(item.digits);
}

/** The signs of what follows each item, inner lists too. */
function signsAfter(lists: Lists): number[][] {
  let sign = 0;
  const signs: number[][] = [];
  for (const list of lists.toReversed()) {
    const after: number[] = [];
    for (const item of list.toReversed()) {
      after.push(sign);
      sign = signOf(item) || sign;
    }
    signs.push(after.reverse());
  }
  return signs.reverse();
}

/**
 * Every list ends with the mark for nothing. A qualifier outside an inner list is written as if it were a list by itself,
 * for so it compares; a qualifier that is nothing sorts as what follows it does.
 */
function writeMaven(key: KeyWriter, lists: Lists): void {
  const signs = signsAfter(lists);
  let open = 1;
  for (const [i, list] of lists.entries()) {
    for (const [j, item] of list.entries()) {
      const sign = signs[i]?.[j] ?? 0;
      if (signOf(item) === 0 && sign === 0) break;
      const inner = i > 0 && j === 0;
      if (inner) open++;
      if (isNumber(item)) {
        if (inner) key.byte(listMark);
        key.number(item.digits ?? "");
      } else {
        writeWord(key, item, sign);
        if (j > 0) key.byte(nothingMark);
      }
    }
  }
  for (; open > 0; open--) key.byte(nothingMark);
}

/** Maven: `ComparableVersion` (https://maven.apache.org/pom.html#version-order-specification). */
export const maven = defineOrder<Lists>({ name: "maven", parse: parseMaven, compare: compareMaven, write: writeMaven });
