import { compareDigits, endOfDigits, isZero, trimSpace } from "../characters.ts";
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

/** Number by number, numbers left out being zero. */
export function comparePadded(a: string[], b: string[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compareDigits(a[i] ?? "", b[i] ?? "");
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Writes numbers without the zeros at the end; a mark below every number must follow. */
export function writePadded(key: KeyWriter, numbers: string[]): void {
  let count = numbers.length;
  while (count > 0 && isZero(numbers[count - 1] ?? "")) count--;
  for (let i = 0; i < count; i++) key.number(numbers[i] ?? "");
}
