import { compareDigits, endOfDigits, trimSpace } from "../characters.ts";
import type { KeyWriter } from "../key.ts";

/** Reads numbers between separators; null where anything else stands. */
export function parseNumbers(whole: string, separators: string): string[] | null {
  const text = trimSpace(whole);
  const numbers: string[] = [];
  for (let at = 0; ; at++) {
    const end = endOfDigits(text, at);
    if (end === at) return null;
    numbers.push(text.slice(at, end));
    if (end === text.length) return numbers;
    if (!separators.includes(text.charAt(end))) return null;
    at = end;
  }
}

/** Number by number; of two that agree, the longer is the higher. */
export function compareNumbers(a: string[], b: string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = compareDigits(a[i] ?? "", b[i] ?? "");
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The end of the key is the end of the list: nothing more sorts below another number. */
export function writeNumbers(key: KeyWriter, numbers: string[]): void {
  for (const number of numbers) key.number(number);
}
