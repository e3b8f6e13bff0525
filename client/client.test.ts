import assert from "node:assert/strict";
import { test } from "node:test";
import { Answering, json, problem } from "../testing/answering.ts";
import * as notes from "../testing/notes.ts";
import { createCaller } from "./caller.ts";
import { createClient } from "./create-client.ts";
import { retryAfterOf } from "./failure.ts";
import { fileNameOf } from "./file.ts";
import { HubError } from "./hub-error.ts";

const note = { id: "019ab000-0000-7000-8000-000000000001", title: "가", at: "2026-11-20T03:04:05.000Z" };

/** A caller that does not really wait, and keeps how long it would have. */
function quick(url: string, options: { retries?: number; timeout?: number } = {}) {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  return { ...createCaller({ url, key: "secret", language: "ko", wait, ...options }), waits };
}

const refused = (code: string) => (error: unknown) => error instanceof HubError && error.code === code;

test("a call is written as its contract says, and its answer comes with dates", async () => {
  await using hub = await Answering.start((_, response) =>
    json(response, 201, note, { etag: '"1"', "idempotency-replayed": "true", "bongsu-problems": "2" }),
  );
  const { answer } = quick(`${hub.url}/`);
  const given = { organisation: "bada-bank", title: "가", due: new Date("2026-12-01T00:00:00Z") };
  const { data, ...beside } = await answer(notes.addNote, given, { language: "en" });
  assert.deepEqual(data, { ...note, at: new Date(note.at) });
  assert.deepEqual(beside, { status: 201, etag: '"1"', replayed: true, problems: 2, request: null });
  const [asked] = hub.asked;
  assert.deepEqual([asked?.method, asked?.url], ["POST", "/api/v1/organisations/bada-bank/notes"]);
  assert.deepEqual(JSON.parse(String(asked?.body)), { title: "가", due: "2026-12-01T00:00:00.000Z" });
  assert.deepEqual([asked?.headers.authorization, asked?.headers["accept-language"]], ["Bearer secret", "en"]);
  assert.match(String(asked?.headers["idempotency-key"]), /^[0-9a-f]{32}$/);
});

test("a query carries lists, truth and dates; a path's value cannot leave its place", async () => {
  await using hub = await Answering.start((_, response) => json(response, 200, { items: [], next: null }));
  const { answer } = quick(hub.url);
  const since = new Date("2026-11-20T00:00:00Z");
  await answer(notes.listNotes, { organisation: "a/b?c#d", tags: ["x", "y&z"], open: false, since, limit: undefined });
  assert.equal(
    hub.asked[0]?.url,
    "/api/v1/organisations/a%2Fb%3Fc%23d/notes?tags=x&tags=y%26z&open=false&since=2026-11-20T00%3A00%3A00.000Z",
  );
  for (const organisation of ["..", ".", "", undefined]) {
    await assert.rejects(async () => answer(notes.listNotes, { organisation }), refused("client.invalid-path"));
  }
  assert.equal(hub.asked.length, 1);
});

test("pages follow one another, and a reader who has enough asks for no more", async () => {
  await using hub = await Answering.start(({ url }, response) => {
    const cursor = new URL(url, "http://x").searchParams.get("cursor");
    json(response, 200, {
      items: [{ ...note, title: cursor ?? "first" }],
      next: cursor === "c2" ? null : cursor === null ? "c1" : "c2",
    });
  });
  const caller = quick(hub.url);
  const titles: unknown[] = [];
  for await (const { items } of caller.pages(notes.listNotes, { organisation: "a" })) titles.push(...items);
  assert.deepEqual(
    titles.map((one) => (one as { title: string }).title),
    ["first", "c1", "c2"],
  );
  for await (const _ of caller.pages(notes.listNotes, { organisation: "a" })) break;
  assert.equal(hub.asked.length, 4);
});

test("what passes is tried again, under the same idempotency key, and no sooner than the hub asks", async () => {
  await using hub = await Answering.start((_, response, before) => {
    if (before === 0) problem(response, 503, "database.unreachable", { "retry-after": "7" });
    else if (before === 1) response.destroy();
    else if (before === 2) problem(response, 429, "http.too-many-requests", { "retry-after": "2" });
    else json(response, 201, note);
  });
  const { answer, waits } = quick(hub.url);
  await answer(notes.addNote, { organisation: "a", title: "t", due: null });
  assert.equal(new Set(hub.asked.map(({ headers }) => headers["idempotency-key"])).size, 1);
  assert.equal(hub.asked.length, 4);
  assert.ok((waits[0] ?? 0) >= 7000 && (waits[2] ?? 0) >= 2000, String(waits));
});

test("what may have been done and is not safe to repeat is not repeated", async () => {
  await using hub = await Answering.start((_, response) => response.destroy());
  const { answer } = quick(hub.url);
  const given = { note: note.id, title: "t" };
  await assert.rejects(answer(notes.changeNote, given), refused("client.unreachable"));
  assert.equal(hub.asked.length, 1);
  await assert.rejects(answer(notes.listNotes, { organisation: "a" }), refused("client.unreachable"));
  assert.equal(hub.asked.length, 5);
});

