import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { guardOf } from "../../../platform/net/index.ts";
import { openVault, resealAll, vaultOf } from "../../../platform/secrets/index.ts";
import { sealedChannelColumns } from "./channels.ts";
import { startSink, status } from "./testing/sink.ts";
import { at, deliveryWorld } from "./testing/world.ts";

onBothDatabases(
  "channels are made, shown, changed and removed by the organisation's administrators",
  async (database, context) => {
    const world = await deliveryWorld(database, context);
    const sink = await startSink(context);
    const made = await world.addChannel(`${sink.url}/services/T0/B0/token`, {
      kind: "slack",
      name: "보안팀",
      topics: ["exposure"],
      leastUrgency: "out-of-cycle",
    });
    assert.deepEqual(
      [made.status, made.body.secret, made.body.topics, made.body.leastUrgency],
      [201, null, ["exposure"], "out-of-cycle"],
    );
    const again = await world.addChannel(sink.url, { name: "보안팀" });
    assert.deepEqual([again.status, again.body.code], [409, "alerts.channel-exists"]);
    const list = (await world.administer("/alert-channels")).body.items;
    assert.deepEqual(
      list.map(({ name }: { name: string }) => name),
      ["보안팀"],
    );
    assert.ok(!JSON.stringify(list).includes("token"));

    const path = `/alert-channels/${made.id}`;
    const patched = await world.administer(path, {
      method: "PATCH",
      json: { name: "관제", topics: null, enabled: false },
    });
    assert.deepEqual([patched.body.name, patched.body.topics, patched.body.enabled], ["관제", null, false]);
    const etag = (await world.administer(path)).headers.get("etag") ?? "";
    await world.administer(path, { method: "PATCH", json: { name: "관제2" } });
    const late = await world.administer(path, {
      method: "PATCH",
      json: { name: "관제3" },
      headers: { "if-match": etag },
    });
    assert.equal(late.status, 412, "read too long ago");
    assert.equal((await world.administer(`${path}/secret`, { json: {} })).body.code, "alerts.no-secret");

    const analyst = await world.key(world.bank);
    const city = await world.organisation("city");
    const outsider = await world.person("Outsider", [{ of: city, role: "organisation-administrator" }]);
    assert.equal((await world.ask(`${at}/alert-channels`, { key: analyst })).status, 403);
    assert.equal((await world.ask(`${at}/alert-channels`, { cookie: outsider.cookie })).status, 403);
    const elsewhere = `/api/v1/organisations/city${path}`;
    assert.equal(
      (await world.ask(elsewhere, { cookie: outsider.cookie })).status,
      404,
      "another organisation's is not there",
    );

    const waiting = await world.deliver({ channelId: made.id, dueAt: new Date(world.clock.now().getTime() + 60_000) });
    const removed = await world.administer(path, { method: "DELETE" });
    assert.deepEqual(removed.body, { channel: made.id, cancelled: 1 });
    assert.equal((await world.show(waiting)).state, "cancelled");
    assert.equal((await world.administer(path)).status, 404);
    const { rows } = await sql<{ text: string }>`
    select string_agg(details::text, ' ') as text from audit_entry where operation like 'alerts.%'`.execute(
      database.kysely,
    );
    assert.ok(!(rows[0]?.text ?? "").includes("token"), "no token in the audit trail");
  },
);

onBothDatabases(
  "an address that leads inside is refused when it is given, and when it comes to do so",
  async (database, context) => {
    const inside = await startSink(context);
    let address = "203.0.113.7";
    const net = guardOf({ allow: [], resolve: async () => [address] });
    const world = await deliveryWorld(database, context, { environment: { BONGSU_ALLOW_PRIVATE_ADDRESSES: "" }, net });
    for (const [url, code] of [
      [inside.url, "net.not-encrypted"],
      ["https://127.0.0.1/", "net.address-forbidden"],
      ["https://169.254.169.254/latest/meta-data", "net.address-forbidden"],
      ["https://[::ffff:10.0.0.1]/", "net.address-forbidden"],
      ["https://user:secret@example.kr/", "net.bad-url"],
      ["https://example.kr:25/", "net.port-forbidden"],
      ["file:///etc/passwd", "net.bad-url"],
    ]) {
      const answer = await world.addChannel(url ?? "");
      assert.equal(answer.body.code, code, url);
    }
    address = "10.0.0.1";
    assert.equal((await world.addChannel("https://rebind.example.kr/")).body.code, "net.address-forbidden");
    address = "8.8.8.8";
    const { id: channelId } = await world.addChannel("https://rebind.example.kr/");
    address = "127.0.0.1";
    const id = await world.deliver({ channelId });
    await world.settle();
    const { state, problem, history } = await world.show(id);
    assert.deepEqual([state, problem, history[0].status], ["waiting", "net.address-forbidden", null]);
    assert.equal(inside.received.length, 0);
  },
);

