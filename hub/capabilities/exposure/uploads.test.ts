import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { processUpload } from "./process-upload.ts";

const bom = cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/express@4.18.0"]);

async function world(...given: Parameters<typeof testHub>) {
  const hub = await testHub(...given);
  const bank = await hub.organisation("bank");
  const city = await hub.organisation("city", "local-government", "KR-50");
  const reporter = await hub.key(bank, "reporter");
  const at = "/api/v1/organisations/bank";
  const submit = (asset: string, bytes: Uint8Array, query = "", by = reporter) =>
    hub.ask(`${at}/assets/${encodeURIComponent(asset)}/sbom-uploads?file=bom.json&create=true${query}`, {
      key: by,
      bytes,
    });
  const show = (upload: string, by = reporter) => hub.ask(`${at}/sbom-uploads/${upload}`, { key: by });
  /** What became of an upload, once it is read: by the hub's own job or at once. */
  const done = async (upload: string) => {
    await processUpload(hub.hub, { organisation: bank.id, upload });
    return (await show(upload)).body;
  };
  const events = async (kind: string) => {
    await hub.settle();
    const { rows } = await sql<{ subject_id: string; data: Record<string, unknown> }>`
      select subject_id, data from event where kind = ${kind} order by number
    `.execute(hub.database.kysely);
    return rows;
  };
  return { ...hub, bank, city, reporter, at, submit, show, done, events };
}

onBothDatabases("an SBOM is handed in, read behind, and tells how far it is", async (database, context) => {
  const hub = await world(database, context);
  const upload = randomUUID();
  const build = "&commit=0a1b2c&ref=main&pipeline=https%3A%2F%2Fci.example%2F7&tool=syft%201.20";
  const sent = await hub.submit("web shop", bom, `&upload=${upload}&kind=container${build}`);
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  assert.deepEqual([sent.body.id, sent.body.asset.name, sent.body.bytes], [upload, "web shop", bom.length]);
  const shown = await hub.done(upload);
  assert.deepEqual(
    [shown.state, shown.components, shown.matchable, shown.revision, shown.unchanged, shown.failure],
    ["done", 2, 2, 1, false, null],
  );
  const asset = (await hub.ask(`${hub.at}/assets/web%20shop`, { key: hub.reporter })).body;
  assert.deepEqual(
    [asset.kind, asset.sbom.revision, asset.sbom.build],
    ["container", 1, { commit: "0a1b2c", ref: "main", pipeline: "https://ci.example/7", tool: "syft 1.20" }],
  );
  const states = (await hub.events("inventories.progress"))
    .filter(({ subject_id }) => subject_id === upload)
    .map(({ data }) => data.state);
  assert.deepEqual([...new Set(states)], ["received", "reading", "matching", "done"]);

  const again = await hub.submit("web shop", bom, `&upload=${upload}`);
  assert.deepEqual([again.status, again.body.state], [200, "done"], "the same upload is answered as it stands");
  assert.equal(
    (await hub.submit("web shop", cyclonedx([]), `&upload=${upload}`)).body.code,
    "inventories.upload-exists",
  );
  assert.equal((await hub.submit("other", bom, `&upload=${upload}`)).body.code, "inventories.upload-exists");
  const same = await hub.submit("web shop", bom);
  assert.deepEqual([(await hub.done(same.body.id)).unchanged, (await hub.done(same.body.id)).revision], [true, 1]);

  const list = async (query = "") => (await hub.ask(`${hub.at}/sbom-uploads?${query}`, { key: hub.reporter })).body;
  const page = await list("limit=1");
  assert.deepEqual(
    [...page.items, ...(await list(`limit=1&cursor=${page.next}`)).items].map(({ id }: { id: string }) => id).sort(),
    [upload, same.body.id].sort(),
  );
  assert.deepEqual((await list("state=failed")).items, []);
  const outsider = await hub.key(hub.city);
  assert.equal((await hub.show(upload, outsider)).status, 403);
  const { rows } = await sql`select 1 from sbom_upload where document is not null`.execute(database.kysely);
  assert.equal(rows.length, 0, "what has become a revision is not kept twice");
});

