import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { platformProblems } from "../problems.ts";
import type { Database } from "./database.ts";
import { translateDatabaseError } from "./errors.ts";
import { PreparedStatements } from "./prepared.ts";
import { ServerListener } from "./server-listener.ts";

const oldest = 150_000;

/** Milliseconds that making a connection, or waiting for a free one, may take. */
const connectionTimeout = 15_000;

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format as "text"),
};

const withoutPassword = (address: string): string => {
  const url = new URL(address);
  return `${url.hostname}:${url.port || 5432}${url.pathname}`;
};

/** Opens a PostgreSQL server, 15 or newer. Throws `database.unreachable` and `database.too-old`. */
export async function openServer(address: string, connections: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    types,
    connectionTimeoutMillis: connectionTimeout,
    // A server that vanished without a word is noticed by its silence.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "bongsu",
  });
  // A connection that breaks is told to whoever waits for its answer, and replaced at the next use. Without a listener,
  // on the pool for those that are idle and on each client for those at work, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const prepared = new PreparedStatements().over(pool);
  const requests = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: prepared, controlClient: pg.Client }) });
  try {
    const { rows } = await sql<{ number: string; name: string }>`
      select current_setting('server_version_num') as number, current_setting('server_version') as name
    `.execute(kysely);
    const [version] = rows;
    if (Number(version?.number) < oldest) {
      throw platformProblems.error("database.too-old", { version: version?.name ?? "?" });
    }
  } catch (error) {
    await pool.end();
    throw translateDatabaseError(error);
  }
  const listener = new ServerListener(address);
  return {
    kind: "server",
    place: withoutPassword(address),
    kysely,
    requests,
    execute: async (text, values) => {
      // Several statements in one text give a list of results.
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values);
      return (Array.isArray(result) ? result.at(-1) : result) ?? { rows: [] };
    },
    listen: listener.listen,
    size: async () => {
      const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(kysely);
      return rows[0]?.size ?? 0;
    },
    close: async () => {
      await listener.close();
      await kysely.destroy();
    },
  };
}
