import { endOfDigits } from "../../characters.ts";

/** A version of which the last numbers may be left out, or be `x`, `X` or `*`. */
export interface Partial {
  /** The numbers before the first that is left out. */
  numbers: string[];
  /** Whether `x`, `X` or `*` stands for the rest. */
  wildcard: boolean;
  /** What follows the numbers: prerelease and build, with the sign before them. */
  suffix: string;
  /** The version without a prefix (`v`). */
  text: string;
}

const prefix = /^[vV]?/;
const wildcards = new Set(["x", "X", "*"]);

/** Reads a partial version; null where it is none. Numbers may not follow a wildcard. */
export function readPartial(version: string): Partial | null {
  const text = version.replace(prefix, "");
  const numbers: string[] = [];
  let wildcard = false;
  let at = 0;
  for (;;) {
    const end = endOfDigits(text, at);
    if (end > at) {
      if (wildcard) return null;
      numbers.push(text.slice(at, end));
      at = end;
    } else if (wildcards.has(text[at] ?? "")) {
      wildcard = true;
      at++;
    } else return null;
    if (text[at] !== ".") break;
    at++;
  }
  return { numbers, wildcard, suffix: text.slice(at), text };
}

/** The number after a number, in digits of any length. */
export function increment(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "9") end--;
  const zeros = "0".repeat(digits.length - end);
  if (end === 0) return `1${zeros}`;
  return digits.slice(0, end - 1) + String(Number(digits[end - 1]) + 1) + zeros;
}

export const isZero = (digits: string | undefined) => digits === undefined || /^0+$/.test(digits);

/** Numbers with zeros up to a length, between dots. */
export function pad(numbers: readonly string[], length: number): string {
  return [...numbers, ...Array<string>(Math.max(0, length - numbers.length)).fill("0")].join(".");
}

/** The first version after those that share the numbers up to and with `index`: that one incremented, zeros after it. */
export function next(numbers: readonly string[], index: number, length: number): string {
  return pad([...numbers.slice(0, index), increment(numbers[index] ?? "0")], length);
}
