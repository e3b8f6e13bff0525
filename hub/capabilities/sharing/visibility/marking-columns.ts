import type { Marked } from "@bongsu/markings";
import type { Generated } from "kysely";
import { policed } from "./policed.ts";
import { maySeeSql } from "./rule.ts";

/** The columns of whatever carries a marking: to stand within a `create table`. */
export const markingColumns = `
  owner uuid not null,
  author uuid,
  tlp text collate "C" check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  audience_organisations uuid[] not null default '{}',
  audience_circles uuid[] not null default '{}',
  named uuid[] not null default '{}',
  embargo_until timestamptz`;

export interface MarkingRow {
  owner: string;
  author: string | null;
  tlp: Marked["tlp"];
  audience_organisations: Generated<string[]>;
  audience_circles: Generated<string[]>;
  named: Generated<string[]>;
  embargo_until: Date | null;
}

export const markingColumnNames = [
  "owner",
  "author",
  "tlp",
  "audience_organisations",
  "audience_circles",
  "named",
  "embargo_until",
] as const;

/** The statements that put a table with marking columns under the rule; `and` narrows it further. */
export const markedTable = (table: string, and = "true"): string[] =>
  policed(table, `(${maySeeSql(table)}) and ${and}`);
