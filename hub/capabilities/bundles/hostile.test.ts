import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type BundleHeader, BundleWriter, type FrameKind, type Source } from "@bongsu/bundles";
import fc from "fast-check";
import { newEmbedded } from "../../../testing/databases.ts";
import { newId } from "../../platform/ids.ts";
import { importBundle } from "./index.ts";
import { type TestHub, testHub } from "./testing/hubs.ts";

type Frames = [Exclude<FrameKind, "H" | "T">, unknown[]][];

/** What a hub that is trusted, and turned hostile, may sign. */
async function signed(hub: TestHub, frames: Frames, rest: Partial<BundleHeader> = {}): Promise<Source> {
  const { x } = hub.identity.publicKey.jwk;
  const chunks: Uint8Array[] = [];
  const writer = await BundleWriter.begin(async (bytes) => void chunks.push(bytes), {
    format: "bongsu-bundle-1",
    id: newId(hub.clock.now()),
    hub: hub.name,
    key: { id: hub.identity.keyId, jwk: { kty: "OKP", crv: "Ed25519", x } },
    created: "2026-11-20T00:00:00Z",
    sequence: 1,
    range: { kind: "full" },
    recipient: null,
    highest: "AMBER+STRICT",
    expected: {},
    encryption: null,
    ...rest,
  });
  for (const [kind, records] of frames) await writer.frame(kind, records);
  await writer.finish(async (manifest) => hub.identity.sign(manifest));
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { name: "hostile", size: bytes.length, read: async (at, length) => bytes.slice(at, at + length) };
}

const report = {
  id: "0193a000-0000-7000-8000-000000000001",
  kind: "note",
  title: "Report",
  text: "Text",
  revision: 1,
  createdAt: "2026-11-20T00:00:00Z",
  withdrawnAt: null,
  owner: { handle: "bank", name: { en: "Bank", ko: "은행" } },
  author: null,
  tlp: "CLEAR",
  audience: [],
  embargoUntil: null,
  references: [],
};

async function pair(context: TestContext): Promise<[TestHub, TestHub]> {
  const databases = [await newEmbedded(), await newEmbedded()] as const;
  context.after(() => Promise.all(databases.map((database) => database.close())));
  const hubs: [TestHub, TestHub] = [await testHub("Hostile hub", databases[0]), await testHub("Hub", databases[1])];
  await hubs[1].member("city");
  await hubs[1].trust(hubs[0].hub, { maxMarking: "AMBER", represents: ["city"] });
  return hubs;
}

const taking = { replay: true, allowGap: true };

test("a trusted hub that turns hostile widens nothing, and what it spoils is refused one by one", async (context) => {
  const [from, to] = await pair(context);
  const foreign = { ...report, id: "0193a000-0000-7000-8000-000000000002" };
  const source = await signed(from, [
    [
      "R",
      [
        { ...foreign, title: "red", tlp: "RED" },
        { ...foreign, title: "none", tlp: null },
        { ...foreign, title: "strict", tlp: "AMBER+STRICT", audience: ["city"] },
        { ...foreign, title: "amber for nobody", tlp: "AMBER" },
        { ...foreign, title: "amber for a property", tlp: "AMBER", audience: ["constructor"] },
        { ...foreign, title: "year 0", createdAt: "0000-01-01T00:00:00Z" },
        { ...foreign, text: "NUL \u0000" },
        { ...foreign, title: "line\nbreak" },
        { ...foreign, revision: 2 ** 40 },
        { ...foreign, references: [{ kind: "asset", organisation: "x", id: "y" }] },
        7,
        null,
        { ...report, title: "good" },
      ],
    ],
    [
      "A",
      [
        { document: "x\u0000\ud800" },
        { document: report.id, provenance: "\u0000", text: "{}" },
        { document: report.id, provenance: "a", text: "[]" },
      ],
    ],
    ["K", [{ name: "CVE-1", source: "x", since: "2026-99-99", due: null, ruin: true }]],
    ["E", [{ name: "CVE-1", probability: 7, percentile: 0, date: null }]],
  ]);
  const { reports, refusedCount } = await importBundle(to.hub, source, taking);
  assert.deepEqual([reports, refusedCount], [1, 17]);
  assert.deepEqual(await to.sees({ kind: "anonymous" }), ["good"]);
  assert.deepEqual(await to.sees({ kind: "person", person: to.people.get("city") ?? "" }), ["good"]);
});

test("it cannot speak of a report of this hub, or of its organisations, though it names them", async (context) => {
  const [from, to] = await pair(context);
  const owner = (await to.database.execute("select id from organisation")).rows.map((row) => Object(row).id)[0];
  const own = await to.report("ours", { owner, tlp: "CLEAR" });
  const mine = {
    ...report,
    id: own,
    title: "theirs",
    revision: 9,
    owner: { handle: "city", name: { en: "x", ko: "x" } },
  };
  await importBundle(
    to.hub,
    await signed(from, [
      ["I", [{ after: null, until: null, reports: [own] }]],
      ["R", [mine]],
    ]),
    taking,
  );
  assert.deepEqual(await to.sees({ kind: "anonymous" }), ["ours", "theirs"]);
  await importBundle(
    to.hub,
    await signed(from, [["I", [{ after: null, until: null, reports: [] }]]], { sequence: 2 }),
    taking,
  );
  assert.deepEqual(await to.sees({ kind: "anonymous" }), ["ours"]);
});

test("whatever a trusted hub signs, an import ends with a summary", async (context) => {
  const [from, to] = await pair(context);
  const field = fc.constantFrom(
    ...Object.keys(report),
    "document",
    "provenance",
    "base64",
    "name",
    "date",
    "after",
    "until",
    "reports",
  );
  const hostile = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.string({ unit: "binary" }),
    fc.constantFrom("\u0000", "\ud800", "9".repeat(400), -1, 1e308, "__proto__", "2026-02-30", "0000-01-01T00:00:00Z"),
  );
  const mutated = fc
    .array(fc.tuple(field, hostile), { maxLength: 3 })
    .map((changes) => ({ ...report, ...Object.fromEntries(changes) }));
  const frames: fc.Arbitrary<Frames> = fc.array(
    fc.tuple(fc.constantFrom("A", "K", "E", "I", "R"), fc.array(fc.oneof(mutated, fc.jsonValue()), { maxLength: 4 })),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(frames, async (given) => {
      const { wasTaken } = await importBundle(to.hub, await signed(from, given), taking);
      assert.equal(wasTaken, false);
    }),
    { numRuns: Number(process.env.BONGSU_RUNS ?? 60) },
  );
});
