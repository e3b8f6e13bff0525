import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { startSink, status } from "./testing/sink.ts";
import { deliveryWorld } from "./testing/world.ts";

const hour = 3_600_000;

/** The signature as a receiver computes it from the specification. */
const signature = (secret: string, id: string, timestamp: string, body: string) =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64")}`;

onBothDatabases(
  "a webhook arrives whole and signed, once, and the log and the trail say so",
  async (database, context) => {
    const world = await deliveryWorld(database, context);
    const sink = await startSink(context);
    const { id: channelId, secret, body: made } = await world.addChannel(`${sink.url}/hooks/token-1`);
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    assert.equal(made.address, `${sink.url}/••••`, "what may be a token is covered");
    const id = await world.deliver({ channelId });
    await world.settle();
    const [got, ...others] = sink.received;
    assert.ok(got !== undefined && others.length === 0);
    assert.deepEqual(
      [got.path, got.headers["content-type"], got.headers["webhook-id"]],
      ["/hooks/token-1", "application/json", id],
    );
    const timestamp = String(got.headers["webhook-timestamp"]);
    assert.equal(timestamp, String(world.clock.now().getTime() / 1000));
    assert.equal(got.headers["webhook-signature"], signature(secret, id, timestamp, got.body));
    const { type, version, data } = JSON.parse(got.body);
    assert.deepEqual(
      [type, version, data.organisation.handle, data.marking],
      ["alert.raised", 1, "bank", "TLP:AMBER+STRICT"],
    );
    const [alert] = data.alerts;
    assert.deepEqual(
      [alert.urgency, alert.link, alert.dueAt, alert.facts],
      ["immediate", "https://hub.example.kr/exposures/CVE-2026-1", "2026-11-27T00:00:00.000Z", { assets: 3 }],
    );
    const shown = await world.show(id);
    assert.deepEqual(
      [shown.state, shown.attempts, shown.channelName, shown.history.length],
      ["delivered", 1, "SIEM", 1],
    );
    assert.deepEqual(
      [shown.history[0].status, shown.history[0].answer, shown.history[0].outcome],
      [200, "ok", "delivered"],
    );
    const { rows } = await sql<{
      actor_kind: string;
      outcome: string;
      subject: string;
      details: Record<string, unknown>;
    }>`
    select actor_kind, outcome, subject, details from audit_entry where operation = 'alerts.deliver'
  `.execute(database.kysely);
    assert.deepEqual(
      rows.map(({ actor_kind, outcome, subject, details }) => [
        actor_kind,
        outcome,
        subject,
        details.delivery,
        details.state,
      ]),
      [["hub", "done", alert.id, id, "delivered"]],
    );
  },
);

onBothDatabases(
  "a receiver that fails is tried again under the same id, later each time, and then given up",
  async (database, context) => {
    const world = await deliveryWorld(database, context);
    const sink = await startSink(context);
    sink.answer(status(503, {}, "down"));
    const { id: channelId } = await world.addChannel(sink.url);
    const id = await world.deliver({ channelId });
    const waits: number[] = [];
    for (let tries = 1; tries <= 11; tries += 1) {
      await world.settle();
      assert.equal(sink.received.length, tries);
      const { state, dueAt, problem } = await world.show(id);
      assert.equal(problem, "alerts.receiver-failed");
      if (tries === 11) assert.equal(state, "dead");
      else {
        assert.equal(state, "waiting");
        waits.push(Date.parse(dueAt) - world.clock.now().getTime());
        world.clock.set(dueAt);
      }
    }
    assert.ok(
      waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0) / 1.2),
      "later each time",
    );
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    assert.ok(total > 70 * hour && total < 90 * hour, "about three days");
    assert.deepEqual(new Set(sink.received.map(({ headers }) => headers["webhook-id"])), new Set([id]));
    assert.ok(
      new Set(sink.received.map(({ headers }) => headers["webhook-timestamp"])).size === 11,
      "each try has its own time",
    );

    const channel = (await world.administer(`/alert-channels/${channelId}`)).body;
    assert.ok(channel.failingSince !== null && channel.lastProblem === "alerts.receiver-failed");
    const alerts = await sql<{ key: string; state: string; people: string[] }>`
    select key, state, people from alert where topic = 'channel'`.execute(database.kysely);
    assert.deepEqual(
      alerts.rows,
      [{ key: channelId, state: "open", people: [world.admin.id] }],
      "its administrators are told once",
    );

    sink.answer(status(200));
    const resent = await world.administer(`/alert-deliveries/${id}/resends`, { json: {} });
    assert.deepEqual([resent.status, resent.body.state], [200, "waiting"]);
    await world.settle();
    const shown = await world.show(id);
    assert.deepEqual([shown.state, shown.attempts, shown.history.length], ["delivered", 1, 12]);
    assert.equal((await world.administer(`/alert-channels/${channelId}`)).body.failingSince, null);
    const after = await sql<{ state: string }>`select state from alert where topic = 'channel'`.execute(
      database.kysely,
    );
    assert.deepEqual(after.rows, [{ state: "settled" }]);
    assert.equal((await world.administer(`/alert-deliveries/${id}/resends`, { json: {} })).status, 422, "it arrived");
  },
);

