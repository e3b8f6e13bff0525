import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { newEmbedded } from "../../../testing/databases.ts";
import { kev, osv } from "../../../testing/documents.ts";
import { sourceLimits } from "./limits.ts";
import { sourcesWorld } from "./testing/world.ts";

async function world(context: TestContext, limits = {}) {
  const database = await newEmbedded();
  context.after(() => database.close());
  return sourcesWorld(database, context, { limits });
}

const advisory = (id: string) => osv({ id, package: ["npm", "lodash"], events: [{ introduced: "0" }] });

test("a connection that is cut in the middle takes nothing, and the next run takes all", async (context) => {
  const { publisher, add, run, count, config } = await world(context);
  const body = zipSync({ "a.json": advisory("GHSA-1"), noise: randomBytes(200_000) });
  publisher.answer("/all.zip", (_, response) => {
    response.writeHead(200, { "content-length": body.length }).write(body.slice(0, 100_000));
    setTimeout(() => response.destroy(), 20);
  });
  const id = await add("osv", `${publisher.origin}/all.zip`);
  const cut = await run(id);
  assert.deepEqual([cut.outcome, cut.code, await count("advisory")], ["failed", "net.unreachable", 0]);
  assert.deepEqual(readdirSync(join(config.dataDir, "sources")), [], "nothing is left on the disk");
  publisher.put("/all.zip", body);
  assert.deepEqual([(await run(id)).outcome, await count("advisory")], ["done", 1]);
});

test("lengths that are not true are noticed", async (context) => {
  const { publisher, add, run, count } = await world(context);
  const body = Buffer.from(kev(["CVE-2026-1", "CVE-2026-2"]));
  const id = await add("kev", `${publisher.origin}/kev.json`);
  for (const length of [body.length - 40, body.length + 40]) {
    publisher.answer("/kev.json", (_, response) => {
      const socket = response.socket;
      socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`);
    });
    assert.equal((await run(id)).outcome, "failed", String(length));
  }
  assert.equal(await count("known_exploited"), 0);
});

test("an archive that would fill the disk or the memory is not unpacked", async (context) => {
  const archive = { ...sourceLimits.archive, ratioFrom: 2 ** 20, ratio: 50 };
  const { publisher, add, run, count } = await world(context, { archive });
  const zeros = new Uint8Array(20 * 2 ** 20);
  publisher.put("/bomb.zip", zipSync({ "a.json": advisory("GHSA-1"), "b.json": zeros }));
  const id = await add("osv", `${publisher.origin}/bomb.zip`);
  assert.equal((await run(id)).code, "sources.archive-bomb");

  publisher.put("/nested.zip", zipSync({ "inner.zip": zipSync({ "b.json": zeros }) }, { level: 0 }));
  assert.equal(
    (await run(await add("cve", `${publisher.origin}/nested.zip`))).outcome,
    "done",
    "nothing in it is a record",
  );
  const records = { "CVE-2026-0001.json": zeros };
  publisher.put("/nested.zip", zipSync({ "inner.zip": zipSync(records) }, { level: 0 }));
  assert.equal((await run(await add("cve", `${publisher.origin}/nested.zip`))).code, "sources.archive-bomb");

  publisher.put("/epss.csv", gzipSync(zeros));
  const scores = await run(await add("epss", `${publisher.origin}/epss.csv`));
  assert.equal(scores.outcome, "failed");
  assert.equal(await count("epss"), 0);
});

test("what unpacks to more than it says, or is no zip at all, is told", async (context) => {
  const { publisher, add, run } = await world(context);
  const lying = Buffer.from(zipSync({ "a.json": advisory("GHSA-1") }));
  // The size once unpacked, in the directory (APPNOTE §4.3.12, offset 24).
  const directory = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lying.writeUInt32LE(5, directory + 24);
  publisher.put("/lying.zip", lying);
  const id = await add("osv", `${publisher.origin}/lying.zip`);
  const lied = await run(id);
  assert.deepEqual([lied.outcome, lied.counts?.taken, lied.counts?.refused], ["done", 0, 1]);
  for (const body of [strToU8("<html>"), zipSync({ "a.json": advisory("GHSA-1") }).slice(0, 60), new Uint8Array()]) {
    publisher.put("/no.zip", body);
    const { code } = await run(await add("osv", `${publisher.origin}/no.zip`));
    assert.equal(code, "sources.archive-damaged");
  }
});

test("too many files, too large a file, a body without end or without haste", async (context) => {
  const archive = { ...sourceLimits.archive, entries: 3 };
  const { publisher, add, run, count } = await world(context, {
    archive,
    listBytes: 100_000,
    silence: 300,
    downloadTime: 1_500,
  });
  publisher.put(
    "/many.zip",
    zipSync(Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.json`, advisory(`GHSA-${n}`)]))),
  );
  assert.equal((await run(await add("osv", `${publisher.origin}/many.zip`))).code, "sources.archive-too-many");

  publisher.answer("/endless", (_, response) => {
    response.writeHead(200);
    const more = () => response.write(randomBytes(10_000), (error) => (error ? undefined : setImmediate(more)));
    more();
  });
  assert.equal((await run(await add("kev", `${publisher.origin}/endless`))).code, "net.too-large");

  publisher.answer("/silent", (_, response) => void response.writeHead(200).write("{"));
  assert.equal((await run(await add("kev", `${publisher.origin}/silent`))).code, "net.timeout");

  publisher.answer("/slow", (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(" "), 50);
    response.on("close", () => clearInterval(timer));
  });
  assert.equal((await run(await add("kev", `${publisher.origin}/slow`))).code, "net.timeout");
  assert.equal(await count("known_exploited"), 0);
});

