import { compareDigits, compareText } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { isNothing, parseMaven, release, type Token } from "./maven-parse.ts";

/** The qualifiers that Maven knows, in their order. */
const qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", release, "sp"];
const releaseRank = qualifiers.indexOf(release);
const unknownRank = qualifiers.length;
const hyphenRank = unknownRank + 1;
const dotRank = hyphenRank + 1;
const rankByQualifier = new Map(qualifiers.map((qualifier, rank) => [qualifier, rank]));

/** ".qualifier" = "-qualifier" < "-number" < ".number", and the qualifiers among themselves. */
function rankOf(token: Token): number {
  if (token.qualifier !== "") return rankByQualifier.get(token.qualifier) ?? unknownRank;
  return token.hyphen ? hyphenRank : dotRank;
}

/** A token against one that is missing: zero where it is a number, the release where it is a qualifier. */
function signOf(token: Token): number {
  return isNothing(token) ? 0 : rankOf(token) - releaseRank;
}

/** The first token from a place on that is not nothing. */
function signFrom(tokens: Token[], start: number): number {
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i];
    const sign = token === undefined ? 0 : signOf(token);
    if (sign !== 0) return sign;
  }
  return 0;
}

/** "Version Order Specification" of the POM reference: token by token, the shorter padded with nothing. */
function compareMaven(a: Token[], b: Token[]): number {
  for (let i = 0; ; i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined || right === undefined) return signFrom(a, i) - signFrom(b, i);
    const difference =
      rankOf(left) - rankOf(right) ||
      compareDigits(left.digits, right.digits) ||
      compareText(left.qualifier, right.qualifier);
    if (difference !== 0) return difference;
    // `1.x.2` is `1-x` and then 2: what follows in the list of `1-x.3` counts first.
    if (left.alone && !right.alone) return -signFrom(b, i + 1) || signFrom(a, i + 1);
    if (right.alone && !left.alone) return signFrom(a, i + 1) || -signFrom(b, i + 1);
  }
}

/** First bytes from the lowest. A release in the middle sorts as what follows it: below nothing more, or above. */
const firstMark = 0x10;
const belowEndMark = firstMark + releaseRank;
const endMark = belowEndMark + 1;
const aboveEndMark = endMark + 1;
const hyphenMark = 0x30;

function writeToken(key: KeyWriter, token: Token, signOfRest: number): void {
  const rank = rankOf(token);
  if (rank === dotRank) key.number(token.digits);
  else if (rank === hyphenRank) {
    key.byte(hyphenMark);
    key.number(token.digits);
  } else if (rank === releaseRank) key.byte(signOfRest < 0 ? belowEndMark : aboveEndMark);
  else {
    key.byte(rank < releaseRank ? firstMark + rank : aboveEndMark + rank);
    if (rank === unknownRank) key.text(token.qualifier);
  }
  if (token.alone) key.byte(endMark);
}

/** The signs of what follows each token. */
function signsAfter(tokens: Token[]): number[] {
  const signs: number[] = [];
  let sign = 0;
  for (const token of tokens.toReversed()) {
    signs.push(sign);
    sign = signOf(token) || sign;
  }
  return signs.reverse();
}

/** Maven (https://maven.apache.org/pom.html#version-order-specification). */
export const maven = defineOrder<Token[]>({
  name: "maven",
  parse: parseMaven,
  compare: compareMaven,
  write(key, tokens) {
    const signs = signsAfter(tokens);
    for (const [i, token] of tokens.entries()) writeToken(key, token, signs[i] ?? 0);
    // The end of a list, and the end of what it stands in.
    key.byte(endMark);
    key.byte(endMark);
  },
});