onBothDatabases(
  "429 waits as long as it is asked to; a refusal is final; 410 switches the channel off",
  async (database, context) => {
    const world = await deliveryWorld(database, context);
    const sink = await startSink(context);
    const { id: channelId } = await world.addChannel(sink.url);
    sink.answer(status(429, { "retry-after": "600" }));
    const first = await world.deliver({ channelId });
    await world.settle();
    const waiting = await world.show(first);
    assert.equal(Date.parse(waiting.dueAt), world.clock.now().getTime() + 600_000);
    sink.answer(status(403, {}, "no \u001b[31m<b>token</b>\n"));
    world.clock.set(waiting.dueAt);
    await world.settle();
    const refused = await world.show(first);
    assert.deepEqual(
      [refused.state, refused.problem, refused.history[1].status],
      ["failed", "alerts.receiver-refused", 403],
    );
    assert.equal(refused.history[1].answer, "no [31m<b>token</b>", "without what drives a terminal");

    sink.answer(status(410));
    const second = await world.deliver({ channelId });
    await world.settle();
    assert.equal((await world.show(second)).problem, "alerts.receiver-gone");
    assert.equal((await world.administer(`/alert-channels/${channelId}`)).body.enabled, false);
    const count = sink.received.length;
    const third = await world.deliver({ channelId });
    await world.settle();
    assert.deepEqual([(await world.show(third)).problem, sink.received.length], ["alerts.channel-off", count]);

    sink.answer(status(200));
    await world.administer(`/alert-channels/${channelId}`, { method: "PATCH", json: { enabled: true } });
    const all = await world.administer("/alert-resends", { json: { channel: channelId } });
    assert.equal(all.body.count, 3);
    await world.settle();
    assert.deepEqual(
      await Promise.all([first, second, third].map(async (id) => (await world.show(id)).state)),
      Array(3).fill("delivered"),
    );
  },
);

onBothDatabases("slow, endless and leading answers harm nobody", async (database, context) => {
  const world = await deliveryWorld(database, context);
  const sink = await startSink(context);
  const inside = await startSink(context);
  const { id: channelId } = await world.addChannel(sink.url);
  sink.answer((response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x".repeat(50_000)), 1);
    response.on("close", () => clearInterval(timer));
  });
  const endless = await world.deliver({ channelId });
  await world.settle();
  const taken = await world.show(endless);
  assert.deepEqual([taken.state, taken.history[0].answer.length], ["delivered", 2_000]);

  sink.answer((response) => response.writeHead(200).write("begun"));
  const slow = await world.deliver({ channelId });
  await world.settle();
  assert.deepEqual(
    [(await world.show(slow)).state, (await world.show(slow)).history[0].answer],
    ["delivered", "begun"],
  );

  sink.answer(status(307, { location: inside.url }));
  const led = await world.deliver({ channelId });
  await world.settle();
  assert.deepEqual(
    [(await world.show(led)).state, (await world.show(led)).problem],
    ["failed", "alerts.receiver-redirects"],
  );
  assert.equal(inside.received.length, 0);
});

onBothDatabases("for a day after its rotation a message is signed with both secrets", async (database, context) => {
  const world = await deliveryWorld(database, context);
  const sink = await startSink(context);
  const { id: channelId, secret: old } = await world.addChannel(sink.url);
  const rotated = await world.administer(`/alert-channels/${channelId}/secret`, { json: {} });
  const fresh = rotated.body.secret;
  assert.ok(rotated.status === 201 && fresh !== old);
  const signed = async () => {
    const id = await world.deliver({ channelId });
    await world.settle();
    const got = sink.received.at(-1);
    const of = (secret: string) => signature(secret, id, String(got?.headers["webhook-timestamp"]), got?.body ?? "");
    return { given: String(got?.headers["webhook-signature"]).split(" "), of };
  };
  const both = await signed();
  assert.deepEqual(both.given, [both.of(fresh), both.of(old)]);
  world.clock.advance(25 * hour);
  const one = await signed();
  assert.deepEqual(one.given, [one.of(fresh)]);
});
