import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeEmbeddedTemplate, makeServerTemplate } from "./databases.ts";
import { startPostgres, type TestServer } from "./postgres.ts";

let server: TestServer | null = null;
const folder = mkdtempSync(join(tmpdir(), "bongsu-tests-"));

/** One PostgreSQL server for the whole run, and one database of each kind that those of the tests are copies of. */
export async function globalSetup(): Promise<void> {
  const file = join(folder, "embedded.tar");
  writeFileSync(file, await (await makeEmbeddedTemplate()).bytes());
  process.env.BONGSU_TEST_EMBEDDED = file;
  if (process.env.BONGSU_TEST_DATABASE_URL !== undefined) return;
  server = await startPostgres({ fsync: "off", max_connections: "200" });
  if (server === null) {
    console.log("PostgreSQL is not installed: tests on a server are skipped");
    return;
  }
  process.env.BONGSU_TEST_DATABASE_URL = server.url;
  process.env.BONGSU_TEST_TEMPLATE = await makeServerTemplate(server.url);
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