onBothDatabases("a test sends at once and says what came of it and what to do", async (database, context) => {
  const world = await deliveryWorld(database, context);
  const sink = await startSink(context);
  const { id } = await world.addChannel(sink.url, { kind: "teams", name: "Teams" });
  const tests = () => world.administer(`/alert-channels/${id}/tests`, { json: {} });
  const good = await tests();
  assert.deepEqual(
    [good.status, good.body.delivered, good.body.status, good.body.answer, good.body.problem],
    [200, true, 200, "ok", null],
  );
  assert.match(sink.received[0]?.body ?? "", /봉수 시험 메시지|시험/);
  sink.answer(status(503, {}, "maintenance"));
  const bad = await tests();
  assert.deepEqual(
    [bad.body.delivered, bad.body.status, bad.body.answer, bad.body.problem.code],
    [false, 503, "maintenance", "alerts.receiver-failed"],
  );
  assert.match(bad.body.problem.fix.ko, /[가-힣]/);
  const logged = await world.show(bad.body.delivery);
  assert.deepEqual(
    [logged.state, logged.notice, logged.history.length],
    ["failed", "test", 1],
    "it is in the log, and not tried again",
  );
  for (let tried = 2; tried < 10; tried += 1) await tests();
  assert.equal((await tests()).body.code, "alerts.too-many-tests");
});

onBothDatabases("the log answers who was told what, when, how, and whether they saw it", async (database, context) => {
  const world = await deliveryWorld(database, context);
  const sink = await startSink(context);
  const { id: channelId } = await world.addChannel(sink.url);
  const kim = await world.person("Kim", [{ of: world.bank, role: "analyst" }]);
  const own = await world.alert({ key: "CVE-2026-7" });
  const secret = await world.alert({ key: "CVE-2026-8", people: [kim.id] });
  const mail = { channel: "email", recipient: "kim@bank.example.kr", person: kim.id };
  const told = await world.deliver({ ...mail, alerts: [own] });
  world.clock.advance(1_000);
  const personal = await world.deliver({ ...mail, alerts: [secret] });
  world.clock.advance(1_000);
  const hooked = await world.deliver({ channelId, alerts: [own] });
  await world.settle();
  await sql`update alert set acknowledged_at = ${world.clock.now()}, acknowledged_by = ${kim.id}, acknowledged_name = '김보안',
    state = 'acknowledged' where id = ${own}`.execute(database.kysely);

  const list = async (query: string, asking: object = { cookie: kim.cookie }) =>
    (await world.ask(`/api/v1/alert-deliveries?${query}`, asking)).body;
  const ids = async (query: string, asking?: object) =>
    (await list(query, asking)).items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await ids(""), [hooked, personal, told]);
  assert.deepEqual(await ids(`channel=${channelId}`), [hooked]);
  assert.deepEqual(await ids(`person=${kim.id}&way=email`), [personal, told]);
  assert.deepEqual(await ids("state=delivered"), [hooked]);
  assert.deepEqual(await ids(`alert=${own}`), [hooked, told]);
  assert.deepEqual(await ids("vulnerability=CVE-2026-8"), [personal]);
  assert.deepEqual(await ids("seen=true"), [told]);
  assert.deepEqual(await ids("seen=false"), [hooked, personal]);
  assert.deepEqual(await ids("from=2026-11-20T00:00:01Z&to=2026-11-20T00:00:02Z"), [personal]);
  const first = await list("limit=2");
  assert.deepEqual(
    (await list(`limit=2&cursor=${first.next}`)).items.map(({ id }: { id: string }) => id),
    [told],
  );

  const line = (await list(`alert=${own}&way=email`)).items[0];
  assert.deepEqual(
    [line.person.name, line.recipient, line.acknowledgedBy, line.alerts[0].key],
    ["Kim", "kim@bank.example.kr", "김보안", "CVE-2026-7"],
  );
  assert.notEqual(line.seenAt, null);

  const admin = { cookie: (await world.signIn(world.admin.id)).cookie };
  const hidden = (await list("vulnerability=CVE-2026-8", admin)).items;
  assert.deepEqual(hidden, [], "what an alert for others is about is not for their administrator either");
  const counted = (await world.ask(`${at}/alert-deliveries/${personal}`, admin)).body;
  assert.deepEqual([counted.alerts, counted.alertCount, counted.person.name], [[], 1, "Kim"]);

  const ministry = await world.organisation("ministry", "government");
  const auditor = await world.person("Auditor", [{ of: ministry, role: "auditor" }]);
  const outsider = await world.key(ministry);
  assert.equal((await ids("", { cookie: auditor.cookie })).length, 3, "an auditor sees every organisation's");
  assert.deepEqual(await ids("", { key: outsider }), []);
  assert.equal((await world.ask(`${at}/alert-deliveries/${told}`, { key: outsider })).status, 403);
  const reader = await world.key(world.bank, "read-only");
  assert.equal((await world.ask("/api/v1/alert-deliveries", { key: reader })).status, 403);
  const { rows } = await sql<{ marking: string }>`
    select marking from audit_entry where operation = 'alerts.listDeliveries' and actor = ${auditor.id}`.execute(
    database.kysely,
  );
  assert.deepEqual(rows, [{ marking: "AMBER+STRICT" }], "what the auditor read is in the trail");
});

