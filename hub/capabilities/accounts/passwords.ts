import { commonWords, runs } from "./common-passwords.ts";
import { limits } from "./limits.ts";
import { accountProblems } from "./problems.ts";

/** Signs that stand for letters in the habit of those who must use signs. */
const stands: Record<string, string> = { a: "@4", e: "3", i: "1!", o: "0", s: "$5", t: "7" };

/** Finds a word however it is masked: `p@ssw0rd`. */
const patternOf = (word: string): RegExp =>
  new RegExp([...word].map((letter) => `[${letter}${stands[letter] ?? ""}]`).join(""), "g");

const patternsOf = (words: Iterable<string>): RegExp[] =>
  [...new Set(words)]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .map(patternOf);

const wellKnown = patternsOf(commonWords);

/** How many characters of the text neither well-known words nor runs nor repetitions account for. */
function unexplained(text: string, known: readonly RegExp[]): number {
  let rest = text;
  for (const pattern of known) rest = rest.replace(pattern, " ");
  // Four or more in a row of a keyboard, an alphabet or the digits, forwards or backwards.
  for (const run of runs) {
    for (const row of [run, [...run].reverse().join("")]) {
      for (let length = row.length; length >= 4; length -= 1) {
        for (let at = 0; at + length <= row.length; at += 1) rest = rest.replaceAll(row.slice(at, at + length), " ");
      }
    }
  }
  rest = rest.replace(/(?:19|20)\d\d/g, " ").replace(/(.+?)\1{2,}/g, "$1");
  return rest.replace(/[^\p{L}\p{N}]/gu, "").length;
}

/** Fewer characters than this beyond what is well known are tried soon. */
const least = 5;

const isWeak = (password: string, known: readonly RegExp[]): boolean => {
  const small = password.toLowerCase();
  return unexplained(small, known) < least || new Set(small).size < 5;
};

const partsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3);

/**
 * Holds a new password to NIST SP 800-63B §3.1.1.2: long, not among the well-known, not made of what is known of its
 * owner. Nothing is asked of its signs. Throws `accounts.password-too-short`, `…-common`, `…-personal`.
 */
export function checkPassword(password: string, owner: { name: string; email: string }): void {
  const { shortest, longest } = limits.password;
  const length = [...password].length;
  if (length < shortest || password.length > longest) {
    throw accountProblems.error("accounts.password-too-short", { shortest, longest });
  }
  if (isWeak(password, wellKnown)) throw accountProblems.error("accounts.password-too-common");
  const own = patternsOf([...partsOf(owner.name), ...partsOf(owner.email), "bongsu", "봉수"]);
  if (isWeak(password, [...own, ...wellKnown])) throw accountProblems.error("accounts.password-too-personal");
}
