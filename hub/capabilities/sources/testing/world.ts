import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { type Selectable, sql } from "kysely";
import { country } from "../../../../testing/country.ts";
import type { AlertDraft, AlertRef, Alerts } from "../../../kernel/index.ts";
import { readConfig } from "../../../platform/config.ts";
import type { Database } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import { hubIdentity, openVault } from "../../../platform/secrets/index.ts";
import { type SourceLimits, sourceLimits } from "../limits.ts";
import { runSource, type SourceGround } from "../run.ts";
import { findSource, insertSource, type NewSource, type Source } from "../store.ts";
import { type SourceDocumentRow, type SourceRunRow, tables } from "../tables.ts";
import { type Publisher, startPublisher } from "./publisher.ts";

/** What is raised and settled, in order. */
export interface Heard {
  raised: AlertDraft[];
  settled: AlertRef[];
}

function listening(heard: Heard): Alerts {
  return {
    raise: async (_, __, drafts) => void heard.raised.push(...drafts),
    settle: async (_, __, refs) => void heard.settled.push(...refs),
  };
}

/** A hub's sources in a test's hands, a publisher on the network, and an organisation that looks after them. */
export async function sourcesWorld(
  database: Database,
  context: TestContext,
  { environment = {}, limits = {} }: { environment?: NodeJS.ProcessEnv; limits?: Partial<SourceLimits> } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-sources-"));
  context.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const publisher: Publisher = await startPublisher(context);
  const { clock, ...land } = country(database);
  const config = readConfig({ BONGSU_DATA_DIR: dataDir, ...environment });
  const vault = openVault(config);
  const heard: Heard = { raised: [], settled: [] };
  const mistakes: unknown[] = [];
  const ground: SourceGround = {
    ...{ database, clock, config, vault },
    identity: await hubIdentity(database, vault, clock),
    net: publisher.net,
    alerts: listening(heard),
    chance: () => 0.5,
    limits: { ...sourceLimits, ...limits },
    onError: (error) => void mistakes.push(error),
  };
  const owner = await land.organisation("cert", "government");

  async function add(kind: NewSource["kind"], address: string, more: Partial<NewSource> = {}): Promise<string> {
    const id = newId(clock.now());
    const usual = { handle: `${kind}-${id.slice(-6)}`, name: kind, interval: 60, trust: "authoritative" } as const;
    const rest = { marking: "GREEN", signatures: kind === "csaf" ? "required" : null, owner: owner.id } as const;
    await insertSource(
      database.kysely,
      { id, kind, address, paused: false, pinned: null, ...usual, ...rest, ...more },
      clock.now(),
    );
    return id;
  }

  const show = async (id: string): Promise<Source> => {
    const { rows } = await sql<{ handle: string }>`select handle from source where id = ${id}`.execute(database.kysely);
    return findSource(database.kysely, rows[0]?.handle ?? "");
  };

  const runs = (id: string): Promise<Selectable<SourceRunRow>[]> =>
    tables(database.kysely)
      .selectFrom("source_run")
      .selectAll()
      .where("source", "=", id)
      .orderBy("started_at")
      .orderBy("id")
      .execute();

  /** Runs a source now, due or not; what came of it. */
  async function run(id: string, stop = new AbortController().signal) {
    clock.advance(1_000);
    await sql`update source set next_run = ${clock.now()} where id = ${id}`.execute(database.kysely);
    await runSource(ground, id, stop);
    const source = await show(id);
    const last = (await runs(id)).at(-1);
    return {
      source,
      outcome: last?.outcome,
      counts: last?.counts,
      code: last?.error?.code ?? null,
      error: last?.error ?? null,
      mistakes,
    };
  }

  const documents = (id: string): Promise<Selectable<SourceDocumentRow>[]> =>
    tables(database.kysely).selectFrom("source_document").selectAll().where("source", "=", id).orderBy("key").execute();

  /** Why documents stand refused: the last part of each one's name, and the code. */
  const refusals = async (id: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await documents(id))
        .filter(({ state }) => state === "refused")
        .map(({ key, error }) => [key.split("/").at(-1), error?.code ?? ""]),
    );

  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      database.kysely,
    );
    return rows[0]?.n ?? 0;
  };

  return {
    ...land,
    clock,
    config,
    ground,
    publisher,
    heard,
    mistakes,
    owner,
    add,
    show,
    run,
    runs,
    documents,
    refusals,
    count,
  };
}
