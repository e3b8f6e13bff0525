import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../../hub/platform/database/database.ts";
import { openDatabase } from "../../hub/platform/database/open.ts";
import { kev, osv } from "../../testing/documents.ts";
import { startPostgres } from "../../testing/postgres.ts";
import { type HubProcess, startHubProcess } from "../hub/process.ts";
import { count, milliseconds, type Row } from "../row.ts";
import { type BenchMember, seedMembers } from "./seed.ts";
import { type Sink, startSink } from "./sink.ts";

const exposed = 2_000;
const vulnerability = "CVE-2026-77777";

/** Members whose alerts are looked for one by one, where the database cannot be asked from outside. */
const sampled = 20;

async function send(
  hub: HubProcess,
  path: string,
  token: string,
  body: string | Uint8Array,
  type: string,
): Promise<void> {
  const response = await fetch(`${hub.address}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": type },
    body: body as NonNullable<RequestInit["body"]>,
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

async function inTurns<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

const addChannels = (hub: HubProcess, members: readonly BenchMember[], sink: Sink): Promise<void> =>
  inTurns([...members.entries()], 16, ([index, { handle, token }]) => {
    const channel = { kind: "webhook", name: "sink", address: sink.webhookUrl(index) };
    return send(hub, `/organisations/${handle}/alert-channels`, token, JSON.stringify(channel), "application/json");
  });

/** Resolves with the time at which every organisation has its alert. */
async function lastAlert(database: Database | null, hub: HubProcess, members: readonly BenchMember[]): Promise<number> {
  if (database !== null) {
    for (;;) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from alert where topic = 'exposure' and key = ${vulnerability}
      `.execute(database.kysely);
      if ((rows[0]?.count ?? 0) >= members.length) return Date.now();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const step = Math.floor(members.length / sampled);
  await inTurns(
    members.filter((_, index) => index % step === 0),
    1,
    async ({ handle, token }) => {
      for (;;) {
        const response = await fetch(`${hub.address}/api/v1/alerts?organisation=${handle}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const { items } = (await response.json()) as { items?: unknown[] };
        if ((items?.length ?? 0) > 0) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  );
  return Date.now();
}

interface Place {
  kind: string;
  processes: number;
  environment: NodeJS.ProcessEnv;
  open(): Promise<Database>;
}

async function benchOn({ kind, processes, environment, open }: Place): Promise<Row[]> {
  const database = await open();
  const { members, nation } = await seedMembers(database, exposed + 1);
  if (kind === "embedded") await database.close();
  const sink = await startSink();
  const hubs: HubProcess[] = [];
  try {
    for (let index = 0; index < processes; index += 1) {
      hubs.push(
        await startHubProcess({
          ...environment,
          BONGSU_ALLOW_PRIVATE_ADDRESSES: "127.0.0.0/8",
          BONGSU_SMTP_URL: sink.smtpUrl,
        }),
      );
    }
    const [hub] = hubs as [HubProcess];
    await addChannels(hub, members, sink);
    await send(hub, "/advisories?file=kev.json", nation, kev([vulnerability]), "application/octet-stream");
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const advisory = osv({
      id: vulnerability,
      package: ["npm", "bench-library"],
      events: [{ introduced: "0" }, { fixed: "2.0.0" }],
    });
    const webhooks = sink.until("webhooks", members.length);
    const letters = sink.until("letters", members.length);
    const start = Date.now();
    await send(hub, "/advisories?file=advisory.json", nation, advisory, "application/octet-stream");
    const answered = Date.now() - start;
    const alerts = (await lastAlert(kind === "embedded" ? null : database, hub, members)) - start;
    const [posted, mailed] = await Promise.all([webhooks, letters]);
    const what = `${kind}, ${processes === 1 ? "one process" : `${processes} processes`}: advisory that exposes ${count(exposed)} organisations`;
    const aim = (text: string) => (kind === "server" ? text : "");
    return [
      { claim: `${what}: answered`, aim: "", measured: milliseconds(answered) },
      { claim: `${what}: last alert in the hub`, aim: aim("under 2 s"), measured: milliseconds(alerts) },
      { claim: `${what}: last webhook received`, aim: aim("under 5 s"), measured: milliseconds(posted - start) },
      { claim: `${what}: last e-mail accepted`, aim: "", measured: milliseconds(mailed - start) },
    ];
  } finally {
    for (const hub of hubs) await hub.stop();
    sink.stop();
    if (kind !== "embedded") await database.close();
  }
}

/** How soon everybody who is exposed is told. */
export async function benchAlerts(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-bench-"));
  const rows: Row[] = [];
  try {
    for (const processes of [1, 3]) {
      const server = await startPostgres({ max_connections: "100" });
      if (server === null) break;
      const environment = { DATABASE_URL: server.url, BONGSU_DATA_DIR: join(folder, `server-${processes}`) };
      const open = () => openDatabase({ databaseUrl: server.url, dataDir: "", databaseConnections: 4 });
      rows.push(...(await benchOn({ kind: "server", processes, environment, open }).finally(() => server.stop())));
    }
    const dataDir = join(folder, "embedded");
    const open = () => openDatabase({ databaseUrl: null, dataDir, databaseConnections: 1 });
    rows.push(...(await benchOn({ kind: "embedded", processes: 1, environment: { BONGSU_DATA_DIR: dataDir }, open })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
