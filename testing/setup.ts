import { startPostgres, type TestServer } from "./postgres.ts";

let server: TestServer | null = null;

/** One PostgreSQL server for the whole run; every test makes its own databases in it. */
export async function globalSetup(): Promise<void> {
  if (process.env.BONGSU_TEST_DATABASE_URL !== undefined) return;
  server = await startPostgres({ fsync: "off", max_connections: "200" });
  if (server === null) console.log("PostgreSQL is not installed: tests on a server are skipped");
  else process.env.BONGSU_TEST_DATABASE_URL = server.url;
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
