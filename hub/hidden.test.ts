import assert from "node:assert/strict";
import { onBothDatabases } from "../testing/databases.ts";
import { testHub } from "../testing/hub.ts";
import { manualClock } from "./platform/clock.ts";
import { eventsAfter } from "./platform/events/index.ts";

const api = "/api/v1";

onBothDatabases(
  "who joins a circle late learns neither by its history nor by the event stream who was gone before",
  async (database, context) => {
    const clock = manualClock("2026-11-20T00:00:00Z");
    const { organisation, person, ask, settle, address } = await testHub(database, context, { clock });
    const names = ["bank", "quitter", "newcomer"] as const;
    const people = await Promise.all(
      names.map(async (name) =>
        person(`of ${name}`, [{ of: await organisation(name), role: "organisation-administrator" }]),
      ),
    );
    const [bank, quitter, newcomer] = people.map(({ cookie }) => cookie);
    const done = async (cookie: string | undefined, method: string, path: string, json?: object) => {
      clock.advance(1_000);
      const { status, body } = await ask(`${api}${path}`, { method, cookie: cookie ?? "", ...(json && { json }) });
      assert.ok(status < 300, JSON.stringify(body));
      return body;
    };
    const { handle } = await done(bank, "POST", "/circles", {
      organisation: "bank",
      handle: "ring",
      name: { en: "Ring", ko: "모임" },
      listed: false,
    });
    const circle = `/circles/${handle}`;
    for (const [name, cookie] of [
      ["quitter", quitter],
      ["newcomer", newcomer],
    ] as const) {
      await done(bank, "POST", `${circle}/invitations`, { member: name });
      await done(cookie, "PUT", `${circle}/members/${name}`);
      if (name !== "quitter") continue;
      await done(bank, "PUT", `${circle}/members/${name}/role`, { role: "administrator" });
      await done(cookie, "DELETE", `${circle}/members/${name}`);
    }
    const history = await done(newcomer, "GET", `${circle}/events`);
    assert.doesNotMatch(JSON.stringify(history), /quitter/);
    await settle();
    const last = (await eventsAfter(database.kysely, 0, 1_000)).at(-1)?.number ?? 0;
    const leaving = new AbortController();
    const response = await fetch(`${address}${api}/events?after=0`, {
      headers: { cookie: newcomer ?? "" },
      signal: leaving.signal,
    });
    let heard = "";
    for await (const chunk of response.body ?? []) {
      heard += Buffer.from(chunk).toString();
      // The last of them is his own: everybody in the circle hears who joined it.
      if (heard.includes(`data: {"number":${last},`)) break;
    }
    assert.match(heard, /circles\.joined/);
    assert.doesNotMatch(heard, /quitter/);
  },
);

onBothDatabases(
  "an answer is repeated to whoever was given it, to nobody else, and not where the operation is no more his",
  async (database, context) => {
    const { organisation, person, ask, key: keyOf } = await testHub(database, context);
    const [bank, telecom] = [await organisation("bank"), await organisation("telecom")];
    const role = "organisation-administrator";
    const one = await person("One", [
      { of: bank, role },
      { of: telecom, role },
    ]);
    const other = await person("Other", [{ of: bank, role }]);
    const machine = await keyOf(bank, "organisation-administrator");
    const repeated = { "idempotency-key": "the-same-key-for-all" };
    const report = { kind: "note", title: "Title", text: "secret-word", tlp: "RED" };
    const share = (cookie: string) =>
      ask(`${api}/organisations/bank/reports`, { cookie, json: report, headers: repeated });
    const first = await share(one.cookie);
    assert.equal(first.status, 201);
    const again = await share(one.cookie);
    assert.deepEqual([again.status, again.body, again.headers.get("idempotency-replayed")], [201, first.body, "true"]);

    // The same key of somebody else is another key, and another question under it is refused without the answer.
    const another = await share(other.cookie);
    assert.deepEqual([another.status, another.headers.get("idempotency-replayed")], [201, null]);
    assert.notEqual(another.body.id, first.body.id);
    const byMachine = await ask(`${api}/organisations/bank/reports`, {
      key: machine,
      json: { ...report, tlp: "AMBER" },
      headers: repeated,
    });
    assert.deepEqual([byMachine.status, byMachine.headers.get("idempotency-replayed")], [201, null]);
    const misused = await ask(`${api}/organisations/bank/reports`, {
      cookie: one.cookie,
      json: { ...report, title: "Another" },
      headers: repeated,
    });
    assert.equal(misused.body.code, "http.key-reused");
    assert.doesNotMatch(JSON.stringify(misused.body), /secret-word/);

    // An operation that names no organisation in its path: what he was told, he is told again, as it was then.
    const circle = { organisation: "bank", handle: "ring", name: { en: "Ring", ko: "모임" }, listed: false };
    const create = () =>
      ask(`${api}/circles`, { cookie: one.cookie, json: circle, headers: { "idempotency-key": "key-of-the-circle" } });
    const made = await create();
    assert.equal(made.status, 201);
    const gone = await ask(`${api}/organisations/bank/people/${one.id}`, { method: "DELETE", cookie: other.cookie });
    assert.equal(gone.status, 200);
    const later = await create();
    assert.deepEqual([later.status, later.body, later.headers.get("idempotency-replayed")], [201, made.body, "true"]);
    // But it does not exist for him any more, wherever he asks anew.
    const now = await ask(`${api}/circles/${made.body.handle}`, { cookie: one.cookie });
    assert.equal(now.body.code, "circles.unknown-circle");

    // Where the path names an organisation that he left, he may not even ask.
    const refused = await share(one.cookie);
    assert.deepEqual([refused.status, refused.body.code], [403, "http.not-permitted"]);
    assert.doesNotMatch(JSON.stringify(refused.body), /secret-word/);
  },
);
