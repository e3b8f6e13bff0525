import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { osv } from "../../../../testing/documents.ts";
import { type Line, lodash, working } from "./testing/members.ts";

onBothDatabases(
  "people talk about a vulnerability, mend their words, and tell each other",
  async (database, context) => {
    const hub = await working(database, context);
    await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
    await hub.inventory("edge", ["pkg:npm/lodash@4.17.20"]);
    await hub.advise(lodash);
    const [core, edge] = (await hub.lines()).sort((a, b) => (a.asset.name < b.asset.name ? -1 : 1)) as [Line, Line];
    const path = `${hub.own}/exposure-comments`;
    const say = (json: object, by: { cookie?: string; key?: string } = hub.reporter) =>
      hub.ask(path, { ...(by.key === undefined ? { cookie: by.cookie ?? "" } : { key: by.key }), json });
    const asked = { vulnerability: "ghsa-aaaa-bbbb-cccc", text: "Is it called?", people: [hub.analyst.id] };
    const said = await say(asked);
    assert.deepEqual(
      [said.status, said.body.vulnerability, said.body.by, said.body.own],
      [201, "CVE-2026-0001", { kind: "person", name: "Rep Orter" }, true],
    );
    assert.deepEqual(
      (await hub.alerts("comment")).map(({ key, people }) => [key, people]),
      [[said.body.id, [hub.analyst.id]]],
    );
    assert.equal((await say({ ...asked, people: [hub.nation.id] })).body.code, "exposure.unknown-person");
    assert.equal((await say({ ...asked, vulnerability: "CVE-1999-1" })).status, 422);
    assert.equal((await say(asked, { key: hub.neighbour })).status, 403);
    await hub.later(1_000);
    await say({ vulnerability: "CVE-2026-0001", asset: edge.asset.id, text: "Only at the edge." }, hub.analyst);

    const read = async (query: string, by = hub.boss) =>
      (await hub.ask(`${path}?vulnerability=CVE-2026-0001${query}`, { cookie: by.cookie })).body.items;
    assert.deepEqual(
      (await read("")).map((one: { text: string }) => one.text),
      ["Is it called?", "Only at the edge."],
    );
    assert.equal((await read(`&asset=${core.asset.id}`)).length, 1);
    const neighbours = await hub.ask(`${path}?vulnerability=CVE-2026-0001`, { key: hub.neighbour });
    assert.deepEqual(neighbours.body.items, []);

    const one = `${path}/${said.body.id}`;
    const json = { text: "Is it ever called?", people: [hub.analyst.id] };
    assert.equal((await hub.ask(one, { method: "PATCH", cookie: hub.boss.cookie, json })).status, 404, "not his");
    await hub.later(1_000);
    const changed = await hub.ask(one, { method: "PATCH", cookie: hub.reporter.cookie, json });
    assert.deepEqual([changed.status, changed.body.text], [200, "Is it ever called?"]);
    await hub.later(1_000);
    const removed = await hub.ask(one, { method: "DELETE", cookie: hub.reporter.cookie });
    assert.deepEqual([removed.status, removed.body.text], [200, null]);
    assert.equal((await hub.alerts("comment"))[0]?.state, "settled");
    assert.equal((await hub.ask(one, { method: "DELETE", cookie: hub.reporter.cookie })).status, 404);
    const { body } = await hub.show(core);
    assert.deepEqual(
      body.history.map(({ kind, why }: { kind: string; why: string }) => [kind, why]),
      [
        ["state", null],
        ["comment", "Is it called?"],
        ["comment-changed", "Is it ever called?"],
        ["comment-removed", null],
      ],
      "another asset's comment is not in it",
    );
    const gone = await hub.ask(`${hub.own}/assets/edge`, { method: "DELETE", cookie: hub.boss.cookie });
    assert.equal(gone.status, 200);
    const left = (await read("")).map((other: { text: string | null }) => other.text);
    assert.deepEqual(left, [null], "what was said of an asset goes with it");
  },
);

onBothDatabases("one comment for each vulnerability that was chosen", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
  await hub.inventory("edge", ["pkg:npm/lodash@4.17.19"]);
  await hub.advise(lodash);
  const done = await hub.actOnAll({ action: "comment", text: "Same story." });
  assert.deepEqual([done.status, done.body.changed], [201, 2]);
  const { body } = await hub.ask(`${hub.own}/exposure-comments?vulnerability=CVE-2026-0001`, {
    cookie: hub.boss.cookie,
  });
  assert.deepEqual(
    body.items.map((one: Record<string, unknown>) => [one.text, one.asset]),
    [["Same story.", null]],
  );
  assert.equal((await hub.undo(done.body.action)).body.code, "exposure.cannot-undo");
});

onBothDatabases(
  "a vulnerability that gets another name keeps its history and what was said",
  async (database, context) => {
    const hub = await working(database, context);
    await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
    const record = {
      id: "GHSA-aaaa-bbbb-cccc",
      package: ["npm", "lodash"] as [string, string],
      events: [{ introduced: "0" }],
    };
    await hub.advise(osv(record));
    await hub.actOnAll({ action: "accept", text: "known", until: hub.at(86_400_000) });
    await hub.ask(`${hub.own}/exposure-comments`, {
      cookie: hub.boss.cookie,
      json: { vulnerability: "GHSA-aaaa-bbbb-cccc", text: "Mine." },
    });
    await hub.advise(osv({ ...record, aliases: ["CVE-2026-0001"], modified: "2026-02-01T00:00:00Z" }));
    const [line] = (await hub.lines()) as [Line];
    assert.deepEqual([line.vulnerability, line.state], ["CVE-2026-0001", "accepted"]);
    const { body } = await hub.show(line);
    assert.deepEqual(
      body.history.map(({ kind }: { kind: string }) => kind),
      ["state", "state", "comment"],
    );
  },
);
