import { displayWidth, padded, truncated, wrapped } from "./width.ts";

export type Paint = (text: string) => string;

/** A line of a cell: its text, and how it is coloured once it has its width. */
export interface Line {
  text: string;
  paint?: Paint | undefined;
}

/** A cell has one line or several; a long one wraps. */
export type Cell = Line | readonly Line[];

const linesOf = (cell: Cell): readonly Line[] => ("text" in cell ? [cell] : cell);

/** The same cell with another colour throughout. */
export const painted = (cell: Cell, paint: Paint): Cell => linesOf(cell).map((line): Line => ({ ...line, paint }));

/** A longer text would fill memory with the spaces beside it, in every line of the table. */
const longest = 500;

/** The same cell with each of its lines cut to what people read. */
export const bounded = (cell: Cell): Cell =>
  linesOf(cell).map((line) => (line.text.length <= longest ? line : { ...line, text: truncated(line.text, longest) }));

const gap = "  ";
const narrowest = 8;

/** Shares a width among columns: those that need less than their share give the rest to the others. */
function shareWidth(natural: readonly number[], total: number): number[] {
  const widths = [...natural];
  const open = new Set(natural.keys());
  for (let left = total - gap.length * (natural.length - 1); open.size > 0; ) {
    const share = Math.max(narrowest, Math.floor(left / open.size));
    const content = [...open].filter((index) => (natural[index] ?? 0) <= share);
    if (content.length === 0) {
      for (const index of open) widths[index] = share;
      break;
    }
    for (const index of content) {
      open.delete(index);
      left -= natural[index] ?? 0;
    }
  }
  return widths;
}

function naturalWidths(rows: readonly Cell[][]): number[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: count }, (_, column) =>
    rows
      .flatMap((row) => linesOf(row[column] ?? []))
      .reduce((widest, { text }) => Math.max(widest, displayWidth(text)), 0),
  );
}

/** How many columns of a terminal a table takes where nothing wraps. */
export function naturalWidth(rows: readonly Cell[][]): number {
  const widths = naturalWidths(rows);
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * Math.max(0, widths.length - 1);
}

function wrapCell(cell: Cell, width: number): Line[] {
  return linesOf(cell)
    .filter(({ text }) => text !== "")
    .flatMap(({ text, paint }) => wrapped(text, Math.max(1, width)).map((line) => ({ text: line, paint })));
}

/** Lines of a table whose cells wrap within their columns; `width` null: every column as wide as its widest cell. */
export function layOut(rows: readonly Cell[][], width: number | null): string[] {
  const natural = naturalWidths(rows);
  const widths = width === null ? natural : shareWidth(natural, width);
  return rows.flatMap((row) => {
    const cells = row.map((cell, column) => wrapCell(cell, widths[column] ?? 1));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((lines, column) => {
          const { text = "", paint = (plain: string) => plain } = lines[at] ?? {};
          // Filled up after it is painted, because what paints takes no room.
          return paint(text) + padded(text, widths[column] ?? 0).slice(text.length);
        })
        .join(gap)
        .trimEnd(),
    );
  });
}
