import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { kev } from "../../../testing/documents.ts";
import { campaignCountry, fixedLodash, hour, lodash } from "./testing/country.ts";

// biome-ignore lint/suspicious/noExplicitAny: lines of an answer
const handles = (body: any): string[] => body.items.map((one: any) => one.organisation.handle);

onBothDatabases(
  "the board puts first who is silent on what is urgent, and shows nobody of another sector",
  async (database, context) => {
    const hub = await campaignCountry(database, context);
    await hub.member("bank", lodash);
    await hub.member("broker", ["pkg:npm/express@4.0.0"]);
    await hub.member("grid", lodash, "energy");
    await hub.member("quiet", null);
    await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
    await hub.advise(kev(["CVE-2026-0001"]));
    const board = (query = "", by: { id: string } = hub.finance) => hub.ask(by, `/organisation-standing${query}`);
    const first = await board();
    // The coordinator's own organisation is his own to see.
    assert.deepEqual(handles(first), ["bank", "broker", "cert", "quiet"]);
    const [bank, broker, , quiet] = first.items;
    assert.deepEqual(
      [
        bank.attention,
        bank.immediate,
        bank.exploited,
        bank.unacknowledged,
        bank.immediateUnacknowledged,
        bank.silentSince,
      ],
      ["immediate-waiting", 1, 1, 1, 1, null],
    );
    assert.deepEqual([broker.attention, broker.inventory, quiet.inventory], ["none", "fresh", "missing"]);
    assert.deepEqual(handles(await board("", hub.energy)), ["grid", "energy-desk"]);
    assert.deepEqual(handles(await hub.ask({ key: hub.keyOf("bank") }, "/organisation-standing")), ["bank"]);

    hub.clock.advance(4 * hour + 1);
    const silent = (await board()).items[0];
    assert.deepEqual(
      [silent.organisation.handle, silent.attention, silent.silentSince],
      ["bank", "immediate-silent", "2026-11-20T04:00:00.000Z"],
    );
    assert.deepEqual(handles(await board("?silentHours=4")), ["bank"]);
    assert.deepEqual(handles(await board("?silentHours=5")), []);
    hub.clock.advance(30 * 24 * hour);
    const late = await board("?overdue=true");
    assert.deepEqual([handles(late), late.items[0].overdue, late.items[0].inventory], [["bank"], 1, "stale"]);
    await hub.inventory("bank", fixedLodash);
    const done = (await board("?vulnerability=CVE-2026-0001")).items;
    assert.deepEqual(done, []);
    const after = (await board()).items.find(
      (one: { organisation: { handle: string } }) => one.organisation.handle === "bank",
    );
    assert.deepEqual([after.attention, after.inventory, after.overdue], ["none", "fresh", 0]);
  },
);

onBothDatabases("the board's pages are of one instant, and lead over everybody once", async (database, context) => {
  const hub = await campaignCountry(database, context);
  for (let index = 0; index < 7; index += 1) await hub.member(`bank-${index}`, index % 2 === 0 ? lodash : fixedLodash);
  await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
  const seen: string[] = [];
  let cursor = "";
  for (let page = 0; page < 10 && cursor !== "end"; page += 1) {
    const body = await hub.ask(
      hub.finance,
      `/organisation-standing?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    seen.push(...handles(body));
    cursor = body.next ?? "end";
    // What becomes silent while somebody reads moves nobody past him.
    hub.clock.advance(12 * hour);
  }
  assert.equal(seen.length, 8);
  assert.equal(new Set(seen).size, 8);
  assert.deepEqual(seen.slice(0, 4), ["bank-0", "bank-2", "bank-4", "bank-6"]);
});

onBothDatabases("statuses say since when an organisation is silent", async (database, context) => {
  const hub = await campaignCountry(database, context);
  await hub.member("bank", lodash);
  await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
  await hub.advise(kev(["CVE-2026-0001"]));
  const status = async () => (await hub.ask(hub.finance, "/exposure-status")).items;
  assert.deepEqual(
    (await status()).map((one: { silentSince: string | null }) => one.silentSince),
    [null],
  );
  hub.clock.advance(5 * hour);
  const [line] = await status();
  assert.deepEqual([line.state, line.silentSince, line.overdue], ["new", "2026-11-20T04:00:00.000Z", 0]);
  assert.equal(line.stateAt, "2026-11-20T00:00:00.000Z");
});
