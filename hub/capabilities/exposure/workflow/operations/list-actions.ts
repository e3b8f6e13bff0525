import { type actionLine, listActions as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { noteForeign, organisationSeen } from "../../../inventories/index.ts";
import { canUndo } from "../undo.ts";

type Shown = z.output<typeof actionLine>;

type Row = Omit<Shown, "by" | "undoable"> & { kind: Shown["by"]["kind"]; name: string };

export const listActions = operation(contract, async (context, { organisation: handle, cursor, limit, sort }) => {
  const begin = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const { rows } = await context.seen(async (seen) => {
    const organisation = await organisationSeen(seen, handle);
    return sql<Row>`
      select a.id, a.at, a.kind as action, a.actor_kind as kind, a.actor_name as name, a.why as text, a.until,
        a.person_name as assignee, a.changed, a.undone_at as "undoneAt", a.undoes
      from exposure_action a
      where a.organisation = ${organisation} and ${begin === null ? sql`true` : sql`(a.at, a.id) < ${begin}`}
      order by a.at desc, a.id desc limit ${limit + 1}
    `.execute(seen);
  });
  if (rows.length > 0) noteForeign(context, [handle]);
  const present = ({ kind, name, ...row }: Row): Shown => ({
    ...row,
    by: { kind, name },
    undoable: canUndo({ kind: row.action, at: row.at, undoneAt: row.undoneAt }, context.now),
  });
  return pageFrom(rows, limit, sort, (row) => [row.at.toISOString(), row.id], present);
});
