import { compareDigits, compareText } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { kinds, parseApk, suffixes, type Token } from "./apk-parse.ts";

const noSuffix = suffixes.indexOf("");

function suffixRank(token: Token): number {
  return suffixes.indexOf(token.text);
}

function isPrerelease(token: Token): boolean {
  return token.kind === kinds.suffix && suffixRank(token) < noSuffix;
}

/** apk-tools 3, `token_cmp`: two tokens of one kind. */
function compareTokens(a: Token, b: Token): number {
  switch (a.kind) {
    case kinds.number:
      // Where either has a leading zero, both are read as decimal fractions are.
      if (a.text.startsWith("0") || b.text.startsWith("0")) return compareText(a.text, b.text);
      return compareDigits(a.text, b.text);
    case kinds.first:
    case kinds.suffixNumber:
    case kinds.revision:
      return compareDigits(a.text, b.text);
    case kinds.suffix:
      return suffixRank(a) - suffixRank(b);
    default:
      return compareText(a.text, b.text);
  }
}

/** apk-tools 3, `apk_version_compare`. */
function compareApk(a: Token[], b: Token[]): number {
  for (let i = 0; ; i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined || right === undefined) return 0;
    if (left.kind === right.kind) {
      const difference = compareTokens(left, right);
      if (difference !== 0) return difference;
    } else {
      if (isPrerelease(left) !== isPrerelease(right)) return isPrerelease(left) ? -1 : 1;
      return right.kind - left.kind;
    }
  }
}

/** First bytes from the lowest: pre-release suffixes, then the kinds from the last to the first. */
const prereleaseMark = 0x01;
const kindMark = 0x1f;
const zeroMark = 0x30;

function writeToken(key: KeyWriter, token: Token): void {
  const { kind, text } = token;
  if (kind === kinds.first) key.number(text);
  else if (kind === kinds.number) {
    if (!text.startsWith("0")) key.number(text);
    else {
      key.byte(zeroMark);
      key.text(text);
    }
  } else if (isPrerelease(token)) key.byte(prereleaseMark + suffixRank(token));
  else {
    key.byte(kindMark - kind);
    if (kind === kinds.suffix) key.byte(suffixRank(token));
    else if (kind === kinds.suffixNumber || kind === kinds.revision) key.number(text);
    else if (kind === kinds.letter || kind === kinds.commit) key.text(text);
  }
}

/** Alpine and what descends from it: apk-tools 3, and apk-tools 2 for versions that only it reads. */
export const apk = defineOrder<Token[]>({
  name: "apk",
  parse: parseApk,
  compare: compareApk,
  write(key, tokens) {
    for (const token of tokens) writeToken(key, token);
  },
});
