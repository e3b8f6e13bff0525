import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { testHub } from "../../../../testing/hub.ts";
import type { Database } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { deleteOrganisation } from "../index.ts";

async function world(database: Database, context: TestContext) {
  const hub = await testHub(database, context);
  const [bank, telecom, agency, outside] = [
    await hub.organisation("bank"),
    await hub.organisation("telecom", "telecom"),
    await hub.organisation("agency", "government"),
    await hub.organisation("outside", "energy"),
  ];
  const administrator = (name: string, of: typeof bank) =>
    hub.person(name, [{ of, role: "organisation-administrator" }]);
  const people = {
    bank: await administrator("banker", bank),
    telecom: await administrator("operator", telecom),
    agency: await hub.person("coordinator", [{ of: agency, role: "national-coordinator" }]),
    outside: await administrator("outsider", outside),
  };
  type Who = keyof typeof people;
  const call = (who: Who, method: string, path: string, json?: object) =>
    hub.ask(`/api/v1${path}`, { method, cookie: people[who].cookie, ...(json === undefined ? {} : { json }) });
  /** A circle of the bank's; gives its handle. */
  const circle = async (listed = true, handle = "ring"): Promise<string> => {
    const { body } = await call("bank", "POST", "/circles", {
      organisation: "bank",
      handle,
      name: { en: "Ring", ko: "모임" },
      listed,
    });
    return body.handle;
  };
  const join = async (handle: string, who: Who) => {
    await call("bank", "POST", `/circles/${handle}/invitations`, { member: who });
    return call(who, "PUT", `/circles/${handle}/members/${who}`);
  };
  const members = async (handle: string, who: Who = "bank") =>
    (await call(who, "GET", `/circles/${handle}/members`)).body.items.map(
      (one: { organisation: string; role: string }) => `${one.organisation} ${one.role}`,
    );
  return { ...hub, bank, telecom, agency, outside, people, call, circle, join, members };
}

onBothDatabases(
  "one comes into a circle by invitation or by request, each accepted by the other side",
  async (database, context) => {
    const { call, circle, members } = await world(database, context);
    const ring = await circle();
    assert.equal(ring, "ring");
    const invited = await call("bank", "POST", "/circles/ring/invitations", { member: "telecom", message: "Come in" });
    assert.deepEqual([invited.status, invited.body.kind], [201, "invitation"]);
    const codes = async (...asked: Parameters<typeof call>) => {
      const { status, body } = await call(...asked);
      return [status, body.code];
    };
    assert.deepEqual(await codes("bank", "POST", "/circles/ring/invitations", { member: "telecom" }), [
      409,
      "circles.already-waiting",
    ]);
    assert.deepEqual(await codes("bank", "PUT", "/circles/ring/members/telecom"), [403, "circles.not-permitted"]);
    assert.deepEqual(await codes("outside", "PUT", "/circles/ring/members/telecom"), [
      404,
      "circles.unknown-invitation",
    ]);
    assert.equal((await call("telecom", "GET", "/circle-invitations")).body.items.length, 1);
    assert.equal((await call("outside", "GET", "/circle-invitations")).body.items.length, 0);
    assert.equal((await call("telecom", "PUT", "/circles/ring/members/telecom")).status, 200);
    const asked = await call("agency", "POST", "/circles/ring/requests", { organisation: "agency" });
    assert.deepEqual([asked.status, asked.body.kind], [201, "request"]);
    assert.deepEqual(await codes("agency", "PUT", "/circles/ring/members/agency"), [403, "circles.not-permitted"]);
    assert.deepEqual(await codes("telecom", "PUT", "/circles/ring/members/agency"), [
      404,
      "circles.unknown-invitation",
    ]);
    assert.equal((await call("bank", "PUT", "/circles/ring/members/agency")).status, 200);
    assert.deepEqual(await members("ring"), ["agency member", "bank administrator", "telecom member"]);
    assert.deepEqual(await codes("bank", "POST", "/circles/ring/invitations", { member: "agency" }), [
      409,
      "circles.already-in",
    ]);
  },
);

