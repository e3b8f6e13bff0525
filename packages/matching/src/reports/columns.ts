import { displayWidth, padded, wrapped } from "./width.ts";

/** A cell: its text, and how the text is coloured once it has its width. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
}

const gap = "  ";
const narrowest = 8;

/** Shares a width among columns: those that need less than their share give the rest to the others. */
export function shareWidth(natural: readonly number[], total: number): number[] {
  const available = total - gap.length * (natural.length - 1);
  const widths = [...natural];
  const open = new Set(natural.keys());
  for (let left = available; open.size > 0; ) {
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

/** Lines of a table whose cells wrap within their columns; `width` null: every column as wide as its widest cell. */
export function layOut(rows: readonly Cell[][], width: number | null): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column]?.text ?? "")), 0),
  );
  const widths = width === null ? natural : shareWidth(natural, width);
  return rows.flatMap((row) => {
    const cells = row.map(({ text }, column) => wrapped(text, Math.max(1, widths[column] ?? 1)));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      row
        .map(({ paint = (text) => text }, column) => {
          const text = cells[column]?.[line] ?? "";
          // Filled up after it is painted, because what paints takes no room.
          return paint(text) + padded(text, widths[column] ?? 0).slice(text.length);
        })
        .join(gap)
        .trimEnd(),
    );
  });
}
