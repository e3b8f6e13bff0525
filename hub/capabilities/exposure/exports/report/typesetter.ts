import { drawable } from "./drawable.ts";
import type { Style } from "./look.ts";

/** Longest text that is laid out at all. */
const longest = 400;

/** Points between two lines, beside the font's own height. */
export const gapOf = ({ points }: Style): number => points * 0.3;

/** Where a text stands. */
export interface Place {
  x: number;
  y: number;
  width: number;
  right?: boolean;
}

/** Breaks texts from anywhere into lines, and draws them. */
export class Typesetter {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly known = new Map<number, boolean>();

  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf;
  }

  private readonly has = (codePoint: number): boolean => {
    const known = this.known.get(codePoint);
    if (known !== undefined) return known;
    // Both weights have the same characters. PDFKit's own types do not tell of the font that it has opened.
    const { font } = (this.pdf as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font;
    const has = font.hasGlyphForCodePoint(codePoint);
    this.known.set(codePoint, has);
    return has;
  };

  use({ font, points, colour }: Style): void {
    this.pdf.font(font).fontSize(points).fillColor(colour);
  }

  private clean(text: string, style: Style): string {
    this.use(style);
    return drawable(text, this.has, longest);
  }

  /** How many of the characters, at least one, stand side by side within the width. */
  private fitting(characters: readonly string[], width: number): number {
    let [fits, tooLong] = [1, characters.length + 1];
    while (tooLong - fits > 1) {
      const middle = (fits + tooLong) >> 1;
      if (this.pdf.widthOfString(characters.slice(0, middle).join("")) <= width) fits = middle;
      else tooLong = middle;
    }
    return fits;
  }

  /**
   * As much of a text as fits into so many lines, joined by line ends; the end is marked where it does not. Lines end
   * between words (by itself PDFKit ends them between any two syllables of Korean), and only too long words are cut.
   */
  fitted(text: string, style: Style, width: number, most: number): string {
    const lines: string[] = [];
    let line = "";
    for (const word of this.clean(text, style).split(" ")) {
      if (lines.length > most) break;
      const longer = line === "" ? word : `${line} ${word}`;
      if (this.pdf.widthOfString(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      let rest = [...word];
      while (lines.length <= most && this.pdf.widthOfString(rest.join("")) > width) {
        const count = this.fitting(rest, width);
        lines.push(rest.slice(0, count).join(""));
        rest = rest.slice(count);
      }
      line = rest.join("");
    }
    lines.push(line);
    if (lines.length <= most) return lines.join("\n");
    const last = [...(lines[most - 1] ?? "")];
    const kept = last.slice(0, this.fitting(last, width - this.pdf.widthOfString("…")));
    return [...lines.slice(0, most - 1), `${kept.join("").trimEnd()}…`].join("\n");
  }

  /** Of a text that is broken into lines. */
  heightOf(text: string, style: Style): number {
    this.use(style);
    return text.split("\n").length * (this.pdf.currentLineHeight(true) + gapOf(style));
  }

  /** Draws a text that is broken into lines. */
  lay(text: string, style: Style, { x, y, width, right }: Place): void {
    this.use(style);
    const step = this.pdf.currentLineHeight(true) + gapOf(style);
    for (const [index, line] of text.split("\n").entries()) {
      const left = right === true ? x + width - this.pdf.widthOfString(line) : x;
      this.pdf.text(line, left, y + index * step, { lineBreak: false });
    }
  }
}
