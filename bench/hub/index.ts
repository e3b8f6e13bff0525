import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPassword, addPerson, passwordHash } from "../../hub/capabilities/accounts/people.ts";
import type { Database } from "../../hub/platform/database/database.ts";
import { openDatabase } from "../../hub/platform/database/open.ts";
import { startPostgres } from "../../testing/postgres.ts";
import { count, median, megabytes, milliseconds, type Row } from "../row.ts";
import { benchPolicies } from "./policies.ts";
import { type HubProcess, listenersOf, startHubProcess, underLoad } from "./process.ts";
import { type Seeded, seed, size } from "./seed.ts";

const seconds = 8;
const listeners = 2_000;
const password = "correct horse battery staple 봉수";
const email = "bench@example.org";

const creating: Record<string, string> = { "content-type": "application/json", "idempotency-key": "bench-{n}" };

interface Question {
  name: string;
  path: string;
  method?: string;
  body?: string;
}

const questions = ({ asset, keys: [first] }: Seeded): (Question & { own?: boolean })[] => [
  { name: "list (50 exposures, the urgent first)", path: "/exposures?limit=50" },
  { name: "list (assets)", path: "/organisations/{handle}/assets?limit=50" },
  { name: "detail (asset)", path: `/organisations/${first?.handle}/assets/${asset}`, own: true },
  {
    name: "create (asset)",
    path: "/organisations/{handle}/assets",
    method: "POST",
    body: JSON.stringify({ name: "bench {n}", criticality: "low", network: "internal" }),
  },
];

async function requests(hub: HubProcess, kind: string, seeded: Seeded): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, path, method, body, own } of questions(seeded)) {
    const load = {
      url: `${hub.address}/api/v1${path}`,
      // The first alone sees its asset, and would meet its limit: that one is asked at a lower rate.
      keys: own === true ? seeded.keys.slice(0, 1) : seeded.keys,
      headers: body === undefined ? {} : creating,
      seconds,
      ...(method === undefined ? {} : { method }),
      ...(body === undefined ? {} : { body }),
    };
    const rate = own === true ? 90 : 200;
    const steady = await underLoad({ ...load, rate, connections: 100 });
    rows.push({
      claim: `${kind}: ${name} at ${rate} a second`,
      aim: name.startsWith("list") && kind === "server" ? "p99 under 50 ms" : "",
      measured: `p50 ${milliseconds(steady.p50)}, p99 ${milliseconds(steady.p99)}${steady.failed > 0 ? `, ${steady.failed} failed` : ""}`,
    });
    if (own === true) continue;
    const most = await underLoad({ ...load, seconds: seconds / 2, connections: 16 });
    rows.push({
      claim: `${kind}: ${name}, as many as 16 connections carry`,
      aim: "",
      measured: `${count(most.perSecond)} a second, p99 ${milliseconds(most.p99)}${most.failed > 0 ? `, ${most.failed} failed` : ""}`,
    });
  }
  return rows;
}

async function signIn(hub: HubProcess, kind: string): Promise<Row> {
  const origin = new URL(hub.address);
  origin.hostname = "localhost";
  const figures = await underLoad({
    url: `${hub.address}/api/auth/sign-in/email`,
    method: "POST",
    keys: [],
    headers: { "content-type": "application/json", origin: origin.origin },
    body: JSON.stringify({ email, password }),
    seconds,
    connections: 4,
  });
  const failed = figures.failed > 0 ? `, ${figures.failed} failed` : "";
  return {
    claim: `${kind}: sign-in (password checked), 4 at once`,
    aim: "",
    measured: `${figures.perSecond.toFixed(1)} a second, p99 ${milliseconds(figures.p99)}${failed}`,
  };
}

async function stream(hub: HubProcess, kind: string, { keys }: Seeded): Promise<Row> {
  const followers = listenersOf(
    `${hub.address}/api/v1/events`,
    keys.map(({ token }) => token),
    listeners,
  );
  await followers.open;
  const before = hub.memory();
  const times: number[] = [];
  const [first] = keys;
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const heard = followers.next();
    const start = Date.now();
    await fetch(`${hub.address}/api/v1/organisations/${first?.handle}/reports`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${first?.token}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify({ kind: "note", title: "bench", text: "bench", tlp: "GREEN" }),
    });
    times.push((await heard) - start);
  }
  followers.stop();
  return {
    claim: `${kind}: event stream, ${count(listeners)} listeners: from the request to the last of them`,
    aim: "",
    measured: `${milliseconds(median(times))}; ${megabytes(before)} of memory with all of them`,
  };
}

async function addSomebody(database: Database): Promise<void> {
  const now = new Date();
  const person = await addPerson(database.kysely, { name: "Bench", email, language: "en" }, now);
  if (person === null) throw new Error("the database is not new");
  await addPassword(database.kysely, person, await passwordHash(password), now);
}

async function benchOn(kind: string, environment: NodeJS.ProcessEnv, open: () => Promise<Database>): Promise<Row[]> {
  const database = await open();
  const seeded = await seed(database);
  await addSomebody(database);
  const policies = await benchPolicies(database, kind);
  await database.close();
  const starts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const hub = await startHubProcess(environment);
    starts.push(hub.startMilliseconds);
    await hub.stop();
  }
  const hub = await startHubProcess(environment);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const rest = hub.memory();
  const rows = await requests(hub, kind, seeded);
  const loaded = hub.memory();
  rows.push(await signIn(hub, kind), await stream(hub, kind, seeded));
  await hub.stop();
  const what = `${count(size.organisations)} organisations, ${count(seeded.exposures)} exposures`;
  return [
    {
      claim: `${kind}: start on an existing database (${what})`,
      aim: kind === "embedded" ? "under 2 s" : "",
      measured: milliseconds(median(starts)),
    },
    { claim: `${kind}: memory at rest, after load`, aim: "", measured: `${megabytes(rest)}, ${megabytes(loaded)}` },
    ...rows,
    ...policies,
  ];
}

/** The hub as others meet it: requests, events, sign-in, start and memory, and what row-level security costs. */
export async function benchHub(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-bench-"));
  const rows: Row[] = [];
  const server = await startPostgres({ max_connections: "100" });
  try {
    if (server !== null) {
      const environment = { DATABASE_URL: server.url, BONGSU_DATA_DIR: join(folder, "server") };
      const open = () => openDatabase({ databaseUrl: server.url, dataDir: "", databaseConnections: 10 });
      rows.push(...(await benchOn("server", environment, open)));
    }
    const dataDir = join(folder, "embedded");
    const open = () => openDatabase({ databaseUrl: null, dataDir, databaseConnections: 1 });
    rows.push(...(await benchOn("embedded", { BONGSU_DATA_DIR: dataDir }, open)));
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
