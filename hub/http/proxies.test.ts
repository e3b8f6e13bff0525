import assert from "node:assert/strict";
import { test } from "node:test";
import { newEmbedded } from "../../testing/databases.ts";
import { testHub } from "../../testing/hub.ts";

test("a proxy may be named by its address alone; what it says of where a request comes from is believed", async (context) => {
  const database = await newEmbedded();
  context.after(() => database.close());
  const hub = await testHub(database, context, { environment: { BONGSU_TRUSTED_PROXIES: "127.0.0.1, fd00::/8" } });
  const bank = await hub.organisation("bada-bank");
  const key = await hub.key(bank, "organisation-administrator");
  const headers = { "x-forwarded-for": "203.0.113.7" };
  const { items: accounts } = (await hub.ask("/api/v1/organisations/bada-bank/service-accounts", { key, headers }))
    .body;
  const keys = await hub.ask(`/api/v1/organisations/bada-bank/service-accounts/${accounts[0].id}/keys`, {
    key,
    headers,
  });
  assert.equal(keys.body.items[0].lastUsedFrom, "203.0.113.7");
});
