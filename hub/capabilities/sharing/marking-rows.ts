import type { Marked, Marking } from "@bongsu/markings";
import type { Selectable } from "kysely";
import type { MarkingRow } from "./visibility/marking-columns.ts";

/** A marking as its columns. */
export const toRow = ({ owner, author, tlp, audience, named, embargoUntil }: Marked) => ({
  owner,
  author,
  tlp,
  audience_organisations: [...audience.organisations],
  audience_circles: [...audience.circles],
  named: [...named],
  embargo_until: embargoUntil,
});

export const fromRow = (row: Selectable<MarkingRow>): Marked => ({
  owner: row.owner,
  author: row.author,
  tlp: row.tlp,
  audience: { organisations: row.audience_organisations, circles: row.audience_circles },
  named: row.named,
  embargoUntil: row.embargo_until,
});

/** A marking as JSON carries it. */
export interface MarkingJson extends Omit<Marking, "embargoUntil"> {
  embargoUntil: string | null;
}

export const toJson = ({ tlp, audience, named, embargoUntil }: Marking): MarkingJson => ({
  tlp,
  audience,
  named,
  embargoUntil: embargoUntil?.toISOString() ?? null,
});

export const fromJson = ({ embargoUntil, ...rest }: MarkingJson): Marking => ({
  ...rest,
  embargoUntil: embargoUntil === null ? null : new Date(embargoUntil),
});
