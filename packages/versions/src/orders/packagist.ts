import { compareDigits, dot, isAlphanumeric, isDigit, trimSpace } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";

/** Numbers and words. */
type Components = string[];

/** PHP's `version_compare` puts dots between numbers and words, and reads every other character as a dot. */
function parsePackagist(whole: string): Components | null {
  const text = trimSpace(whole);
  const start = text.startsWith("v") || text.startsWith("V") ? 1 : 0;
  if (!isAlphanumeric(text.charCodeAt(start))) return null;
  const components: Components = [];
  let from = start;
  for (let at = start; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : dot;
    const boundary = !isAlphanumeric(unit) || (at > from && isDigit(unit) !== isDigit(text.charCodeAt(at - 1)));
    if (!boundary) continue;
    if (at > from) components.push(text.slice(from, at));
    from = isAlphanumeric(unit) ? at : at + 1;
  }
  return components;
}

/** The words that `version_compare` knows, by what they begin with; the rank of a number is that of `#`. */
const unknownRank = 0;
const endRank = 5;
const numberRank = 6;
const words = [
  ["dev", 1],
  ["a", 2],
  ["b", 3],
  ["RC", 4],
  ["rc", 4],
  ["p", 7],
] as const;

function rankOf(component: string | undefined): number {
  if (component === undefined) return endRank;
  if (isDigit(component.charCodeAt(0))) return numberRank;
  return words.find(([word]) => component.startsWith(word))?.[1] ?? unknownRank;
}

/**
 * PHP's `version_compare`: unknown words < `dev` < `a` < `b` < `rc` < nothing more < numbers < `p`; words of one rank
 * are equal.
 */
function comparePackagist(a: Components, b: Components): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a[i];
    const right = b[i];
    const rank = rankOf(left);
    const difference = rank - rankOf(right);
    if (difference !== 0) return difference;
    if (rank === numberRank) {
      const numbers = compareDigits(left ?? "", right ?? "");
      if (numbers !== 0) return numbers;
    }
  }
  return 0;
}

const firstMark = 0x01;
const patchMark = 0xf0;

function writePackagist(key: KeyWriter, components: Components): void {
  for (const component of components) {
    const rank = rankOf(component);
    if (rank === numberRank) key.number(component);
    else key.byte(rank > numberRank ? patchMark : firstMark + rank);
  }
  key.byte(firstMark + endRank);
}

/** Packagist: what Composer compares with, PHP's `version_compare`, after the `v` that Composer takes off. */
export const packagist = defineOrder({
  name: "packagist",
  parse: parsePackagist,
  compare: comparePackagist,
  write: writePackagist,
});
