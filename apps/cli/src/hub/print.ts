import { type Cell, layOut } from "@bongsu/matching/columns";
import type { CliContext } from "../context.ts";

const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;

/** A table for people, as wide as the terminal. */
export function printTable({ out }: CliContext, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const head: Cell[] = heads.map((text) => (out.colour ? { text, paint: bold } : { text }));
  const body = rows.map((row): Cell[] => row.map((text) => ({ text })));
  out.write(`${layOut([head, ...body], out.width).join("\n")}\n`);
}

export function printJson({ out }: CliContext, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** `2026-11-20 03:04`, in UTC: a time that reads the same everywhere. */
export const minute = (time: Date | null): string =>
  time === null ? "" : time.toISOString().slice(0, 16).replace("T", " ");

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
