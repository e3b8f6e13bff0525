import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, sql } from "kysely";
import type { Database } from "./database.ts";
import { lockFolder } from "./lock.ts";

/** Opens PostgreSQL within this process, durable in `folder`; in memory when the folder is null (tests). */
export async function openEmbedded(folder: string | null): Promise<Database> {
  const release = folder === null ? () => {} : lockFolder(folder);
  try {
    const pglite = await PGlite.create({
      ...(folder === null ? {} : { dataDir: join(folder, "postgres") }),
      parsers: { [types.INT8]: Number },
    });
    const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
    return {
      kind: "embedded",
      place: folder ?? "memory",
      kysely,
      execute: async (text, values) =>
        values === undefined || values.length === 0
          ? ((await pglite.exec(text)).at(-1) ?? { rows: [] })
          : pglite.query(text, values),
      size: async () => {
        const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
          kysely,
        );
        return rows[0]?.size ?? 0;
      },
      close: async () => {
        await pglite.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
