export { grouped } from "./grouped.ts";

/** Code points that take two columns in a terminal (Unicode East Asian Width `W` and `F`, and emoji), first and last. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

function characterWidth(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x20 && point < 0x300) return 1;
  if (zeroWidth.test(character)) return 0;
  return wide.some(([first, last]) => point >= first && point <= last) ? 2 : 1;
}

/** How many columns a text takes in a terminal: two for each Hangul syllable and Chinese character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Fills up with spaces to so many columns. */
export const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - displayWidth(text)));

/** The longest beginning of a text that fits into so many columns; at least one character, so that wrapping ends. */
function fitting(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Cuts a text to so many columns, with `…` where something was cut. */
export function truncated(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${fitting(text, Math.max(1, width - 1))}…`;
}

/** Where a long word is cut, it is after a mark such as `/`, if one stands in its second half. */
function breakAtMark(part: string): string {
  const at = part.search(/[/:.,@_-][^/:.,@_-]*$/) + 1;
  return at * 2 > part.length ? part.slice(0, at) : part;
}

/** Breaks a text into lines of at most so many columns: between words, within a word only where it is too long. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = displayWidth(word);
    const gap = line === "" ? 0 : 1;
    if (used + gap + needed <= width) {
      used += gap + needed;
      line = line === "" ? word : `${line} ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    used = needed;
    while (used > width) {
      const part = breakAtMark(fitting(line, width));
      if (part === line) break;
      lines.push(part);
      line = line.slice(part.length);
      used -= displayWidth(part);
    }
  }
  return [...lines, line];
}
