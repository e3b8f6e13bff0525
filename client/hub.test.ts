import assert from "node:assert/strict";
import { onBothDatabases } from "../testing/databases.ts";
import { testHub } from "../testing/hub.ts";
import { createClient } from "./create-client.ts";
import { HubError } from "./hub-error.ts";

const saebyeok = {
  handle: "saebyeok",
  name: { en: "Saebyeok", ko: "새벽" },
  sector: "energy",
  region: "KR-11",
} as const;

const refused = (code: string) => (error: unknown) => error instanceof HubError && error.code === code;

onBothDatabases("the client and a hub understand each other", async (database, context) => {
  const hub = await testHub(database, context);
  const bank = await hub.organisation("bada-bank");
  await hub.organisation("haneul-city", "local-government");
  const client = createClient({ url: hub.address, key: await hub.key(bank, "hub-administrator"), retries: 0 });

  const heard = client.events.follow({ after: 0, kinds: ["members.*"] })[Symbol.asyncIterator]();
  const first = heard.next();

  const idempotencyKey = "a-key-of-this-test";
  const { data: made, replayed } = await client.members.addOrganisation.answer(saebyeok, { idempotencyKey });
  const again = await client.members.addOrganisation.answer(saebyeok, { idempotencyKey });
  assert.deepEqual([replayed, again.replayed, again.data], [false, true, made]);
  assert.ok(made?.since instanceof Date);
  await assert.rejects(client.members.addOrganisation(saebyeok), refused("members.organisation-exists"));

  const handles: string[] = [];
  for await (const { handle } of client.members.listOrganisations.all({ limit: 1 })) handles.push(handle);
  assert.deepEqual(handles, ["bada-bank", "haneul-city", "saebyeok"]);

  const of = { organisation: "bada-bank" };
  const { members } = createClient({ url: hub.address, key: await hub.key(bank, "organisation-administrator") });
  const shown = await members.showOrganisation.answer(of);
  const etag = shown.etag ?? "";
  assert.equal((await members.showOrganisation.answer(of, { etag })).status, 304);
  const contact = (name: string) => ({ name, email: null, phone: null });
  await members.changeOrganisation({ ...of, contact: contact("A") }, { ifMatch: etag });
  const late = members.changeOrganisation({ ...of, contact: contact("B") }, { ifMatch: etag });
  await assert.rejects(late, refused("http.changed-meanwhile"));

  await hub.settle();
  const { value: event } = await first;
  assert.match(event?.kind ?? "", /^members\./);
  await heard.return?.();

  const wrong = await client.members.listOrganisations({ region: "Seoul" }).catch((error: unknown) => error);
  assert.ok(wrong instanceof HubError && wrong.status === 422);
  assert.deepEqual(
    wrong.errors.map(({ pointer }) => pointer),
    ["/region"],
  );
  const stranger = createClient({ url: hub.address, key: "bongsu_none" });
  await assert.rejects(stranger.people.me(), refused("http.not-signed-in"));
});
