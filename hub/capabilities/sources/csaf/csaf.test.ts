import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { newEmbedded, onBothDatabases } from "../../../../testing/databases.ts";
import { readDataZip, skipWithout } from "../../../../tests/data.ts";
import type { Database } from "../../../platform/database/database.ts";
import { testSource } from "../probe.ts";
import { startAnew } from "../store.ts";
import { csaf, newKey, Provider, signed } from "../testing/provider.ts";
import { sourcesWorld } from "../testing/world.ts";

async function providerWorld(database: Database, context: TestContext) {
  const world = await sourcesWorld(database, context);
  const provider = new Provider(world.publisher, [await newKey()]);
  provider.describe();
  provider.list();
  return { ...world, provider };
}

async function embedded(context: TestContext) {
  const database = await newEmbedded();
  context.after(() => database.close());
  return providerWorld(database, context);
}

const pathOf = (name: string, ending = ""): string => `/csaf/white/2026/${name}${ending}`;

onBothDatabases(
  "a provider's documents come in, signed, and only what changed comes again",
  async (database, context) => {
    const { provider, publisher, add, run, count, exposed, asset, inventory, owner } = await providerWorld(
      database,
      context,
    );
    await inventory(await asset(owner, "core"), ["pkg:npm/lodash@4.17.20"]);
    await provider.publish("a.json", csaf("BW-1"));
    await provider.publish("b.json", csaf("BW-2", { version: 2 }));
    const id = await add("csaf", provider.address);
    const first = await run(id);
    assert.deepEqual([first.outcome, first.code, first.counts?.taken], ["done", null, 2]);
    assert.deepEqual(
      first.source.keys.map(({ fingerprint }) => fingerprint),
      provider.keys.map(({ forger }) => forger.fingerprint),
      "trusted at first sight, and shown",
    );
    assert.equal((await exposed({ vulnerability: "CVE-2026-1001" })).length, 1);

    const before = publisher.asked.length;
    assert.equal((await run(id)).outcome, "unchanged");
    const asked = publisher.asked.slice(before);
    assert.ok(
      asked.every((line) => !line.includes("/2026/")),
      "no document is fetched again",
    );
    assert.ok(asked.includes("/csaf/white.json 304"));

    await provider.publish(
      "b.json",
      csaf("BW-2", { version: 3, released: "2026-11-01T00:00:00Z" }),
      "2026-11-01T00:00:00Z",
    );
    const third = await run(id);
    assert.deepEqual([third.counts?.taken, third.counts?.unchanged], [1, 1]);
    assert.equal(await count("advisory_document_revision"), 3);
  },
);

test("a directory is read as well as a feed, and where there is no list of changes, its index", async (context) => {
  const { provider, publisher, add, run, count } = await embedded(context);
  provider.describe("directory");
  await provider.publish("a.json", csaf("BW-1"));
  const id = await add("csaf", provider.address);
  assert.deepEqual([(await run(id)).counts?.taken, await count("advisory")], [1, 1]);
  publisher.remove("/csaf/white/changes.csv");
  const byIndex = await add("csaf", provider.address);
  assert.deepEqual(
    [(await run(byIndex)).outcome, publisher.asked.includes("/csaf/white/index.txt 200")],
    ["done", true],
  );
  publisher.remove("/csaf/white/index.txt");
  assert.equal((await run(await add("csaf", provider.address))).code, "sources.list-invalid");
});

