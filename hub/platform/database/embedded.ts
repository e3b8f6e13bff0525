import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite, type PGliteOptions, types } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, sql } from "kysely";
import type { Database } from "./database.ts";
import { embeddedFailure, ServerLog } from "./embedded-failure.ts";
import { endOnFatal } from "./embedded-fatal.ts";
import { DurableFiles, settleFolder, startParams, syncFolder } from "./embedded-files.ts";
import { embeddedListen } from "./listen.ts";
import { lockFolder } from "./lock.ts";

const options: PGliteOptions = { parsers: { [types.INT8]: Number } };

/** Makes the files of a new database under another name first: a start that was killed in between leaves no half of one. */
async function makeFiles(files: string, log: ServerLog): Promise<void> {
  const draft = `${files}.part`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await PGlite.create({ fs: new DurableFiles(draft), onStderr: log.add });
  await pglite.close();
  await syncFolder(draft);
  renameSync(draft, files);
}

async function start(folder: string | null, log: ServerLog, template: Blob | undefined): Promise<PGlite> {
  if (folder === null) return PGlite.create({ ...options, ...(template && { loadDataDir: template }) });
  const files = join(folder, "postgres");
  if (!existsSync(files)) await makeFiles(files, log);
  // PGlite takes a folder without it for an empty one, and writes a new database over what is there.
  if (!existsSync(join(files, "PG_VERSION"))) throw new Error("PG_VERSION is missing");
  await settleFolder(files);
  const fs = new DurableFiles(files);
  const pglite = await PGlite.create({ ...options, fs, startParams, onStderr: log.add });
  fs.hasStarted();
  return pglite;
}

/**
 * Opens PostgreSQL within this process, durable in `folder`; in memory when the folder is null (tests), as a copy of
 * `template` where there is one. Throws `database.locked`, `database.folder-unusable`, `database.disk-full` and
 * `database.damaged`.
 */
export async function openEmbedded(folder: string | null, template?: Blob): Promise<Database> {
  const place = folder ?? "memory";
  const log = new ServerLog();
  let release = () => {};
  let pglite: PGlite;
  try {
    if (folder !== null) release = await lockFolder(folder);
    pglite = await start(folder, log, template);
  } catch (error) {
    release();
    throw embeddedFailure(place, error, log, "opening");
  }
  endOnFatal(pglite, (error) => embeddedFailure(place, error, log, "running"));
  const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  return {
    kind: "embedded",
    place,
    kysely,
    requests: kysely,
    execute: async (text, values) =>
      values === undefined || values.length === 0
        ? ((await pglite.exec(text)).at(-1) ?? { rows: [] })
        : pglite.query(text, values),
    listen: embeddedListen(pglite, kysely),
    size: async () => {
      const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(kysely);
      return rows[0]?.size ?? 0;
    },
    close: async () => {
      try {
        await pglite.close();
      } finally {
        release();
      }
    },
  };
}