onBothDatabases("nobody acts for an organisation that is not theirs", async (database, context) => {
  const { call, person, ask, bank, circle } = await world(database, context);
  await circle();
  const foreign = await call("telecom", "POST", "/circles/ring/requests", { organisation: "outside" });
  assert.deepEqual([foreign.status, foreign.body.code], [403, "circles.not-permitted"]);
  const made = await call("telecom", "POST", "/circles", {
    organisation: "bank",
    handle: "mine",
    name: { en: "x", ko: "x" },
  });
  assert.equal(made.status, 403);
  const analyst = await person("analyst", [{ of: bank, role: "analyst" }]);
  const invited = await ask("/api/v1/circles/ring/invitations", {
    cookie: analyst.cookie,
    json: { member: "outside" },
  });
  assert.equal(invited.status, 403);
  for (const [method, path, json] of [
    ["POST", "/circles/ring/invitations", { member: "outside" }],
    ["PATCH", "/circles/ring", { listed: false }],
    ["DELETE", "/circles/ring", undefined],
    ["DELETE", "/circles/ring/members/bank", undefined],
    ["PUT", "/circles/ring/members/bank/role", { role: "member" }],
  ] as const) {
    const refused = await call("outside", method, path, json);
    assert.deepEqual([refused.status, refused.body.code], [403, "circles.not-permitted"], `${method} ${path}`);
  }
});

onBothDatabases("an unlisted circle does not exist for those outside", async (database, context) => {
  const { call, circle, join, members } = await world(database, context);
  const secret = await circle(false, "secret");
  assert.match(secret, /^secret-[a-z2-9]{8}$/);
  await join(secret, "telecom");
  const json = { organisation: "outside" };
  for (const [method, path, body] of [
    ["GET", "", undefined],
    ["GET", "/members", undefined],
    ["GET", "/events", undefined],
    ["POST", "/requests", json],
    ["POST", "/invitations", { member: "agency" }],
    ["PUT", "/members/outside", undefined],
    ["DELETE", "/members/bank", undefined],
    ["DELETE", "", undefined],
  ] as const) {
    const answer = await call("outside", method, `/circles/${secret}${path}`, body);
    assert.deepEqual([answer.status, answer.body.code], [404, "circles.unknown-circle"], `${method} ${path}`);
    const nowhere = await call("outside", method, `/circles/nowhere${path}`, body);
    const strip = (text: unknown) =>
      JSON.stringify(text)
        .replaceAll(secret, "?")
        .replaceAll("nowhere", "?")
        .replace(/urn:uuid:[^"]+/g, "");
    assert.equal(strip(answer.body), strip(nowhere.body), "an answer that tells the two apart");
  }
  assert.deepEqual((await call("outside", "GET", "/circles")).body.items, []);
  // Its name is free for others, so that trying names finds nothing.
  const taken = await call("outside", "POST", "/circles", {
    organisation: "outside",
    handle: "secret",
    name: { en: "x", ko: "x" },
  });
  assert.equal(taken.status, 201);
  assert.deepEqual(await members(secret, "telecom"), ["bank administrator", "telecom member"]);
});

onBothDatabases(
  "of a listed circle, outsiders know that it is there and not who is in it",
  async (database, context) => {
    const { call, circle, join } = await world(database, context);
    await circle();
    await join("ring", "telecom");
    const { body } = await call("outside", "GET", "/circles/ring");
    assert.deepEqual([body.members, body.role, body.waiting], [null, null, null]);
    for (const path of ["members", "events"]) {
      const refused = await call("outside", "GET", `/circles/ring/${path}`);
      assert.deepEqual([refused.status, refused.body.code], [403, "circles.not-permitted-outside"]);
    }
    const inside = await call("telecom", "GET", "/circles?mine=true");
    assert.deepEqual(
      inside.body.items.map((one: { handle: string; members: number; role: string }) => [
        one.handle,
        one.members,
        one.role,
      ]),
      [["ring", 2, "member"]],
    );
    assert.equal((await call("outside", "GET", "/circles?mine=true")).body.items.length, 0);
  },
);

onBothDatabases("a circle keeps an administrator", async (database, context) => {
  const { call, circle, join, members } = await world(database, context);
  await circle();
  await join("ring", "telecom");
  const code = async (...asked: Parameters<typeof call>) => (await call(...asked)).body.code;
  assert.equal(await code("bank", "DELETE", "/circles/ring/members/bank"), "circles.last-administrator");
  assert.equal(
    await code("bank", "PUT", "/circles/ring/members/bank/role", { role: "member" }),
    "circles.last-administrator",
  );
  assert.equal(await code("bank", "DELETE", "/circles/ring"), "circles.still-in-use");
  assert.equal(
    (await call("bank", "PUT", "/circles/ring/members/telecom/role", { role: "administrator" })).status,
    200,
  );
  assert.equal((await call("bank", "DELETE", "/circles/ring/members/bank")).status, 200);
  assert.deepEqual(await members("ring", "telecom"), ["telecom administrator"]);
  assert.equal(await code("bank", "GET", "/circles/ring/members"), "circles.not-permitted-outside");
  assert.equal((await call("telecom", "DELETE", "/circles/ring")).status, 200);
  assert.equal(await code("telecom", "GET", "/circles/ring"), "circles.unknown-circle");
});

onBothDatabases("two last administrators who leave at once do not both leave", async (database, context) => {
  const { call, circle, join } = await world(database, context);
  for (const attempt of [1, 2, 3]) {
    const ring = await circle(true, `ring-${attempt}`);
    await join(ring, "telecom");
    await call("bank", "PUT", `/circles/${ring}/members/telecom/role`, { role: "administrator" });
    const statuses = await Promise.all([
      call("bank", "DELETE", `/circles/${ring}/members/bank`),
      call("telecom", "PUT", `/circles/${ring}/members/telecom/role`, { role: "member" }),
    ]);
    assert.deepEqual(statuses.map(({ status }) => status).sort(), [200, 422]);
  }
  const { rows } = await sql<{ administrators: number }>`
    select count(*)::int as administrators from circle_member where role = 'administrator' group by circle
  `.execute(database.kysely);
  assert.deepEqual(
    rows.map(({ administrators }) => administrators),
    [1, 1, 1],
  );
});

onBothDatabases("of many acceptances at once, one lets the organisation in", async (database, context) => {
  const { call, circle, members } = await world(database, context);
  await circle();
  const asks = await Promise.all(
    Array.from({ length: 5 }, () => call("telecom", "POST", "/circles/ring/requests", { organisation: "telecom" })),
  );
  assert.deepEqual(asks.map(({ status }) => status).sort(), [201, 409, 409, 409, 409]);
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      index % 2 === 0
        ? call("bank", "PUT", "/circles/ring/members/telecom")
        : call("bank", "DELETE", "/circles/ring/invitations/telecom"),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404, 404, 404]);
  assert.ok([1, 2].includes((await members("ring")).length));
});

