import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { members } from "./testing/members.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

onBothDatabases("a register comes in from a spreadsheet and goes out to one", async (database, context) => {
  const hub = await members(database, context);
  const put = (text: string, query = "", key = hub.analyst) =>
    hub.ask(hub.at("bank", `/asset-register${query}`), { method: "PUT", key, bytes: bytes(text) });
  await hub.add("core", { tags: ["old"], description: "stays" });
  const register = [
    "\ufeffName,Kind,Criticality,Network,Owner,Groups,Tags,Fresh days,Note",
    "core,service,high,internet,KIM-YUNA@example.org,Counter; Line,prod; kr,14,ignored",
    '"=cmd()",device,,,,,,,',
    "odd,spaceship,high,nowhere,nobody@example.org,,two words,0,",
    ",,,,,,,,",
    "core,device,,,,,,,",
  ].join("\r\n");
  const tried = await put(register, "?check=true");
  assert.deepEqual([tried.status, tried.body.added, tried.body.changed], [200, 2, 1]);
  assert.equal((await hub.get("/assets")).body.items.length, 1, "only tried");

  const taken = await put(register);
  assert.deepEqual([taken.body.added, taken.body.changed, taken.body.unchanged], [2, 1, 0]);
  const places = taken.body.problems.map(({ place, message }: { place: { line: number }; message: { en: string } }) => [
    place.line,
    message.en.match(/, (\w+):|address/)?.[1] ?? "owner",
  ]);
  assert.deepEqual(places.sort(), [
    [4, "fresh_days"],
    [4, "kind"],
    [4, "network"],
    [4, "owner"],
    [4, "tags"],
    [6, "name"],
  ]);
  const core = (await hub.get("/assets/core")).body;
  assert.deepEqual(
    [core.kind, core.criticality, core.network, core.owner.id, core.tags, core.freshDays, core.description],
    ["service", "high", "internet", hub.kim.id, ["kr", "prod"], 14, "stays"],
  );
  assert.deepEqual(
    core.groups.map(({ name }: { name: string }) => name),
    ["Counter", "Line"],
  );
  const odd = (await hub.get("/assets/odd")).body;
  assert.deepEqual(
    [odd.kind, odd.criticality, odd.network],
    ["application", "high", "internal"],
    "the rest of the row",
  );
  const again = await put(register);
  assert.deepEqual([again.body.added, again.body.changed, again.body.unchanged], [0, 0, 3]);

  const out = await hub.ask(hub.at("bank", "/asset-register?bom=true"), { key: hub.analyst });
  assert.match(out.headers.get("content-type") ?? "", /^text\/csv/);
  const lines = out.body.replace(/^\ufeff/, "").split("\r\n");
  assert.match(lines[0], /^name,kind,description,criticality,network,owner,groups,tags,fresh_days,id,/);
  assert.ok(
    lines.some((line: string) => line.startsWith("'=cmd(),device")),
    "no formula",
  );
  assert.ok(
    lines.some((line: string) =>
      line.startsWith("core,service,stays,high,internet,kim-yuna@example.org,Counter; Line,kr; prod,14,"),
    ),
  );
  const back = await put(out.body);
  assert.deepEqual([back.body.added, back.body.changed, back.body.unchanged, back.body.problemCount], [0, 0, 3, 0]);

  assert.equal((await put("kind\nservice\n")).body.code, "inventories.invalid-register");
  assert.equal((await put('name\n"open')).body.code, "inventories.invalid-register");
  const binary = await hub.ask(hub.at("bank", "/asset-register"), {
    method: "PUT",
    key: hub.analyst,
    bytes: new Uint8Array([0xff, 0xfe, 0x00]),
  });
  assert.equal(binary.body.code, "inventories.invalid-register");
  assert.equal((await put("name\nx\n", "", hub.outsider)).status, 403);
  assert.equal((await hub.ask(hub.at("bank", "/asset-register"), { key: hub.outsider })).body.split("\r\n").length, 2);
});
