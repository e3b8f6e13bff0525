import { isUuid } from "@bongsu/base";
import { kernelProblems } from "./problems.ts";

/** Where a page ended: the values of its order's columns, the last of them unique. */
export type Position = readonly (string | number | null)[];

/** A position as text for the way; it says nothing that the page itself did not. */
export const cursorOf = (sort: string, position: Position): string =>
  Buffer.from(JSON.stringify([sort, ...position])).toString("base64url");

/** What a column of an order holds; a cursor that says otherwise was not given by the list. */
export type Column = "text" | "time" | "id" | "number";

const isTime = (part: string): boolean =>
  /^(?!0000)\d{4}-\d\d-\d\dT/.test(part) && !Number.isNaN(Date.parse(part)) && new Date(part).toISOString() === part;

/** Whether the database could compare it with such a column at all. */
function fits(part: unknown, column: Column | undefined): boolean {
  if (part === null) return true;
  if (typeof part === "number") return column === undefined || (column === "number" && Number.isSafeInteger(part));
  if (typeof part !== "string" || part.includes("\0") || !part.isWellFormed()) return false;
  if (column === "time") return isTime(part);
  return column === "id" ? isUuid(part) : column !== "number";
}

/**
 * The position that a cursor stands for; null without one. `columns` says what the order's columns hold, or only how
 * many there are. Throws `http.invalid-cursor` for one of another order.
 */
export function positionOf(
  cursor: string | undefined,
  sort: string,
  columns: number | readonly Column[],
): Position | null {
  if (cursor === undefined) return null;
  const [width, kinds] = typeof columns === "number" ? [columns, []] : [columns.length, columns];
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts[0] === sort && parts.length === width + 1) {
      const position = parts.slice(1);
      if (position.every((part, index) => fits(part, kinds[index]))) return position;
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