test("a hash that differs refuses the document whatever the policy, and it is tried again", async (context) => {
  const { provider, publisher, add, run, refusals, clock, heard, count } = await embedded(context);
  await provider.publish("a.json", csaf("BW-1"));
  await provider.publish("b.json", csaf("BW-2", { version: 2 }));
  publisher.put(pathOf("a.json"), `${csaf("BW-1")} `);
  const id = await add("csaf", provider.address, { signatures: "when-present" });
  const first = await run(id);
  assert.deepEqual([first.outcome, first.counts?.taken, first.counts?.refused], ["done", 1, 1]);
  assert.deepEqual(await refusals(id), { "a.json": "sources.wrong-hash" });
  assert.equal(heard.raised.at(-1)?.urgency, 3, "told at once");

  const settled = heard.settled.length;
  await run(id);
  assert.equal(heard.settled.length, settled, "it is not over while the document stands refused");
  publisher.put(pathOf("a.json"), csaf("BW-1"));
  assert.equal((await run(id)).outcome, "unchanged", "not yet due");
  clock.advance(3_600_000);
  await run(id);
  assert.deepEqual([await refusals(id), await count("advisory")], [{}, 2]);
  assert.equal(heard.settled.length, settled + 1);
});

test("a refused document that its provider took back is forgotten, and the alarm with it", async (context) => {
  const { provider, publisher, add, run, refusals, clock, heard } = await embedded(context);
  await provider.publish("a.json", csaf("BW-1"));
  publisher.put(pathOf("a.json"), "{}");
  const id = await add("csaf", provider.address);
  await run(id);
  assert.deepEqual(await refusals(id), { "a.json": "sources.wrong-hash" });
  publisher.put("/csaf/white.json", JSON.stringify({ feed: { entry: [] } }));
  await run(id);
  assert.deepEqual([Object.keys(await refusals(id)), heard.settled], [["a.json"], []], "not yet due");
  clock.advance(3_600_000);
  await run(id);
  assert.deepEqual([await refusals(id), heard.settled.length], [{}, 1]);
});

test("a list that is away for a moment is not one that is not there", async (context) => {
  const { provider, publisher, add, run } = await embedded(context);
  provider.describe("directory");
  await provider.publish("a.json", csaf("BW-1"));
  publisher.answer("/csaf/white/changes.csv", (_, response) => void response.writeHead(500).end());
  const { code } = await run(await add("csaf", provider.address));
  assert.deepEqual([code, publisher.asked.includes("/csaf/white/index.txt 200")], ["sources.http-status", false]);
});

onBothDatabases(
  "a source that is changed while it is fetched is fetched anew as it then is",
  async (database, context) => {
    const { provider, publisher, add, run, runs, count, documents } = await providerWorld(database, context);
    await provider.publish("a.json", csaf("BW-1"));
    const id = await add("csaf", provider.address);
    publisher.answer(pathOf("a.json", ".asc"), async (_, response) => {
      await startAnew(database.kysely, id);
      response.writeHead(404).end();
    });
    await run(id);
    assert.deepEqual([await documents(id), await count("advisory"), (await runs(id))[0]?.outcome], [[], 0, "running"]);
    await provider.publish("a.json", csaf("BW-1"));
    assert.deepEqual([(await run(id)).outcome, await count("advisory")], ["done", 1]);
    assert.deepEqual(
      (await runs(id)).map(({ outcome }) => outcome),
      ["stopped", "done"],
    );
  },
);

test("a wrong signature refuses the document whatever the policy; a missing one by the policy", async (context) => {
  const { provider, publisher, add, run, refusals } = await embedded(context);
  const [key] = provider.keys;
  assert.ok(key !== undefined);
  await provider.publish("a.json", csaf("BW-1"));
  await provider.publish("b.json", csaf("BW-2", { version: 2 }));
  // Swapped: each is a good signature, of the other document.
  publisher.put(pathOf("a.json", ".asc"), await signed(key, csaf("BW-2", { version: 2 })));
  publisher.remove(pathOf("b.json", ".asc"));
  const strict = await add("csaf", provider.address, { signatures: "required" });
  await run(strict);
  assert.deepEqual(await refusals(strict), { "a.json": "openpgp.wrong-signature", "b.json": "sources.not-signed" });
  const mild = await add("csaf", provider.address, { signatures: "when-present" });
  assert.equal((await run(mild)).counts?.taken, 1);
  assert.deepEqual(await refusals(mild), { "a.json": "openpgp.wrong-signature" });

  publisher.put(pathOf("b.json", ".asc"), await signed(await newKey(), csaf("BW-2", { version: 2 })));
  const other = await add("csaf", provider.address, { signatures: "when-present" });
  await run(other);
  assert.equal((await refusals(other))["b.json"], "openpgp.wrong-signature");
});

