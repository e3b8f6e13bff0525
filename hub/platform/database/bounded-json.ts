/** Bounds of what is stored beside a row. */
export interface Bounds {
  /** Objects and arrays within each other. */
  depth: number;
  /** UTF-16 code units of one string. */
  text: number;
  /** Members of one object or array. */
  members: number;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A text as the database can keep it: without NUL and lone surrogates, which it refuses, and no longer than `longest`. */
export function boundedText(text: string, longest: number): string {
  const short = text.length <= longest ? text : `${text.slice(0, longest)}…`;
  return short.toWellFormed().replaceAll("\0", "\ufffd");
}

/**
 * Any value as JSON that the database can keep, within bounds: what goes beyond is cut with a `…`, what JSON does not
 * know becomes text, members without a value are left out. Never throws, so that telling of something never undoes it.
 */
export function boundedJson(value: unknown, bounds: Bounds): Json {
  return bounded(value, bounds, 0);
}

function bounded(value: unknown, bounds: Bounds, depth: number): Json {
  if (value === null || value === undefined || typeof value === "boolean") return value ?? null;
  if (typeof value === "string") return boundedText(value, bounds.text);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (typeof value !== "object") return typeof value === "bigint" ? String(value) : `(${typeof value})`;
  if (depth >= bounds.depth) return "…";
  if (Array.isArray(value)) {
    const items: Json[] = value.slice(0, bounds.members).map((item) => bounded(item, bounds, depth + 1));
    return value.length > bounds.members ? [...items, "…"] : items;
  }
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  const kept = members
    .slice(0, bounds.members)
    .map(([name, item]) => [boundedText(name, bounds.text), bounded(item, bounds, depth + 1)] as const);
  return Object.fromEntries(members.length > bounds.members ? [...kept, ["…", members.length]] : kept);
}
