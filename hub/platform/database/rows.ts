import { type RawBuilder, sql } from "kysely";

/** PostgreSQL types that a batch may carry. `bytea` travels as hexadecimal text within JSON. */
export type ColumnType =
  | "uuid"
  | "text"
  | "bytea"
  | "boolean"
  | "integer"
  | "smallint"
  | "bigint"
  | "double precision"
  | "timestamptz"
  | "jsonb"
  | "text[]";

export type Columns = Record<string, ColumnType>;

const encode = (value: unknown, type: ColumnType): unknown => {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (value instanceof Date) return value.toISOString();
  return type === "jsonb" && value !== null ? JSON.stringify(value) : value;
};

const item = sql`item.value`;

const select = (name: string, type: ColumnType, index: number): RawBuilder<unknown> =>
  type === "text[]"
    ? sql`array(select json_array_elements_text(${item} -> ${sql.lit(index)})) as ${sql.id(name)}`
    : sql`(${item} ->> ${sql.lit(index)})::${sql.raw(type)} as ${sql.id(name)}`;

/**
 * Many rows as one parameter: `(select … from json_array_elements(…))`, to insert from or join with. One statement
 * carries thousands of rows on either database, where a list of values would meet the limit of 65,535 parameters.
 */
export function rowsAs<C extends Columns>(
  columns: C,
  rows: readonly { [Name in keyof C]: unknown }[],
): RawBuilder<unknown> {
  const entries = Object.entries(columns);
  const json = JSON.stringify(rows.map((row) => entries.map(([name, type]) => encode(row[name], type))));
  const selected = entries.map(([name, type], index) => select(name, type, index));
  return sql`(select ${sql.join(selected)} from json_array_elements(${json}::json) as item(value))`;
}

/** Cuts a list into pieces of at most `size`. */
export function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
