import { compareDigits, compareText, endOfDigits, isZero } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";

/** An item between dots: the number it begins with, and what follows. */
interface Item {
  digits: string;
  rest: string;
}

/** Conan 2's model: `items-prerelease+build`, each part a list of items without its trailing zeros. */
interface ConanVersion {
  items: Item[];
  prerelease: Item[] | null;
  build: Item[] | null;
}

function itemsOf(text: string): Item[] {
  const items = text.split(".").map((item) => {
    const end = endOfDigits(item, 0);
    return { digits: item.slice(0, end), rest: item.slice(end) };
  });
  while (items.length > 0 && isZeroItem(items.at(-1))) items.pop();
  return items;
}

function isZeroItem(item: Item | undefined): boolean {
  return item !== undefined && item.rest === "" && item.digits !== "" && isZero(item.digits);
}

function isPrintableAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit >= 127) return false;
  }
  return true;
}

/** The last `+` begins the build, the first `-` before it the prerelease. */
function parseConan(text: string): ConanVersion | null {
  if (text === "" || !isPrintableAscii(text)) return null;
  const plusAt = text.lastIndexOf("+");
  const version = plusAt < 0 ? text : text.slice(0, plusAt);
  const hyphenAt = version.indexOf("-");
  return {
    items: itemsOf(hyphenAt < 0 ? version : version.slice(0, hyphenAt)),
    prerelease: hyphenAt < 0 ? null : itemsOf(version.slice(hyphenAt + 1)),
    build: plusAt < 0 ? null : itemsOf(text.slice(plusAt + 1)),
  };
}

/** Texts that begin below the digits, items that begin with a number, texts that begin above the digits. */
function classOf(item: Item): number {
  if (item.digits !== "") return 1;
  return item.rest < "0" ? 0 : 2;
}

/**
 * Conan compares numbers as numbers and, where either is text, both as text: 9 < 10 < "1a" < 9. The order that has no
 * such circle, and agrees where Conan's does not turn: the number that an item begins with, then what follows it.
 */
function compareItem(a: Item, b: Item): number {
  return classOf(a) - classOf(b) || compareDigits(a.digits, b.digits) || compareText(a.rest, b.rest);
}

function compareItems(a: Item[], b: Item[]): number {
  for (let i = 0; ; i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined || right === undefined) return a.length - b.length;
    const difference = compareItem(left, right);
    if (difference !== 0) return difference;
  }
}

/** A prerelease is below its release, a build above it. */
function compareConan(a: ConanVersion, b: ConanVersion): number {
  const items = compareItems(a.items, b.items);
  if (items !== 0) return items;
  if (a.prerelease === null || b.prerelease === null) {
    if (a.prerelease !== b.prerelease) return a.prerelease === null ? 1 : -1;
  } else {
    const prerelease = compareItems(a.prerelease, b.prerelease);
    if (prerelease !== 0) return prerelease;
  }
  if (a.build === null || b.build === null) return (a.build === null ? 0 : 1) - (b.build === null ? 0 : 1);
  return compareItems(a.build, b.build);
}

const endMark = 0x01;
const belowMark = 0x02;
const aboveMark = 0xc0;
const releaseMark = 0xf0;

function writeItems(key: KeyWriter, items: Item[]): void {
  for (const item of items) {
    const itemClass = classOf(item);
    if (itemClass === 1) key.number(item.digits);
    else key.byte(itemClass === 0 ? belowMark : aboveMark);
    key.text(item.rest);
  }
  key.byte(endMark);
}

/** ConanCenter: the `Version` of Conan 2. */
export const conan = defineOrder<ConanVersion>({
  name: "conan",
  parse: parseConan,
  compare: compareConan,
  write(key, version) {
    writeItems(key, version.items);
    if (version.prerelease === null) key.byte(releaseMark);
    else writeItems(key, version.prerelease);
    if (version.build !== null) writeItems(key, version.build);
  },
});