onBothDatabases("what waits can be cancelled, and sent after all", async (database, context) => {
  const world = await deliveryWorld(database, context);
  const sink = await startSink(context);
  const { id: channelId } = await world.addChannel(sink.url);
  const id = await world.deliver({ channelId, dueAt: new Date(world.clock.now().getTime() + 3_600_000) });
  const post = (what: string) => world.administer(`/alert-deliveries/${id}/${what}`, { json: {} });
  assert.equal((await post("cancellation")).body.state, "cancelled");
  assert.equal((await post("cancellation")).body.code, "alerts.not-cancellable");
  world.clock.advance(7_200_000);
  await world.settle();
  assert.equal(sink.received.length, 0);
  assert.equal((await post("resends")).status, 200);
  await world.settle();
  assert.equal((await world.show(id)).state, "delivered");
  assert.equal(
    (await world.administer("/alert-deliveries/77777777-7777-4777-8777-777777777777/cancellation", { json: {} }))
      .status,
    404,
  );
});

onBothDatabases(
  "addresses and secrets rest sealed, and are sealed anew with the hub's key",
  async (database, context) => {
    const world = await deliveryWorld(database, context);
    const sink = await startSink(context);
    const { id, secret } = await world.addChannel(`${sink.url}/token-1`);
    await world.administer(`/alert-channels/${id}/secret`, { json: {} });
    const { rows } = await sql<{ row: string }>`select to_jsonb(c)::text as row from alert_channel c`.execute(
      database.kysely,
    );
    assert.ok(!(rows[0]?.row ?? "").includes("token-1") && !(rows[0]?.row ?? "").includes(secret.slice(6)));
    const before = openVault(world.config);
    const fresh = createSecretKey(randomBytes(32));
    const after = {
      ...vaultOf(fresh),
      open: before.open,
      rotate: (purpose: string, sealed: string) => vaultOf(fresh).seal(purpose, before.open(purpose, sealed)),
    };
    assert.ok((await resealAll(database, after, sealedChannelColumns)) >= 3);
    const { rows: again } = await sql<{ count: number }>`
    select count(*)::int as count from alert_channel
    where starts_with(address, ${`v1.${after.keyId}.`}) and starts_with(secret, ${`v1.${after.keyId}.`}) and starts_with(earlier_secret, ${`v1.${after.keyId}.`})
  `.execute(database.kysely);
    assert.equal(again[0]?.count, 1);
  },
);

onBothDatabases("a channel that cannot be opened waits, and holds up nobody", async (database, context) => {
  const world = await deliveryWorld(database, context);
  const sink = await startSink(context);
  const broken = await world.addChannel(sink.url, { name: "a" });
  const whole = await world.addChannel(sink.url, { name: "b" });
  await sql`update alert_channel set address = 'v1.0123456789abcdef.AAAA' where id = ${broken.id}`.execute(
    database.kysely,
  );
  const [first, second] = [await world.deliver({ channelId: broken.id }), await world.deliver({ channelId: whole.id })];
  await world.settle();
  assert.deepEqual(
    [(await world.show(first)).state, (await world.show(first)).problem],
    ["waiting", "secrets.damaged"],
  );
  assert.equal((await world.show(second)).state, "delivered");
});