test("that a signature cannot be asked for is not that there is none", async (context) => {
  const { provider, publisher, add, run, refusals } = await embedded(context);
  await provider.publish("a.json", csaf("BW-1"));
  publisher.answer(pathOf("a.json", ".asc"), (_, response) => void response.writeHead(500).end());
  const id = await add("csaf", provider.address, { signatures: "when-present" });
  await run(id);
  assert.deepEqual(await refusals(id), { "a.json": "sources.http-status" });
});

onBothDatabases("other keys than before break the source until somebody accepts them", async (database, context) => {
  const { provider, add, run, count, heard, show } = await providerWorld(database, context);
  await provider.publish("a.json", csaf("BW-1"));
  const id = await add("csaf", provider.address);
  await run(id);
  const old = provider.keys[0]?.forger.fingerprint;
  provider.keys = [await newKey()];
  provider.describe();
  await provider.publish("b.json", csaf("BW-2", { version: 2 }));
  const broken = await run(id);
  assert.deepEqual([broken.outcome, broken.code, await count("advisory")], ["failed", "sources.keys-changed", 1]);
  assert.equal(heard.raised.at(-1)?.facts.code, "sources.keys-changed", "told at the first failure");
  const offered = provider.keys[0]?.forger.fingerprint;
  assert.deepEqual(
    [
      broken.source.keys.map(({ fingerprint }) => fingerprint),
      broken.source.offered_keys.map(({ fingerprint }) => fingerprint),
    ],
    [[old], [offered]],
  );
  await database.execute("update source set pinned = $1 where id = $2", [[offered], id]);
  assert.deepEqual([(await run(id)).outcome, await count("advisory")], ["done", 2]);
  assert.deepEqual((await show(id)).offered_keys, []);

  // To show no key at all is a change as well: nothing could be checked any more.
  provider.keys = [];
  provider.describe();
  assert.equal((await run(id)).code, "sources.keys-changed");
});

test("keys that an administrator named are the only ones that count", async (context) => {
  const { provider, add, run, refusals } = await embedded(context);
  const other = await newKey();
  provider.keys = [...provider.keys, other];
  provider.describe();
  await provider.publish("a.json", csaf("BW-1"));
  await provider.publish("b.json", csaf("BW-2", { version: 2 }), undefined, other);
  const fingerprint = provider.keys[0]?.forger.fingerprint ?? "";
  const id = await add("csaf", provider.address, { pinned: [fingerprint] });
  const { outcome, source } = await run(id);
  assert.deepEqual([outcome, await refusals(id)], ["done", { "b.json": "openpgp.wrong-signature" }]);
  assert.deepEqual([source.keys.length, source.offered_keys.length], [1, 1]);
});

test("a key that is not the one it says fails the source", async (context) => {
  const { provider, publisher, add, run } = await embedded(context);
  publisher.put("/csaf/openpgp/0.asc", (await newKey()).armored);
  assert.equal((await run(await add("csaf", provider.address))).code, "sources.key-not-as-said");
});

test("what is kept to fewer stays out: documents by their label, lists by theirs", async (context) => {
  const { provider, add, run, refusals, count } = await embedded(context);
  await provider.publish("a.json", csaf("BW-1", { tlp: "AMBER" }));
  await provider.publish("b.json", csaf("BW-2", { tlp: "GREEN", version: 2 }));
  const id = await add("csaf", provider.address);
  await run(id);
  assert.deepEqual([await refusals(id), await count("advisory")], [{ "a.json": "advisories.restricted" }, 1]);
  provider.describe("rolie", { tlp: "RED" });
  const narrow = await add("csaf", provider.address);
  await run(narrow);
  assert.deepEqual(await refusals(narrow), { "white.json": "sources.list-restricted" });
});

