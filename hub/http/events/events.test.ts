import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { testHub } from "../../../testing/hub.ts";

type Hub = Awaited<ReturnType<typeof testHub>>;

/** Follows the stream in the background; `until` waits for so many events. */
async function follow({ address }: Hub, key: string, headers: Record<string, string> = {}, query = "") {
  const controller = new AbortController();
  const response = await fetch(`${address}/api/v1/events${query}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    signal: controller.signal,
  });
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-type") ?? "", /^text\/event-stream/);
  const heard: { id: number; kind: string; subject: string }[] = [];
  let wake = () => {};
  let ended = false;
  const reading = (async () => {
    let rest = "";
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + Buffer.from(chunk).toString()).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
        const [, data] = /^data: (.*)$/m.exec(block) ?? [];
        if (id === undefined || data === undefined) continue;
        const { kind, subject } = JSON.parse(data) as { kind: string; subject: { id: string } };
        heard.push({ id: Number(id), kind, subject: subject.id });
        wake();
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      ended = true;
      wake();
    });
  const until = async (count: number) => {
    while (heard.length < count && !ended)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return heard;
  };
  return { heard, until, reading, stop: () => controller.abort(), hasEnded: () => ended };
}

const share = (hub: Hub, key: string, handle: string, title: string, marking: object) =>
  hub.ask(`/api/v1/organisations/${handle}/reports`, { key, json: { kind: "note", title, text: "…", ...marking } });

onBothDatabases("each listener hears of what he may see, in order, and of nothing else", async (database, context) => {
  const hub = await testHub(database, context);
  const [kt, bank] = [await hub.organisation("kt"), await hub.organisation("bank")];
  const [ktKey, bankKey] = [await hub.key(kt), await hub.key(bank)];
  const [ours, theirs] = [await follow(hub, ktKey), await follow(hub, bankKey)];
  const secret = await share(hub, ktKey, "kt", "own", {});
  const green = await share(hub, ktKey, "kt", "green", { tlp: "GREEN" });
  const strict = await share(hub, ktKey, "kt", "for the bank", { tlp: "AMBER+STRICT", organisations: ["bank"] });
  assert.deepEqual(
    (await ours.until(3)).map(({ subject }) => subject),
    [secret.body.id, green.body.id, strict.body.id],
  );
  assert.deepEqual(
    (await theirs.until(2)).map(({ subject }) => subject),
    [green.body.id, strict.body.id],
  );
  ours.stop();
  theirs.stop();
});

onBothDatabases(
  "who comes back with the last number misses nothing and hears nothing twice",
  async (database, context) => {
    const hub = await testHub(database, context);
    const kt = await hub.organisation("kt");
    const key = await hub.key(kt);
    const first = await follow(hub, key);
    await share(hub, key, "kt", "one", { tlp: "GREEN" });
    const [one] = await first.until(1);
    first.stop();
    await first.reading;
    for (const title of ["two", "three", "four"]) await share(hub, key, "kt", title, { tlp: "GREEN" });
    const again = await follow(hub, key, { "last-event-id": String(one?.id) });
    const ids = (await again.until(3)).map(({ id }) => id);
    assert.deepEqual(
      ids,
      [1, 2, 3].map((by) => (one?.id ?? 0) + by),
    );
    again.stop();
    const filtered = await follow(hub, key, {}, `?after=${one?.id}&kinds=nothing.*`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(filtered.heard, []);
    filtered.stop();
  },
);

onBothDatabases(
  "a position that is none is refused; a stop of the hub ends the streams at once",
  async (database, context) => {
    const hub = await testHub(database, context);
    const key = await hub.key(await hub.organisation("kt"));
    const wrong = await hub.ask("/api/v1/events", { key, headers: { "last-event-id": "nonsense" } });
    assert.equal(wrong.status, 422);
    assert.equal((await hub.ask("/api/v1/events")).status, 401);
    const listening = await follow(hub, key);
    await hub.stop();
    await listening.reading;
    assert.equal(listening.hasEnded(), true);
  },
);