onBothDatabases("what cannot be read is kept, and said", async (database, context) => {
  const hub = await world(database, context);
  const broken = bom.slice(0, 60);
  const { id } = (await hub.submit("core", broken)).body;
  const shown = await hub.done(id);
  assert.deepEqual([shown.state, shown.revision], ["failed", null]);
  assert.match(shown.failure.code, /^(sbom|json)\./);
  assert.ok(shown.failure.message.ko && shown.failure.fix.en);
  const kept = await hub.ask(`${hub.at}/sbom-uploads/${id}/document`, { key: hub.reporter });
  assert.equal(typeof kept.body === "string" ? kept.body : JSON.stringify(kept.body), new TextDecoder().decode(broken));
  await hub.done(id);
  assert.equal(
    (await hub.events("inventories.progress")).filter(({ data }) => data.state === "failed").length,
    1,
    "once",
  );
  const { id: second } = (await hub.submit("core", bom)).body;
  await hub.done(second);
  assert.equal((await hub.ask(`${hub.at}/sbom-uploads/${second}/document`, { key: hub.reporter })).status, 404);
});

onBothDatabases("a document that is overtaken does not become the inventory", async (database, context) => {
  const hub = await world(database, context);
  const { body: old } = await hub.submit("core", cyclonedx(["pkg:npm/lodash@1.0.0"]));
  const waiting = sql`update sbom_upload set state = 'received', finished_at = null where id = ${old.id}`;
  const { body: young } = await hub.submit("core", bom);
  await hub.done(young.id);
  const ofOld = await hub.show(old.id);
  if (ofOld.body.state !== "done") {
    const overtaken = await hub.done(old.id);
    assert.deepEqual([overtaken.state, overtaken.failure?.code], ["failed", "inventories.upload-superseded"]);
  } else {
    // The hub's own job was quicker: it took both in their order.
    await waiting.execute(database.kysely);
    await sql`update sbom_upload set document = (select original from sbom_document limit 1) where id = ${old.id}`.execute(
      database.kysely,
    );
    assert.equal((await hub.done(old.id)).failure?.code, "inventories.upload-superseded");
  }
  const components = await hub.ask(`${hub.at}/assets/core/components`, { key: hub.reporter });
  assert.equal(components.body.items.length, 2);
});

onBothDatabases("an upload whose asset went meanwhile ends, and nothing comes back", async (database, context) => {
  const hub = await world(database, context);
  const { body } = await hub.submit("core", bom);
  const administrator = await hub.key(hub.bank, "organisation-administrator");
  await hub.ask(`${hub.at}/assets/core`, { method: "DELETE", key: administrator });
  await processUpload(hub.hub, { organisation: hub.bank.id, upload: body.id });
  assert.equal((await hub.show(body.id)).status, 404);
  assert.equal((await hub.ask(`${hub.at}/assets/core`, { key: hub.reporter })).status, 404);
});

onBothDatabases("a pipeline needs no set-up, and two that begin at once make one asset", async (database, context) => {
  const hub = await world(database, context);
  const put = (asset: string, query: string, by = hub.reporter) =>
    hub.ask(`${hub.at}/assets/${asset}/sbom?${query}`, { method: "PUT", key: by, bytes: bom });
  assert.equal((await put("shop", "")).body.code, "inventories.unknown-asset");
  const both = await Promise.all([put("shop", "create=true&commit=abc"), put("shop", "create=true&commit=abc")]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
    JSON.stringify(both.map(({ body }) => body)),
  );
  assert.deepEqual(both.map(({ body }) => body.unchanged).sort(), [false, true]);
  const assets = await hub.ask(`${hub.at}/assets`, { key: hub.reporter });
  assert.deepEqual(
    assets.body.items.map(({ name }: { name: string }) => name),
    ["shop"],
  );
  assert.equal((await put(randomUUID(), "create=true")).body.code, "inventories.unknown-asset", "an id is no name");
  assert.equal((await put("x", "create=true", await hub.key(hub.bank, "read-only"))).status, 403);
  assert.equal((await put("x", "create=true", await hub.key(hub.city))).status, 403);
  const broken = await hub.ask(`${hub.at}/assets/new/sbom?create=true`, {
    method: "PUT",
    key: hub.reporter,
    bytes: new Uint8Array([1]),
  });
  assert.equal(broken.status, 422, JSON.stringify(broken.body));
  assert.equal(
    (await hub.ask(`${hub.at}/assets/new`, { key: hub.reporter })).status,
    404,
    "no asset is left of what failed",
  );
});
