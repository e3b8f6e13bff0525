import { compareDigits, compareText, trimSpace } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";

interface GentooVersion {
  numbers: string[];
  /** Empty where there is none. */
  letter: string;
  suffixes: { rank: number; number: string }[];
  revision: string;
}

const syntax = /^(\d+(?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|p)\d*)*)(?:-r(\d+))?$/;
/** In their order; the empty one is where no more follows. */
const suffixes = ["alpha", "beta", "pre", "rc", "", "p"];
const noSuffix = suffixes.indexOf("");

/** Package Manager Specification 8, §3.2. */
function parseGentoo(whole: string): GentooVersion | null {
  const [, numbers, letter = "", rest = "", revision = ""] = syntax.exec(trimSpace(whole)) ?? [];
  if (numbers === undefined) return null;
  return {
    numbers: numbers.split("."),
    letter,
    suffixes: [...rest.matchAll(/_([a-z]+)(\d*)/g)].map(([, word = "", number = ""]) => ({
      rank: suffixes.indexOf(word),
      number,
    })),
    revision,
  };
}

/** A number that begins with a zero is read as a decimal fraction is, and stands below those that do not. */
const fractionOf = (number: string) => (number.startsWith("0") ? number.replace(/0+$/, "") : null);

/** Algorithm 3.3: the numbers after the first. */
function compareNumber(a: string, b: string): number {
  const left = fractionOf(a);
  const right = fractionOf(b);
  if (left === null && right === null) return compareDigits(a, b);
  return left === null ? 1 : right === null ? -1 : compareText(left, right);
}

function compareNumbers(a: string[], b: string[]): number {
  const shared = Math.min(a.length, b.length);
  let difference = compareDigits(a[0] ?? "", b[0] ?? "");
  for (let i = 1; i < shared && difference === 0; i++) difference = compareNumber(a[i] ?? "", b[i] ?? "");
  return difference || a.length - b.length;
}

/** Algorithms 3.5 and 3.6. */
function compareSuffixes(a: GentooVersion["suffixes"], b: GentooVersion["suffixes"]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const rank = (a[i]?.rank ?? noSuffix) - (b[i]?.rank ?? noSuffix);
    const difference = rank || compareDigits(a[i]?.number ?? "", b[i]?.number ?? "");
    if (difference !== 0) return difference;
  }
  return 0;
}

const suffixMark = 0x01;
const letterMark = 0x10;
const fractionMark = 0x30;

function writeNumbers(key: KeyWriter, [first = "", ...more]: string[]): void {
  key.number(first);
  for (const number of more) {
    const fraction = fractionOf(number);
    if (fraction === null) key.number(number);
    else {
      key.byte(fractionMark);
      key.text(fraction);
    }
  }
}

/** Gentoo: https://projects.gentoo.org/pms/8/pms.html#x1-260003.3 */
export const gentoo = defineOrder<GentooVersion>({
  name: "gentoo",
  parse: parseGentoo,
  compare: (a, b) =>
    compareNumbers(a.numbers, b.numbers) ||
    compareText(a.letter, b.letter) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareDigits(a.revision, b.revision),
  write(key, version) {
    writeNumbers(key, version.numbers);
    key.byte(version.letter === "" ? letterMark : letterMark + version.letter.charCodeAt(0) - 96);
    for (const { rank, number } of version.suffixes) {
      key.byte(suffixMark + rank);
      key.number(number);
    }
    key.byte(suffixMark + noSuffix);
    key.number(version.revision);
  },
});
