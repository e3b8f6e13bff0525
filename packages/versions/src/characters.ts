export const space = 32;
export const plus = 43;
export const hyphen = 45;
export const dot = 46;
export const zero = 48;
export const colon = 58;
export const caret = 94;
export const underscore = 95;
export const tilde = 126;

/** Whether a UTF-16 code unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= zero && unit <= 57;
}

/** Whether a UTF-16 code unit is an ASCII letter. */
export function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a UTF-16 code unit is an ASCII digit or letter. */
export function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

/** Whether a UTF-16 code unit is ASCII white space. */
export function isSpace(unit: number): boolean {
  return unit === space || (unit >= 9 && unit <= 13);
}

/** Where the run of ASCII digits that begins at `start` ends. */
export function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Where the run of ASCII letters that begins at `start` ends. */
export function endOfLetters(text: string, start: number): number {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Whether a text is a run of ASCII digits. */
export function isNumeric(text: string): boolean {
  return text !== "" && endOfDigits(text, 0) === text.length;
}

/** Whether a run of ASCII digits is the number zero. */
export function isZero(digits: string): boolean {
  return withoutLeadingZeros(digits) === "";
}

/** Text without the ASCII white space around it. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Digits without their leading zeros; zero is the empty text. */
export function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits.charCodeAt(start) === zero) start++;
  return start === 0 ? digits : digits.slice(start);
}

/** Compares two runs of ASCII digits as numbers of any length. */
export function compareDigits(a: string, b: string): number {
  const left = withoutLeadingZeros(a);
  const right = withoutLeadingZeros(b);
  return left.length === right.length ? compareText(left, right) : left.length - right.length;
}

/** Compares two texts by their UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
