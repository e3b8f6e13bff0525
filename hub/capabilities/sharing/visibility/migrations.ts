import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Migration } from "../../../platform/database/migrate.ts";
import { enterFunction, factsFunction } from "./facts.ts";
import { firstPolicies } from "./policies.ts";
import { ensureMemberRole, memberRole } from "./role.ts";
import { settingFunctions } from "./settings.ts";
import { firstViews, viewsOfPolicies } from "./views.ts";

/** What was the world's from the start: the same for everybody, and nobody's in particular. */
const world = [
  "package",
  "package_version",
  "advisory_document",
  "advisory_document_revision",
  "advisory",
  "advisory_name",
  "vulnerability",
  "affected_interval",
  "affected_version",
  "known_exploited",
  "epss",
  "affected_package_version",
];

/** Runs statements of the house's own words, one by one. */
export async function runAll(database: Executor, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/**
 * Members read through a role of their own that may do nothing but select, and of every table only what the policies
 * show them. The hub's role owns the tables; policies do not bind it.
 */
export const visibility: Migration = {
  name: "0006-visibility",
  up: async (database) => {
    await ensureMemberRole(database);
    await runAll(database, [
      "create schema visibility",
      `grant usage on schema public, visibility to ${memberRole}`,
      ...settingFunctions(),
      factsFunction,
      enterFunction,
      // Entering puts the members' role off before it reads, so that it may be called in that role, too.
      "revoke all on function visibility.facts(uuid[], uuid[]), visibility.enter(uuid, uuid, text) from public",
      `grant execute on function visibility.enter(uuid, uuid, text) to ${memberRole}`,
      `grant select on ${world.join(", ")} to ${memberRole}`,
      ...viewsOfPolicies,
      ...firstPolicies,
      ...firstViews,
    ]);
  },
};
