import { memberRole } from "./role.ts";

/**
 * The statements by which members read a table, and of it only the rows for which `using` is true; of its columns only
 * those named, where some are.
 */
export const policed = (table: string, using: string, columns?: readonly string[]): string[] => [
  `grant select ${columns === undefined ? "" : `(${columns.join(", ")})`} on ${table} to ${memberRole}`,
  `alter table ${table} enable row level security`,
  `create policy visible on ${table} for select to ${memberRole} using (${using})`,
];