onBothDatabases("the history names nobody whom its reader may not know", async (database, context) => {
  const { call, circle, join, clock } = await world(database, context);
  const later = () => "advance" in clock && typeof clock.advance === "function" && clock.advance(60_000);
  await circle();
  later();
  await join("ring", "outside");
  later();
  await call("bank", "POST", "/circles/ring/invitations", { member: "agency" });
  await call("agency", "DELETE", "/circles/ring/invitations/agency");
  later();
  await call("outside", "DELETE", "/circles/ring/members/outside");
  later();
  await join("ring", "telecom");
  const history = async (who: "bank" | "telecom") =>
    (await call(who, "GET", "/circles/ring/events?limit=100")).body.items
      .map(
        (one: { kind: string; organisation: { handle: string } | null }) =>
          `${one.kind} ${one.organisation?.handle ?? "?"}`,
      )
      .sort();
  assert.deepEqual(await history("telecom"), [
    "created bank",
    "invited telecom",
    "joined ?",
    "joined telecom",
    "left ?",
  ]);
  assert.deepEqual(await history("bank"), [
    "created bank",
    "declined agency",
    "invited agency",
    "invited outside",
    "invited telecom",
    "joined outside",
    "joined telecom",
    "left outside",
  ]);
  const seen = await call("telecom", "GET", "/circles/ring/events?limit=100");
  assert.doesNotMatch(JSON.stringify(seen.body), /banker|outsider|"agency"/, "other organisations' people and guests");
});

onBothDatabases("pages of a history join without a gap or an overlap", async (database, context) => {
  const { call, circle } = await world(database, context);
  await circle();
  for (const text of ["a", "b", "c", "d"]) await call("bank", "PATCH", "/circles/ring", { description: text });
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path: string = `/circles/ring/events?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const { body } = await call("bank", "GET", path);
    ids.push(...body.items.map((one: { id: string }) => one.id));
    cursor = body.next;
  }
  assert.deepEqual([ids.length, new Set(ids).size], [5, 5]);
});

onBothDatabases(
  "an organisation that is removed leaves its circles to whoever was there longest",
  async (database, context) => {
    const { call, circle, join, members, bank, clock } = await world(database, context);
    await circle();
    await join("ring", "telecom");
    await circle(true, "alone");
    await inTransaction(database, (transaction) => deleteOrganisation(transaction, bank.id, clock));
    assert.deepEqual(await members("ring", "telecom"), ["telecom administrator"]);
    assert.equal((await call("telecom", "GET", "/circles/alone")).status, 404);
  },
);