test("a domain is asked where CSAF has it looked for, in its order", async (context) => {
  const { provider, publisher, add, run } = await embedded(context);
  await provider.publish("a.json", csaf("BW-1"));
  const id = await add("csaf", publisher.host);
  assert.equal((await run(id)).code, "sources.no-provider-metadata");
  publisher.put("/.well-known/security.txt", `Contact: mailto:x@example.org\nCSAF: ${provider.address}\n`);
  assert.equal((await run(id)).outcome, "done");
  let wellKnown = 0;
  publisher.answer("/.well-known/csaf/provider-metadata.json", (_, response) => {
    wellKnown += 1;
    response.writeHead(302, { location: provider.address }).end();
  });
  assert.equal((await run(id)).outcome, "unchanged");
  assert.equal(wellKnown, 1, "the well-known address comes first");
});

test("a provider that is gone is not asked for each of its documents", async (context) => {
  const { provider, publisher, add, run } = await embedded(context);
  for (let n = 0; n < 40; n += 1) await provider.publish(`d${n}.json`, csaf(`BW-${n}`));
  for (let n = 0; n < 40; n += 1) {
    publisher.answer(pathOf(`d${n}.json`), (request) => void request.socket.destroy());
  }
  const before = publisher.asked.length;
  const { outcome, code } = await run(await add("csaf", provider.address));
  assert.deepEqual([outcome, code], ["failed", "net.unreachable"]);
  assert.ok(publisher.asked.slice(before).filter((line) => line.includes("/2026/")).length < 40);
});

test("a rest that is asked for in the middle keeps what came, and the next run goes on", async (context) => {
  const { provider, publisher, add, run, count } = await embedded(context);
  for (let n = 0; n < 10; n += 1) {
    await provider.publish(`d${n}.json`, csaf(`BW-${n}`, { version: n + 1 }), `2026-10-${10 + n}T00:00:00Z`);
  }
  publisher.answer(pathOf("d0.json"), (_, response) => void response.writeHead(429, { "retry-after": "60" }).end());
  const id = await add("csaf", provider.address);
  const first = await run(id);
  assert.deepEqual([first.code, await count("advisory_document")], ["sources.asked-to-wait", 9]);
  await provider.publish("d0.json", csaf("BW-0"), "2026-10-10T00:00:00Z");
  const second = await run(id);
  assert.deepEqual([second.outcome, second.counts?.taken, second.counts?.unchanged], ["done", 1, 9]);
});

test("a test says what would come, and with which keys, and takes nothing", async (context) => {
  const { provider, add, ground, show, count } = await embedded(context);
  await provider.publish("a.json", csaf("BW-1"));
  const id = await add("csaf", provider.address, { paused: true });
  const { handle } = await show(id);
  const found = await testSource(ground, handle);
  assert.deepEqual(
    [found.publisher, found.documents, found.error, found.keys.map(({ fingerprint }) => fingerprint)],
    ["Beacon Works", 1, null, provider.keys.map(({ forger }) => forger.fingerprint)],
  );
  assert.deepEqual([await count("advisory"), (await show(id)).keys], [0, []]);
});

test("real documents of a real provider", { skip: skipWithout("csaf/cisa-slice.zip") }, async (context) => {
  const { provider, add, run, count } = await embedded(context);
  const decoder = new TextDecoder();
  const real = [...readDataZip("csaf/cisa-slice.zip")].slice(0, 60);
  for (const [name, bytes] of real) await provider.publish(name, decoder.decode(bytes));
  const { outcome, counts } = await run(await add("csaf", provider.address));
  assert.deepEqual([outcome, counts?.taken, counts?.refused], ["done", 60, 0]);
  assert.equal(await count("advisory_document"), 60);
});
