import { type RawBuilder, sql } from "kysely";
import { positionOf } from "./cursor.ts";
import { kernelProblems } from "./problems.ts";

const within = (lowest: number, highest: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= lowest && Number(value) <= highest;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

/** What may stand in a column of an order, by its type. A cursor is text in anybody's hands. */
const fits = {
  uuid: (value: unknown) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  text: (value: unknown) => typeof value === "string" && value.isWellFormed() && !value.includes("\0"),
  timestamptz: (value: unknown) =>
    typeof value === "string" && instant.test(value) && value > "0001" && !Number.isNaN(Date.parse(value)),
  smallint: within(-32_768, 32_767),
  integer: within(-2_147_483_648, 2_147_483_647),
  "double precision": (value: unknown) => Number.isFinite(value),
} as const;

export type KeyType = keyof typeof fits;

/**
 * The position of a cursor as a row of SQL, `($1::uuid, $2::text)`, to compare the order's columns with; null without a
 * cursor. Throws `http.invalid-cursor` for one that this order cannot have given.
 */
export function keysetOf(
  cursor: string | undefined,
  sort: string,
  types: readonly KeyType[],
): RawBuilder<unknown> | null {
  const position = positionOf(cursor, sort, types.length);
  if (position === null) return null;
  const values = types.map((type, index) => {
    const value = position[index];
    if (!fits[type](value)) throw kernelProblems.error("http.invalid-cursor");
    return sql`${value}::${sql.raw(type)}`;
  });
  return sql`(${sql.join(values)})`;
}
