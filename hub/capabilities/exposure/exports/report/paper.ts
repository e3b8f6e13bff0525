import { setImmediate } from "node:timers/promises";
import PDFDocument from "pdfkit";
import type { Fonts } from "./fonts.ts";
import { ink, margins, type Style, size, styles, tlpInk } from "./look.ts";
import { gapOf, type Place, Typesetter } from "./typesetter.ts";

/** What a document is called and bears on each page. */
export interface Front {
  title: string;
  language: string;
  author: string;
  at: Date;
  tlp: string;
  /** At the foot of each page, by its number and how many there are. */
  foot: (page: number, pages: number) => string;
}

/** A column of a table: its heading, and its share of the width. */
export interface Column {
  title: string;
  share: number;
  right?: boolean;
}

/** A cell: a line, and perhaps a smaller one below. */
export interface Cell {
  text: string;
  below?: string;
  bold?: boolean;
  colour?: string;
}

export interface Bar {
  label: string;
  count: number;
  colour: string;
}

/** What the lines to sign on take. */
export const signatureHeight = 56;

type Structure = ReturnType<PDFKit.PDFDocument["struct"]>;

/**
 * A tagged PDF that is written from top to bottom: each block is put whole on a page, in the order of reading, and what
 * only decorates is marked so. Texts may come from anywhere: they are cut to what fits, and what the font lacks is shown
 * as a square.
 */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: Structure;
  private readonly front: Front;
  private readonly type: Typesetter;
  private y = margins.top;

  constructor(fonts: Fonts, front: Front) {
    this.front = front;
    this.pdf = new PDFDocument({
      size: "A4",
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: "1.7",
      tagged: true,
      lang: front.language,
      displayTitle: true,
      info: { Title: front.title, Author: front.author, Creator: "Bongsu", CreationDate: front.at, ModDate: front.at },
    });
    this.pdf.registerFont("regular", fonts.regular);
    this.pdf.registerFont("bold", fonts.bold);
    this.type = new Typesetter(this.pdf);
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
    this.addPage();
  }

  private addPage(): void {
    this.pdf.addPage();
    this.y = margins.top;
  }

  /** A new page unless so many points are left on this one. */
  private need(height: number): void {
    if (this.y + height > size.height - margins.bottom) this.addPage();
  }

  /** Room for what belongs together with what follows it. */
  keepTogether(height: number): void {
    this.need(height);
  }

  /** Draws a text that is content: it belongs to the structure. */
  private write(parent: Structure, tag: string, text: string, style: Style, at: Place): void {
    const content = this.pdf.markStructureContent(tag);
    this.type.lay(text, style, at);
    this.pdf.endMarkedContent();
    parent.add(this.pdf.struct(tag, content as never));
  }

  /** Draws what only decorates. */
  private decorate(draw: (pdf: PDFKit.PDFDocument) => void): void {
    this.pdf.markContent("Artifact", { type: "Layout" });
    draw(this.pdf);
    this.pdf.endMarkedContent();
  }

  /** A heading or a paragraph across the page. */
  text(tag: "H1" | "H2" | "P", text: string, style: Style, { before = 0, after = 0, lines = 6 } = {}): void {
    const shown = this.type.fitted(text, style, size.inner, lines);
    const height = this.type.heightOf(shown, style);
    this.need(before + height + after);
    this.y += this.y === margins.top ? 0 : before;
    this.write(this.root, tag, shown, style, { x: margins.left, y: this.y, width: size.inner });
    this.y += height + after;
  }

  /** The one sentence that counts, in a box. */
  statement(text: string, colour: string): void {
    const [inset, width] = [14, size.inner - 32];
    const shown = this.type.fitted(text, styles.statement, width, 5);
    const height = this.type.heightOf(shown, styles.statement) - gapOf(styles.statement) + 2 * inset;
    this.need(height);
    this.decorate((pdf) => {
      pdf.rect(margins.left, this.y, size.inner, height).fill(ink.tint);
      pdf.rect(margins.left, this.y, 5, height).fill(colour);
    });
    this.write(this.root, "P", shown, styles.statement, { x: margins.left + 20, y: this.y + inset, width });
    this.y += height + 13;
  }

  /** Figures side by side. */
  figures(items: readonly { label: string; value: string; colour?: string }[]): void {
    const width = size.inner / items.length;
    const labels = items.map(({ label }) => this.type.fitted(label, styles.small, width - 10, 2));
    const height = 30 + Math.max(...labels.map((label) => this.type.heightOf(label, styles.small)));
    this.need(height);
    for (const [index, { value, colour }] of items.entries()) {
      const x = margins.left + index * width;
      const style = colour === undefined ? styles.figure : { ...styles.figure, colour };
      const block = this.pdf.struct("P");
      this.root.add(block);
      const shown = this.type.fitted(value, style, width - 10, 1);
      this.write(block, "Span", shown, style, { x, y: this.y, width: width - 10 });
      this.write(block, "Span", labels[index] ?? "", styles.small, { x, y: this.y + 27, width: width - 10 });
    }
    this.y += height + 12;
  }

  /** Counts with bars: a table to whoever does not see them. */
  bars(bars: readonly Bar[], counted: (count: number) => string): void {
    const [labelWidth, countWidth, row] = [110, 70, 17];
    const most = Math.max(1, ...bars.map(({ count }) => count));
    const room = size.inner - labelWidth - countWidth - 10;
    this.need(bars.length * row);
    const table = this.pdf.struct("Table");
    this.root.add(table);
    for (const { label, count, colour } of bars) {
      const line = this.pdf.struct("TR");
      table.add(line);
      const left = margins.left + labelWidth;
      const shown = this.type.fitted(label, styles.body, labelWidth - 6, 1);
      this.write(line, "TH", shown, styles.body, { x: margins.left, y: this.y, width: labelWidth - 6 });
      this.decorate((pdf) => {
        pdf.rect(left, this.y + 1, room, 11).fill(ink.tint);
        if (count > 0) pdf.rect(left, this.y + 1, Math.max(2, (room * count) / most), 11).fill(colour);
      });
      const at = { x: left + room + 10, y: this.y, width: countWidth, right: true };
      this.write(line, "TD", counted(count), styles.strong, at);
      this.y += row;
    }
    this.y += 8;
  }

  /** A table whose head comes again on each page. So many points after its last row stay on the page with that row. */
  table(columns: readonly Column[], rows: readonly (readonly Cell[])[], tail = 0): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (size.inner * share) / shares);
    const table = this.pdf.struct("Table");
    this.root.add(table);
    const head = () =>
      this.row(
        table,
        "TH",
        columns,
        widths,
        columns.map(({ title }) => ({ text: title })),
      );
    this.need(60);
    head();
    for (const [index, cells] of rows.entries()) {
      const laid = this.layCells(cells, widths);
      this.need(this.heightOfCells(laid) + 7 + (index === rows.length - 1 ? tail : 0));
      if (this.y === margins.top) head();
      this.row(table, "TD", columns, widths, laid);
    }
    this.y += 8;
  }

  private layCells(cells: readonly Cell[], widths: readonly number[]): Cell[] {
    return cells.map((cell, index) => {
      const width = (widths[index] ?? 0) - 8;
      const text = this.type.fitted(cell.text, cell.bold === true ? styles.strong : styles.body, width, 3);
      return cell.below === undefined
        ? { ...cell, text }
        : { ...cell, text, below: this.type.fitted(cell.below, styles.small, width, 2) };
    });
  }

  private heightOfCells(cells: readonly Cell[], head = false): number {
    const heights = cells.map(({ text, below, bold }) => {
      const style = head ? styles.head : bold === true ? styles.strong : styles.body;
      const first = this.type.heightOf(text, style);
      return first + (below === undefined || below === "" ? 0 : this.type.heightOf(below, styles.small) + 1);
    });
    return Math.max(...heights);
  }

  private row(
    table: Structure,
    tag: "TH" | "TD",
    columns: readonly Column[],
    widths: readonly number[],
    cells: readonly Cell[],
  ): void {
    const line = this.pdf.struct("TR");
    table.add(line);
    const height = this.heightOfCells(cells, tag === "TH");
    let x = margins.left;
    for (const [index, { text, below, bold, colour }] of cells.entries()) {
      const width = widths[index] ?? 0;
      const style = tag === "TH" ? styles.head : bold === true ? styles.strong : styles.body;
      const cell = this.pdf.struct(tag);
      line.add(cell);
      const at = { x, y: this.y, width: width - 8, right: columns[index]?.right === true };
      this.write(cell, "Span", text, colour === undefined ? style : { ...style, colour }, at);
      if (below !== undefined && below !== "") {
        const down = this.type.heightOf(text, style) + 1;
        this.write(cell, "Span", below, styles.small, { ...at, y: this.y + down });
      }
      x += width;
    }
    this.y += height + 4;
    this.decorate((pdf) =>
      pdf
        .moveTo(margins.left, this.y - 1)
        .lineTo(margins.left + size.inner, this.y - 1)
        .lineWidth(tag === "TH" ? 1 : 0.5)
        .strokeColor(tag === "TH" ? ink.text : ink.line)
        .stroke(),
    );
    this.y += 3;
  }

  /** Lines to sign on. */
  signature(labels: readonly string[]): void {
    this.need(signatureHeight);
    this.y += 32;
    const width = size.inner / labels.length;
    for (const [index, label] of labels.entries()) {
      const x = margins.left + index * width;
      this.decorate((pdf) =>
        pdf
          .moveTo(x, this.y)
          .lineTo(x + width - 16, this.y)
          .lineWidth(0.7)
          .strokeColor(ink.text)
          .stroke(),
      );
      this.write(this.root, "P", this.type.fitted(label, styles.small, width - 16, 1), styles.small, {
        x,
        y: this.y + 4,
        width: width - 16,
      });
    }
    this.y += 20;
  }

  /** The label at head and foot, at least twelve points (TLP 2.0 §5), and the page's number. */
  private frame(page: number, pages: number): void {
    const label = `TLP:${this.front.tlp}`;
    const { pdf } = this;
    for (const y of [24, size.height - 40]) {
      pdf.markContent("Artifact", { type: "Pagination", attached: [y === 24 ? "Top" : "Bottom"] });
      pdf.font("bold").fontSize(12);
      const width = pdf.widthOfString(label) + 12;
      const x = size.width - margins.right - width;
      pdf.rect(x, y, width, 18).fill("#000000");
      pdf.fillColor(tlpInk[this.front.tlp] ?? "#ffffff").text(label, x + 6, y + 2.5, { lineBreak: false });
      const beside = y === 24 ? this.front.title : this.front.foot(page, pages);
      const room = size.inner - width - 20;
      this.type.lay(this.type.fitted(beside, styles.small, room, 1), styles.small, {
        x: margins.left,
        y: y + 4,
        width: room,
      });
      pdf.endMarkedContent();
    }
  }

  /** Lets others have their turn between two parts of a long document. */
  async pause(): Promise<void> {
    await setImmediate();
  }

  /** Puts head and foot on every page and gives the file. Nothing may be written afterwards. */
  async *finish(): AsyncGenerator<Uint8Array> {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(page);
      this.frame(page + 1, count);
    }
    this.root.end();
    this.pdf.end();
    for await (const chunk of this.pdf) yield chunk as Buffer;
  }
}