test("a source that asks for rest gets it; others are tried again ever more rarely", async (context) => {
  const { publisher, add, run, clock } = await world(context);
  publisher.answer("/kev.json", (_, response) => void response.writeHead(429, { "retry-after": "7200" }).end());
  const id = await add("kev", `${publisher.origin}/kev.json`);
  const wait = async () => {
    const { source } = await run(id);
    return (source.next_run.getTime() - clock.now().getTime()) / 60_000;
  };
  assert.equal(await wait(), 120);
  publisher.answer("/kev.json", (_, response) => void response.writeHead(500).end());
  // Minutes: twice as long each time, of which the test's chance leaves three quarters.
  assert.deepEqual([await wait(), await wait(), await wait()], [1.5, 3, 6]);
  for (let n = 0; n < 12; n += 1) await wait();
  assert.equal(await wait(), 0.75 * 24 * 60, "a day at most");
});

test("nobody is led inside", async (context) => {
  const { publisher, add, run } = await world(context);
  publisher.answer("/kev.json", (_, response) => void response.writeHead(302, { location: "https://db.corp/" }).end());
  const { code, error } = await run(await add("kev", `${publisher.origin}/kev.json`));
  assert.equal(code, "net.address-forbidden");
  assert.doesNotMatch(JSON.stringify(error), /10\.1\.2\.3/);
  publisher.answer(
    "/kev.json",
    (_, response) => void response.writeHead(302, { location: "http://feeds.example.test/" }).end(),
  );
  assert.equal((await run(await add("kev", `${publisher.origin}/kev.json`))).code, "net.redirect-forbidden");
});

test("one document that cannot be kept does not hold up the others", async (context) => {
  const { publisher, add, run, refusals, mistakes } = await world(context);
  const files = {
    "good.json": advisory("GHSA-1"),
    "bad.json": strToU8('{"id":"GHSA-2","modified":'),
    "deep.json": strToU8(
      `{"id":"GHSA-3","modified":"2026-01-01T00:00:00Z","affected":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
    ),
    "foreign.json": kev(["CVE-2026-1"]),
  };
  publisher.put("/all.zip", zipSync(files));
  const id = await add("osv", `${publisher.origin}/all.zip`);
  const { outcome, counts } = await run(id);
  assert.deepEqual([outcome, counts?.taken, counts?.refused], ["done", 1, 3]);
  const told = await refusals(id);
  assert.deepEqual([told["deep.json"], told["foreign.json"]], ["json.too-deep", "sources.not-what-it-says"]);
  assert.deepEqual(mistakes, []);
});

test("three failures in a row are told to the owner once they last, and that it is over", async (context) => {
  const { publisher, add, run, heard, owner } = await world(context);
  publisher.put("/kev.json", kev(["CVE-2026-1"]));
  const id = await add("kev", `${publisher.origin}/kev.json`);
  await run(id);
  publisher.remove("/kev.json");
  await run(id);
  await run(id);
  assert.equal(heard.raised.length, 0);
  await run(id);
  const [alert] = heard.raised;
  assert.deepEqual([alert?.organisation, alert?.topic, alert?.key, alert?.urgency], [owner.id, "source", id, 2]);
  assert.deepEqual(alert?.facts.code, "sources.http-status");
  const before = heard.settled.length;
  publisher.put("/kev.json", kev(["CVE-2026-1"]));
  await run(id);
  assert.deepEqual(heard.settled.slice(before), [{ organisation: owner.id, topic: "source", key: id }]);
});

test("a run that is stopped in the middle keeps what it took, and the next one goes on behind it", async (context) => {
  const { publisher, add, run, count, clock } = await world(context, { batchDocuments: 1 });
  const files = Object.fromEntries([1, 2, 3].map((n) => [`${n}.json`, advisory(`GHSA-${n}`)]));
  const body = zipSync(files);
  const stop = new AbortController();
  publisher.answer("/all.zip", (_, response) => {
    response.writeHead(200).write(body.slice(0, 40));
    stop.abort();
  });
  const id = await add("osv", `${publisher.origin}/all.zip`);
  const stopped = await run(id, stop.signal);
  assert.deepEqual([stopped.outcome, stopped.source.failures, stopped.source.lease], ["stopped", 0, null]);
  assert.equal(stopped.source.next_run.getTime(), clock.now().getTime(), "due at once");
  publisher.put("/all.zip", body);
  assert.deepEqual([(await run(id)).outcome, await count("advisory")], ["done", 3]);
});
