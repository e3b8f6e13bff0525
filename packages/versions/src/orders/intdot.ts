import { compareDigits, endOfDigits } from "../characters.ts";
import { defineOrder } from "../order.ts";

const dot = 46;

/** VERS `intdot`: numbers between dots; reading stops at the first character that is neither. Zeros at the end do not count. */
function parseIntdot(text: string): string[] | null {
  const numbers: string[] = [];
  for (let at = 0; ; at++) {
    const end = endOfDigits(text, at);
    if (end === at) break;
    numbers.push(text.slice(at, end));
    at = end;
    if (text.charCodeAt(at) !== dot) break;
  }
  if (numbers.length === 0) return null;
  while (numbers.length > 0 && compareDigits(numbers.at(-1) ?? "", "") === 0) numbers.pop();
  return numbers;
}

export const intdot = defineOrder<string[]>({
  name: "intdot",
  parse: parseIntdot,
  compare(a, b) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const difference = compareDigits(a[i] ?? "", b[i] ?? "");
      if (difference !== 0) return difference;
    }
    return 0;
  },
  write(key, numbers) {
    for (const number of numbers) key.number(number);
  },
});
