import {
  compareDigits,
  compareText,
  dot,
  endOfDigits,
  endOfLetters,
  hyphen,
  isAlphanumeric,
  isDigit,
  isZero,
  trimSpace,
} from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { writePadded } from "../padded.ts";

/** Whether a text is `1.2.b3-rc-4.5` (`Gem::Version::VERSION_PATTERN`, and `1beta`, which old gems have). */
function isGemVersion(text: string): boolean {
  let length = 0;
  let hyphenated = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isAlphanumeric(unit) || (unit === hyphen && hyphenated)) length++;
    else if (length > 0 && (unit === dot || unit === hyphen)) {
      hyphenated ||= unit === hyphen;
      length = 0;
    } else return false;
  }
  return length > 0 && isDigit(text.charCodeAt(0));
}

/** The runs of digits and of letters; a hyphen stands for `.pre.` (`Gem::Version#segments`). */
function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const end = isDigit(unit) ? endOfDigits(text, at) : endOfLetters(text, at);
    if (end > at) segments.push(text.slice(at, end));
    else if (unit === hyphen) segments.push("pre");
    at = Math.max(end, at + 1);
  }
  return segments;
}

/** Where a list ends once its trailing zeros are dropped. */
function endWithoutZeros(segments: string[]): number {
  let end = segments.length;
  while (end > 0 && isDigitSegment(segments[end - 1]) && isZero(segments[end - 1] ?? "")) end--;
  return end;
}

function isDigitSegment(segment = ""): boolean {
  return isDigit(segment.charCodeAt(0));
}

/** Trailing zeros do not count, neither at the end nor before the first letters (`canonical_segments`). */
function parseGem(whole: string): string[] | null {
  const text = trimSpace(whole);
  if (!isGemVersion(text)) return null;
  const segments = segmentsOf(text);
  const letters = segments.findIndex((segment) => !isDigitSegment(segment));
  const numbers = letters < 0 ? segments : segments.slice(0, letters);
  const rest = letters < 0 ? [] : segments.slice(letters);
  return [...numbers.slice(0, endWithoutZeros(numbers)), ...rest.slice(0, endWithoutZeros(rest))];
}

/** `Gem::Version#<=>`: segment by segment, zeros where one has ended; letters are below numbers. */
function compareGem(a: string[], b: string[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a[i] ?? "0";
    const right = b[i] ?? "0";
    const leftDigits = isDigitSegment(left);
    if (leftDigits !== isDigitSegment(right)) return leftDigits ? 1 : -1;
    const difference = leftDigits ? compareDigits(left, right) : compareText(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}

const textMark = 0x01;

function writeGem(key: KeyWriter, segments: string[]): void {
  writePadded(key, {
    items: segments,
    sign: (segment) => (!isDigitSegment(segment) ? -1 : isZero(segment) ? 0 : 1),
    write(key, segment) {
      if (isDigitSegment(segment)) {
        key.number(segment);
        return;
      }
      key.byte(textMark);
      key.text(segment);
    },
  });
}

/** RubyGems: `Gem::Version`. */
export const gem = defineOrder({ name: "gem", parse: parseGem, compare: compareGem, write: writeGem });
