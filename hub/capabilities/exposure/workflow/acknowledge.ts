import { sql } from "kysely";
import type { Context } from "../../../kernel/index.ts";
import { lockMatching } from "../locks.ts";
import { recordAction } from "./actions.ts";
import { applyChange } from "./apply.ts";
import { beginDoing } from "./doing.ts";
import type { ExposureKey } from "./selection.ts";
import { holdExposures } from "./standing.ts";
import { tellChange } from "./tell.ts";

export interface Acknowledging {
  /** Id of the organisation. The caller asked whether the actor may. */
  organisation: string;
  vulnerabilities: readonly string[];
  text: string;
}

/**
 * Acknowledges what is new of an organisation's exposures to these vulnerabilities: one action, which can be undone as
 * every other. Gives how many there were.
 */
export async function acknowledgeExposures(
  context: Context,
  { organisation, vulnerabilities, text }: Acknowledging,
): Promise<number> {
  const { database, now } = context;
  await lockMatching(database, "inventory");
  const { rows: keys } = await sql<ExposureKey>`
    select asset, package_version as "packageVersion", vulnerability from exposure
    where organisation = ${organisation} and vulnerability = any(${[...vulnerabilities]}::text[]) and state = 'new'
  `.execute(database);
  const held = (await holdExposures(database, organisation, keys)).filter(({ state }) => state === "new");
  if (held.length === 0) return 0;
  const by = beginDoing(context, text);
  const told = [...new Set(held.map(({ vulnerability }) => vulnerability))];
  const action = {
    organisation,
    at: now,
    kind: "acknowledge",
    by,
    changed: held.length,
    vulnerabilities: told,
  } as const;
  await recordAction(database, action);
  const rows = held.map((row) => ({ ...row, to: "acknowledged" as const }));
  await applyChange(database, { organisation, rows, cause: "acknowledge", by, now });
  const counts = { opened: 0, changed: held.length, closed: 0 };
  await tellChange(database, context.emit, {
    organisation,
    cause: "acknowledge",
    vulnerabilities: told,
    now,
    ...counts,
  });
  return held.length;
}