test("a refusal carries its code, status, both languages and the fields at fault", async () => {
  const errors = [{ pointer: "/title", detail: "too long", message: { en: "too long", ko: "너무 깁니다" } }];
  const body = {
    code: "http.invalid-input",
    message: { en: "no", ko: "아니요" },
    fix: { en: "mend", ko: "고치세요" },
    errors,
  };
  await using hub = await Answering.start((_, response) => json(response, 422, { ...body, place: { path: "/title" } }));
  const caught = await quick(hub.url)
    .answer(notes.changeNote, { note: note.id, title: "t" })
    .catch((error: unknown) => error);
  assert.ok(caught instanceof HubError);
  assert.deepEqual([caught.code, caught.status, caught.retryAfter], ["http.invalid-input", 422, null]);
  assert.deepEqual(caught.problem.fix, body.fix);
  assert.deepEqual(caught.errors, [{ pointer: "/title", message: errors[0]?.message }]);
  assert.equal(hub.asked.length, 1);
});

test("an answer that is no hub's, or of a form that is not known, says so", async () => {
  await using portal = await Answering.start((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in to this network</h1>"),
  );
  await assert.rejects(quick(portal.url).answer(notes.listNotes, { organisation: "a" }), refused("client.not-a-hub"));
  await using other = await Answering.start((_, response) => json(response, 200, { items: [{ id: 1 }], next: null }));
  await assert.rejects(
    quick(other.url).answer(notes.listNotes, { organisation: "a" }),
    refused("client.unknown-answer"),
  );
  await using away = await Answering.start((_, response) => response.writeHead(302, { location: portal.url }).end());
  const asked = portal.asked.length;
  await assert.rejects(quick(away.url).answer(notes.listNotes, { organisation: "a" }), refused("client.unreachable"));
  assert.equal(portal.asked.length, asked, "the key went to another host");
});

test("entity tags: nothing new is an empty answer, and a change is held to what was read", async () => {
  await using hub = await Answering.start(({ headers }, response) =>
    headers["if-none-match"] === '"1"'
      ? void response.writeHead(304, { etag: '"1"' }).end()
      : problem(response, 412, "http.changed-meanwhile"),
  );
  const { answer } = quick(hub.url);
  assert.deepEqual((await answer(notes.listNotes, { organisation: "a" }, { etag: '"1"' })).data, null);
  const changed = answer(notes.changeNote, { note: note.id, title: "t" }, { ifMatch: '"0"' });
  await assert.rejects(changed, refused("http.changed-meanwhile"));
  assert.equal(hub.asked[1]?.headers["if-match"], '"0"');
});

test("files go up and come down as bytes", async () => {
  await using hub = await Answering.start(({ method }, response) =>
    method === "GET"
      ? void response
          .writeHead(200, {
            "content-type": "text/plain",
            "content-disposition": "attachment; filename*=UTF-8''%EA%B0%80.txt",
          })
          .end("내용")
      : json(response, 200, { taken: 1 }),
  );
  const caller = quick(hub.url);
  await caller.answer(notes.importNotes, { organisation: "a", dry: true, document: new Uint8Array([0, 255]) });
  const body = new Blob(["b1"]).stream();
  await caller.answer(notes.importNotes, { organisation: "a", document: body });
  assert.deepEqual(
    hub.asked.map(({ url, body: sent, headers }) => [url, [...sent], headers["content-type"]]),
    [
      ["/api/v1/organisations/a/notes/import?dry=true", [0, 255], "application/octet-stream"],
      ["/api/v1/organisations/a/notes/import", [98, 49], "application/octet-stream"],
    ],
  );
  const file = await caller.file(notes.exportNotes, { note: note.id });
  assert.deepEqual([file.mediaType, file.name, await file.text()], ["text/plain", "가.txt", "내용"]);
});

test("a call ends when its signal says so, or its time is over", async () => {
  await using hub = await Answering.start(() => {});
  const slow = quick(hub.url, { timeout: 20, retries: 0 }).answer(notes.listNotes, { organisation: "a" });
  await assert.rejects(slow, refused("client.timed-out"));
  const reason = new Error("enough");
  const options = { signal: AbortSignal.abort(reason) };
  await assert.rejects(quick(hub.url).answer(notes.listNotes, { organisation: "a" }, options), reason);
});

test("the typed client calls the same", async () => {
  await using hub = await Answering.start((_, response) => json(response, 200, { items: [], next: null }));
  const client = createClient({ url: hub.url });
  assert.deepEqual(await client.members.listOrganisations({ sector: "finance" }), { items: [], next: null });
  for await (const _ of client.members.listOrganisations.all()) assert.fail("there are none");
  assert.deepEqual(
    hub.asked.map(({ url, headers }) => [url, headers.authorization]),
    [
      ["/api/v1/organisations?sector=finance", undefined],
      ["/api/v1/organisations", undefined],
    ],
  );
  for (const url of ["hub.example.org", "ftp://hub.example.org", "https://me@hub.example.org"]) {
    assert.throws(() => createClient({ url }), refused("client.invalid-url"));
  }
});

test("when to come again is a number of seconds or a date", () => {
  const now = Date.parse("2026-11-20T00:00:00Z");
  assert.deepEqual(
    ["3", "Fri, 20 Nov 2026 00:01:00 GMT", "Thu, 19 Nov 2026 00:00:00 GMT", "soon", null].map((one) =>
      retryAfterOf(one, now),
    ),
    [3, 60, 0, null, null],
  );
});

test("a suggested name is no path", () => {
  assert.deepEqual(
    [
      "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd",
      'attachment; filename="C:\\\\evil\\\\.bashrc"',
      "attachment; filename*=UTF-8''%E0%A4%A; filename=\"plain.txt\"",
      "inline",
      null,
    ].map(fileNameOf),
    ["passwd", "bashrc", "plain.txt", null, null],
  );
});
