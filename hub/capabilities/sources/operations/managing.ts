import {
  acceptSourceKeys as accepting,
  fetchSource as fetching,
  pauseSource as pausing,
  removeSource as removing,
  resumeSource as resuming,
  testSource as testing,
} from "@bongsu/contracts";
import { type Context, operation } from "../../../kernel/index.ts";
import { settleAlerts } from "../alerting.ts";
import { enqueueFetch } from "../due.ts";
import { presentTest, type Shown, showSource } from "../present.ts";
import { testSource as test } from "../probe.ts";
import { sourceProblems } from "../problems.ts";
import { sourceGround } from "../run.ts";
import { deleteSource, findSource, type Source } from "../store.ts";
import { type SourceRow, tables } from "../tables.ts";
import { tellChanged } from "../telling.ts";

type Changes = Partial<Pick<SourceRow, "paused" | "next_run" | "pinned">> & {
  keys?: string;
  offered_keys?: string;
};

/** Changes a source, tells of it, and shows it as it then is. */
async function change(context: Context, source: Source, what: string, changes: Changes): Promise<Shown> {
  const { database, clock, now, actor } = context;
  await tables(database).updateTable("source").set(changes).where("id", "=", source.id).execute();
  await tellChanged(database, clock, source.handle, what);
  context.note({ subject: { kind: "source", id: source.handle } });
  return showSource(database, now, source.id, actor);
}

/** It is due at once, and a job is put into the queue for it. */
async function fetchNow(context: Context, source: Source, what: string, changes: Changes = {}): Promise<Shown> {
  const { database, services, now, actor } = context;
  await change(context, source, what, { ...changes, next_run: now });
  await enqueueFetch(database, services.jobs, now, source.id);
  return showSource(database, now, source.id, actor);
}

export const removeSource = operation(removing, async (context, { source: handle }) => {
  const { database, services, clock, now, actor } = context;
  const source = await findSource(database, handle, { lock: true });
  const shown = await showSource(database, now, source.id, actor);
  context.expect(shown);
  await settleAlerts(database, { alerts: services.alerts, clock }, source);
  await deleteSource(database, source.id);
  await tellChanged(database, clock, handle, "removed");
  context.note({ subject: { kind: "source", id: handle } });
  return shown;
});

export const pauseSource = operation(pausing, async (context, { source }) => {
  const { database, services, clock } = context;
  const row = await findSource(database, source, { lock: true });
  await settleAlerts(database, { alerts: services.alerts, clock }, row);
  return change(context, row, "paused", { paused: true });
});

export const resumeSource = operation(resuming, async (context, { source }) =>
  fetchNow(context, await findSource(context.database, source, { lock: true }), "resumed", { paused: false }),
);

export const fetchSource = operation(fetching, async (context, { source }) => {
  const row = await findSource(context.database, source, { lock: true });
  if (row.paused) throw sourceProblems.error("sources.paused");
  return fetchNow(context, row, "due");
});

export const testSource = operation(
  testing,
  async (context, { source }) => {
    const { id } = await findSource(context.database, source);
    context.note({ subject: { kind: "source", id: source } });
    return showSource(context.database, context.now, id, context.actor);
  },
  {
    // Others are called without holding the database.
    after: async (hub, shown) => ({
      ...shown,
      test: presentTest(
        await test(
          sourceGround(hub, () => {}),
          shown.source,
        ),
      ),
    }),
  },
);

export const acceptSourceKeys = operation(accepting, async (context, { source, fingerprints }) => {
  const row = await findSource(context.database, source, { lock: true });
  const shown = [...row.offered_keys, ...row.keys];
  const unknown = fingerprints.find((wanted) => !shown.some(({ fingerprint }) => fingerprint === wanted));
  if (unknown !== undefined) throw sourceProblems.error("sources.unknown-key", { fingerprint: unknown });
  const accepts = ({ fingerprint }: { fingerprint: string }) => fingerprints.includes(fingerprint);
  return fetchNow(context, row, "keys-accepted", {
    pinned: [...new Set(fingerprints)],
    keys: JSON.stringify([...new Map(shown.filter(accepts).map((key) => [key.fingerprint, key])).values()]),
    offered_keys: JSON.stringify(row.offered_keys.filter((key) => !accepts(key))),
  });
});
