import { BongsuError } from "@bongsu/base";
import { sql } from "kysely";
import { type Migration as KyselyMigration, Migrator } from "kysely/migration";
import { platformProblems } from "../problems.ts";
import type { Database, Executor } from "./database.ts";
import { isOutside, translateDatabaseError } from "./errors.ts";

/** One step forward of one capability's tables. Numbers count over the whole house, so that the order is one. */
export interface Migration {
  /** `0003-advisories`: never changed once released. */
  name: string;
  /** Tables of its own that it puts rows into: what the house begins with, and a backup brings its own of. */
  fills?: readonly string[];
  up(database: Executor): Promise<void>;
}

export interface MigrationStatus {
  name: string;
  appliedAt: Date | null;
}

const migrator = (database: Pick<Database, "kysely">, migrations: readonly Migration[]) =>
  new Migrator({
    db: database.kysely,
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
    provider: {
      getMigrations: async (): Promise<Record<string, KyselyMigration>> =>
        Object.fromEntries(migrations.map(({ name, up }) => [name, { up }])),
    },
  });

/** The names of the migrations that are in, whoever made them; none where there are no tables yet. */
async function appliedNames({ kysely }: Pick<Database, "kysely">): Promise<string[]> {
  const { rows: found } = await sql`select 1 where to_regclass('migration') is not null`.execute(kysely);
  if (found.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(kysely);
  return rows.map(({ name }) => name);
}

/** Whether there is nothing to do: asked in two cheap questions, since nearly every start finds it so. */
async function isCurrent(database: Pick<Database, "kysely">, migrations: readonly Migration[]): Promise<boolean> {
  try {
    return (
      (await appliedNames(database)).join() ===
      migrations
        .map(({ name }) => name)
        .sort()
        .join()
    );
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/** Which migrations there are, and which are in. Throws `database.newer` where the database knows one that we do not. */
export async function migrationStatus(
  database: Database,
  migrations: readonly Migration[],
): Promise<MigrationStatus[]> {
  try {
    const foreign = (await appliedNames(database)).find((name) => !migrations.some((own) => own.name === name));
    if (foreign !== undefined) throw platformProblems.error("database.newer", { name: foreign });
    const known = await migrator(database, migrations).getMigrations();
    return known.map(({ name, executedAt }) => ({ name, appliedAt: executedAt ?? null }));
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/**
 * Brings the tables up to date, in one transaction and under a lock, so that several processes may start at once.
 * Gives the names of those applied. Throws `database.migration-failed` (nothing changed) and `database.newer`.
 */
export async function migrate(database: Pick<Database, "kysely">, migrations: readonly Migration[]): Promise<string[]> {
  if (await isCurrent(database, migrations)) return [];
  const { error, results = [] } = await migrator(database, migrations).migrateToLatest();
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === "Error");
    if (failed === undefined || isOutside(error) || error instanceof BongsuError) throw newerOr(error);
    const reason = error instanceof Error ? error.message : String(error);
    throw platformProblems.error("database.migration-failed", { name: failed.migrationName, reason }, {}, error);
  }
  return results.map(({ migrationName }) => migrationName);
}

function newerOr(error: unknown): unknown {
  const missing = error instanceof Error ? /previously executed migration (\S+) is missing/.exec(error.message) : null;
  return missing === null
    ? translateDatabaseError(error)
    : platformProblems.error("database.newer", { name: missing[1] ?? "" });
}
