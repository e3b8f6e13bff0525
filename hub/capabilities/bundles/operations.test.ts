import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { verifyBundle } from "@bongsu/bundles";
import { country } from "../../../testing/country.ts";
import { newEmbedded, onBothDatabases } from "../../../testing/databases.ts";
import { osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { manualClock } from "../../platform/clock.ts";
import { ownKeyFile } from "./index.ts";
import { testHub as otherHub } from "./testing/hubs.ts";

const memory = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: "downloaded",
  size: bytes.length,
  read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
});

onBothDatabases(
  "over the API, everything is exported by two people, for a hub that one of them trusted",
  async (database, context) => {
    const hub = await testHub(database, context, { clock: manualClock("2026-11-20T00:00:00Z") });
    const other = await newEmbedded();
    context.after(() => other.close());
    const theirs = await ownKeyFile(other.kysely, (await otherHub("Separated hub", other)).hub);
    const agency = await hub.organisation("agency", "government");
    await country(database).advisories(
      osv({ id: "GHSA-1", package: ["npm", "lodash"], events: [{ introduced: "0" }] }),
    );
    const people = {
      one: await hub.person("one", [{ of: agency, role: "hub-administrator" }]),
      two: await hub.person("two", [{ of: agency, role: "hub-administrator" }]),
      clerk: await hub.person("clerk", [{ of: agency, role: "organisation-administrator" }]),
      auditor: await hub.person("auditor", [{ of: agency, role: "auditor" }]),
    };
    const call = (who: keyof typeof people, method: string, path: string, json?: object) =>
      hub.ask(`/api/v1/bundles${path}`, {
        method,
        cookie: people[who].cookie,
        ...(json === undefined ? {} : { json }),
      });

    const own = await call("auditor", "GET", "/key");
    assert.deepEqual([own.status, own.body.format], [200, "bongsu-hub-key-1"]);
    for (const path of ["/key", "/hubs", "/made", "/taken"])
      assert.equal((await call("clerk", "GET", path)).status, 403);
    const trust = { key: theirs, maxMarking: "AMBER", represents: ["agency"] };
    assert.equal((await call("auditor", "POST", "/hubs", trust)).status, 403);
    const forged = { ...theirs, encryption: own.body.encryption };
    assert.equal((await call("one", "POST", "/hubs", { ...trust, key: forged })).body.code, "bundles.not-a-key");
    assert.equal((await call("one", "POST", "/hubs", { ...trust, key: own.body })).body.code, "bundles.own-key");
    const trusted = await call("one", "POST", "/hubs", trust);
    assert.deepEqual(
      [trusted.status, trusted.body.represents, trusted.body.community],
      [201, { agency: "agency" }, false],
    );
    const recipient: string = trusted.body.fingerprint;

    const unknown = await call("one", "POST", "/exports", { recipient: own.body.signing.x, reason: "x" });
    assert.deepEqual([unknown.status, unknown.body.code], [404, "bundles.unknown-hub"]);
    const since = await call("one", "POST", "/exports", { recipient, since: 7, reason: "x" });
    assert.equal(since.body.code, "bundles.unknown-bundle");
    const asked = await call("one", "POST", "/exports", { recipient, reason: "Monthly delivery" });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    assert.deepEqual((await call("one", "GET", "/made")).body.items, []);
    const consent = (who: keyof typeof people) =>
      hub.ask(`/api/v1/approvals/${asked.body.approval}/approval`, {
        method: "POST",
        cookie: people[who].cookie,
        json: {},
      });
    assert.equal((await consent("one")).body.code, "approvals.not-permitted-alone");
    assert.equal((await consent("two")).body.state, "approved");

    // The job writes it; nobody waits for the second in the transaction of the consent.
    let items: { id: string; finishedAt: string | null; sha256: string; highest: string }[] = [];
    for (let attempt = 0; attempt < 300 && items[0]?.finishedAt == null; attempt += 1) {
      await sleep(100);
      items = (await call("auditor", "GET", "/made")).body.items;
    }
    const [made] = items;
    assert.ok(made?.finishedAt != null, "it was never finished");
    assert.equal((await call("auditor", "GET", `/made/${made.id}/file`)).status, 403);
    const url = `${hub.address}/api/v1/bundles/made/${made.id}/file`;
    const response = await fetch(url, { headers: { cookie: people.two.cookie } });
    assert.equal(response.status, 200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { header, records } = await verifyBundle(memory(bytes), async (key) => key === hub.hub.identity.keyId);
    assert.deepEqual([header.id, header.recipient, records.A], [made.id, recipient, 1]);
    const missing = await call("one", "GET", `/made/${people.one.id}/file`);
    assert.deepEqual([missing.status, missing.body.code], [404, "bundles.unknown-file"]);

    const { rows } = await database.execute(
      "select actor, details ->> 'agreedBy' as agreed from audit_entry where operation = 'bundles.export' and subject_kind = 'bundle'",
    );
    assert.deepEqual(rows, [{ actor: people.one.id, agreed: people.two.id }]);
    assert.equal((await call("one", "DELETE", `/hubs/${recipient}`)).status, 200);
    assert.deepEqual((await call("one", "GET", "/hubs")).body.items, []);
  },
);
