import { sql } from "kysely";
import { platformProblems } from "../problems.ts";
import type { Database, Executor } from "./database.ts";
import { translateDatabaseError } from "./errors.ts";
import { type Migration, migrate } from "./migrate.ts";

/**
 * A backup is lines of JSON: a header, then for each table its name and its rows, and a last line with the count of
 * rows, so that a cut file is told from a whole one. It is the same for both databases: what was saved from the
 * embedded one can be restored into a server, and back.
 */
const formatName = "bongsu-backup";
const formatVersion = 1;

interface Header {
  format: string;
  version: number;
  created: string;
  migrations: string[];
}

const rowsPerFetch = 2_000;
const rowsPerInsert = 1_000;

async function tableNames(database: Executor): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migration', 'migration_lock')
    order by table_name
  `.execute(database);
  return rows.map(({ name }) => name);
}

/** The tables in an order in which each comes after those that its rows point to, so that they can be filled one by one. */
async function inOrder(database: Executor): Promise<string[]> {
  const { rows: pointing } = await sql<{ name: string; target: string }>`
    select f.relname as name, t.relname as target
    from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and f.oid <> t.oid
  `.execute(database);
  const ordered = new Set<string>();
  const add = (name: string, through: readonly string[] = []): void => {
    if (ordered.has(name) || through.includes(name)) return;
    for (const { target } of pointing.filter((one) => one.name === name)) add(target, [...through, name]);
    ordered.add(name);
  };
  for (const name of await tableNames(database)) add(name);
  return [...ordered];
}

async function migrationNames(database: Executor): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(database);
  return rows.map(({ name }) => name);
}

/**
 * Writes the whole database, as it is at one instant, line by line to `write`. Gives the number of rows.
 * Throws the product's database errors.
 */
export async function backup(database: Database, now: Date, write: (line: string) => Promise<void>): Promise<number> {
  try {
    return await database.kysely
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (transaction) => {
        const migrations = await migrationNames(transaction);
        const header: Header = { format: formatName, version: formatVersion, created: now.toISOString(), migrations };
        await write(JSON.stringify(header));
        let rows = 0;
        for (const table of await inOrder(transaction)) {
          await write(JSON.stringify({ table }));
          rows += await copyTable(transaction, table, write);
        }
        await write(JSON.stringify({ end: rows }));
        return rows;
      });
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

async function copyTable(
  transaction: Executor,
  table: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  await sql`declare backup_rows no scroll cursor for select to_json(t)::text as row from ${sql.table(table)} t`.execute(
    transaction,
  );
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsPerFetch)} from backup_rows`.execute(transaction);
    for (const { row } of rows) await write(row);
    count += rows.length;
    if (rows.length < rowsPerFetch) break;
  }
  await sql`close backup_rows`.execute(transaction);
  return count;
}

function headerOf(line: string | undefined): Header {
  const header = parseLine(line ?? "", 1) as Partial<Header>;
  if (header.format !== formatName || header.version !== formatVersion || !Array.isArray(header.migrations)) {
    throw platformProblems.error("backup.foreign", {});
  }
  return header as Header;
}

function parseLine(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, with the line's number.
  }
  throw platformProblems.error("backup.damaged", { line: number });
}

/**
 * Fills an empty database from a backup, all or nothing. A backup of an older Bongsu is brought up to date on the way.
 * Gives the number of rows. Throws `backup.foreign`, `backup.damaged`, `backup.not-empty`, `database.newer`.
 */
export async function restore(
  database: Database,
  migrations: readonly Migration[],
  lines: AsyncIterable<string>,
): Promise<number> {
  const iterator = lines[Symbol.asyncIterator]();
  const header = headerOf((await iterator.next()).value);
  const newer = header.migrations.find((name) => !migrations.some((own) => own.name === name));
  if (newer !== undefined) throw platformProblems.error("database.newer", { name: newer });
  const filled = new Set(migrations.flatMap(({ fills = [] }) => fills));
  await requireEmpty(database, filled);
  await migrate(
    database,
    migrations.filter(({ name }) => header.migrations.includes(name)),
  );
  try {
    const rows = await database.kysely.transaction().execute((transaction) => fill(transaction, iterator, filled));
    await migrate(database, migrations);
    return rows;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/** Empty but for what the house begins with. */
async function requireEmpty(database: Database, filled: ReadonlySet<string>): Promise<void> {
  for (const table of await tableNames(database.kysely)) {
    if (filled.has(table)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(database.kysely);
    if (rows.length > 0) throw platformProblems.error("backup.not-empty", { place: database.place });
  }
}

async function fill(transaction: Executor, lines: AsyncIterator<string>, filled: ReadonlySet<string>): Promise<number> {
  const known = new Set(await tableNames(transaction));
  let table = "";
  let pending: string[] = [];
  let rows = 0;
  const flush = async () => {
    if (pending.length > 0) {
      await sql`insert into ${sql.table(table)}
        select * from json_populate_recordset(null::${sql.table(table)}, ${`[${pending.join(",")}]`}::json)
      `.execute(transaction);
    }
    rows += pending.length;
    pending = [];
  };
  for (let number = 2; ; number += 1) {
    const next = await lines.next();
    if (next.done === true) throw platformProblems.error("backup.damaged", { line: number });
    const value = parseLine(next.value, number);
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === "end") {
      await flush();
      if (value.end !== rows) throw platformProblems.error("backup.damaged", { line: number });
      return rows;
    }
    if (keys.length === 1 && keys[0] === "table") {
      await flush();
      table = String(value.table);
      if (!known.has(table)) throw platformProblems.error("backup.damaged", { line: number });
      // What a migration has put there gives way to what was saved.
      if (filled.has(table)) await sql`delete from ${sql.table(table)}`.execute(transaction);
      continue;
    }
    if (table === "") throw platformProblems.error("backup.damaged", { line: number });
    pending.push(next.value);
    if (pending.length === rowsPerInsert) await flush();
  }
}
