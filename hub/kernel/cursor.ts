import { kernelProblems } from "./problems.ts";

/** Where a page ended: the values of its order's columns, the last of them unique. */
export type Position = readonly (string | number | null)[];

/** A position as text for the way; it says nothing that the page itself did not. */
export const cursorOf = (sort: string, position: Position): string =>
  Buffer.from(JSON.stringify([sort, ...position])).toString("base64url");

/** The position that a cursor stands for; null without one. Throws `http.invalid-cursor` for one of another order. */
export function positionOf(cursor: string | undefined, sort: string, width: number): Position | null {
  if (cursor === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts[0] === sort && parts.length === width + 1) {
      const position = parts.slice(1);
      if (position.every((part) => part === null || ["string", "number"].includes(typeof part))) return position;
    }
  } catch {}
  throw kernelProblems.error("http.invalid-cursor");
}

/** Cuts the one row too many that was asked for, and gives the cursor of the page after. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  sort: string,
  position: (row: Row) => Position,
  present: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    next: rows.length > limit && last !== undefined ? cursorOf(sort, position(last)) : null,
  };
}
