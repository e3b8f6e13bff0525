import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Role } from "@bongsu/contracts";
import { sql } from "kysely";
import pino from "pino";
import { cookiesFor, sessionCookieHeader } from "../hub/capabilities/accounts/cookies.ts";
import { openSession } from "../hub/capabilities/accounts/sessions.ts";
import { addOrganisation, korea, makeKey, type Organisation } from "../hub/capabilities/members/index.ts";
import type { Rates } from "../hub/http/limits.ts";
import { accountsSecret, startHub } from "../hub/main.ts";
import { type Clock, manualClock, systemClock } from "../hub/platform/clock.ts";
import { readConfig } from "../hub/platform/config.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { newId } from "../hub/platform/ids.ts";
import type { Guard } from "../hub/platform/net/index.ts";

/** What a test hands to `fetch` besides the path. */
export interface Asking {
  method?: string;
  key?: string | null;
  cookie?: string;
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

/** What came back, with its JSON read. */
export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by asserting it
  body: any;
}

const beginning = "2026-11-20T00:00:00Z";

/**
 * A whole hub in the process, on an open database, over real HTTP: members, roles and keys by the word. It stops with
 * the test.
 */
export async function testHub(
  database: Database,
  context: Pick<TestContext, "after">,
  {
    environment = {},
    clock = manualClock(beginning),
    net,
    rates = { actor: 1_000_000, address: 1_000_000, failures: 1_000_000 },
  }: { environment?: NodeJS.ProcessEnv; clock?: Clock; rates?: Rates; net?: Guard } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-hub-"));
  const config = readConfig({ BONGSU_DATA_DIR: dataDir, BONGSU_PORT: "0", BONGSU_LOG_LEVEL: "silent", ...environment });
  const log: string[] = [];
  const running = await startHub(config, {
    clock,
    // The test closes the database that it opened.
    database: { ...database, close: async () => {} },
    log: pino({ level: "info" }, { write: (line: string) => void log.push(line) }),
    rates,
    ...(net === undefined ? {} : { net }),
  });
  context.after(async () => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { kysely } = database;
  const now = () => clock.now();

  const organisation = (handle: string, sector = "finance", region = "KR-11"): Promise<Organisation> =>
    addOrganisation(kysely, clock, korea, { handle, name: { en: handle, ko: handle }, sector, region });

  /** A service account with this role in the organisation, and its key. */
  async function key(
    of: Pick<Organisation, "id">,
    role: Role = "analyst",
    scopes: readonly string[] = ["*"],
  ): Promise<string> {
    const { token, id, hash, hint } = makeKey(systemClock.now());
    const account = newId(now());
    await sql`
      insert into service_account (organisation, id, name, role, created_at)
      values (${of.id}, ${account}, ${`account ${account}`}, ${role}, ${now()})
    `.execute(kysely);
    await sql`
      insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at)
      values (${id}, ${of.id}, ${account}, ${hash}, ${hint}, ${[...scopes]}, ${now()},
        ${new Date(now().getTime() + 30 * 24 * 3_600_000)})
    `.execute(kysely);
    return token;
  }

  /** A person with these roles, whose requests carry the cookie of a session of theirs. */
  async function person(name: string, roles: readonly { of: Organisation; role: Role; sector?: string }[]) {
    const id = newId(now());
    await sql`
      insert into person (id, name, email, created_at, updated_at)
      values (${id}, ${name}, ${`${name.replace(/\W/g, "-").toLowerCase()}@example.org`}, ${now()}, ${now()})
    `.execute(kysely);
    for (const { of, role, sector } of roles) {
      await sql`
        insert into membership (organisation, person, role, sector, since)
        values (${of.id}, ${id}, ${role}, ${sector ?? ""}, ${now()})
      `.execute(kysely);
    }
    return { id, ...(await signIn(id)) };
  }

  /** A new session of somebody who is there already. */
  async function signIn(person: string): Promise<{ session: string; cookie: string }> {
    const origin = { address: "127.0.0.1", agent: "test" };
    const { id: session, token } = await openSession(kysely, person, "passkey", now(), origin);
    const secret = accountsSecret(running.hub.vault);
    const [cookie = ""] = sessionCookieHeader(cookiesFor(config.url), token, secret, 3600).split(";");
    return { session, cookie };
  }

  async function ask(path: string, { method, key, cookie, json, bytes, headers = {} }: Asking = {}): Promise<Answered> {
    const response = await fetch(`${running.address}${path}`, {
      method: method ?? (json === undefined && bytes === undefined ? "GET" : "POST"),
      headers: {
        ...(key === undefined || key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(cookie === undefined ? {} : { cookie, origin: config.url }),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(json === undefined && bytes === undefined
        ? {}
        : { body: (bytes ?? JSON.stringify(json)) as NonNullable<RequestInit["body"]> }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
  }

  return { ...running, config, clock, database, log, organisation, key, person, signIn, ask };
}
