import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, openvex, osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";

const at = "/api/v1/organisations";

/** Two members, the first with keys of every kind, and a coordinator who is told nothing but the status. */
async function members(...given: Parameters<typeof testHub>) {
  const hub = await testHub(...given);
  const [bank, city, ministry] = [
    await hub.organisation("bank"),
    await hub.organisation("city", "local-government", "KR-50"),
    await hub.organisation("ministry", "government"),
  ];
  const analyst = await hub.key(bank);
  const outsider = await hub.key(city);
  const coordinator = await hub.person("Finance", [{ of: ministry, role: "sector-coordinator", sector: "finance" }]);
  const add = (name: string, key = analyst, facts = {}) =>
    hub.ask(`${at}/bank/assets`, { key, json: { name, ...facts } });
  const put = (asset: string, bytes: Uint8Array, key = analyst) =>
    hub.ask(`${at}/bank/assets/${encodeURIComponent(asset)}/sbom?file=bom.json`, { method: "PUT", key, bytes });
  const get = (path: string, key: string | null = analyst) => hub.ask(`${at}/bank${path}`, { key });
  return { ...hub, bank, city, ministry, analyst, outsider, coordinator, add, put, get };
}

onBothDatabases("an asset is added, shown, changed, removed, by those who may", async (database, context) => {
  const hub = await members(database, context);
  const made = await hub.add("인터넷 뱅킹", hub.analyst, { criticality: "high", network: "internet" });
  assert.equal(made.status, 201);
  assert.deepEqual([made.body.organisation, made.body.criticality, made.body.sbom], ["bank", "high", null]);
  assert.equal((await hub.add("인터넷 뱅킹")).status, 409);
  const path = `/assets/${made.body.id}`;
  const shown = await hub.get(path);
  assert.deepEqual(shown.body, made.body);
  assert.equal((await hub.get(`/assets/${encodeURIComponent("인터넷 뱅킹")}`)).body.id, made.body.id, "by its name");

  const patch = (json: object, key: string, headers = {}) =>
    hub.ask(`${at}/bank${path}`, { method: "PATCH", key, json, headers });
  const etag = shown.headers.get("etag") ?? "";
  const changed = await patch({ criticality: "low" }, hub.analyst, { "if-match": etag });
  assert.deepEqual([changed.status, changed.body.criticality, changed.body.name], [200, "low", "인터넷 뱅킹"]);
  assert.equal(
    (await patch({ criticality: "high" }, hub.analyst, { "if-match": etag })).status,
    412,
    "read too long ago",
  );
  assert.equal(changed.headers.get("etag"), (await hub.get(path)).headers.get("etag"));

  const reader = await hub.key(hub.bank, "read-only");
  assert.equal((await patch({ name: "x" }, reader)).status, 403);
  assert.equal((await patch({ name: "x" }, hub.outsider)).status, 403);
  assert.equal(
    (await hub.ask(`${at}/nobody/assets`, { key: hub.outsider, json: { name: "x" } })).status,
    403,
    "no less",
  );
  assert.equal((await hub.get(path, hub.outsider)).status, 404, "what is not seen is not there");
  assert.deepEqual((await hub.get("/assets", hub.outsider)).body.items, []);
  assert.equal((await hub.get("/assets", null)).status, 401);

  const remove = (key: string) => hub.ask(`${at}/bank${path}`, { method: "DELETE", key });
  assert.equal((await remove(hub.analyst)).status, 403);
  assert.equal((await remove(await hub.key(hub.bank, "organisation-administrator"))).status, 200);
  assert.equal((await hub.get(path)).status, 404);
});

onBothDatabases("the same request twice makes one asset", async (database, context) => {
  const hub = await members(database, context);
  const headers = { "idempotency-key": "0123456789" };
  const add = () => hub.ask(`${at}/bank/assets`, { key: hub.analyst, json: { name: "core" }, headers });
  const [first, second] = [await add(), await add()];
  assert.deepEqual([first.status, second.status, second.body], [201, 201, first.body]);
  assert.equal((await hub.get("/assets")).body.items.length, 1);
});

onBothDatabases(
  "an SBOM is uploaded, says what it changed, and is given back as it came",
  async (database, context) => {
    const hub = await members(database, context);
    await hub.add("core", hub.analyst, { criticality: "high", network: "internet" });
    const first = cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/express@4.18.0"], {
      vulnerabilities: [],
      metadata: { component: { type: "application", name: "no version", "bom-ref": "root" } },
    });
    const reporter = await hub.key(hub.bank, "reporter");
    const taken = await hub.put("core", first, reporter);
    assert.deepEqual(
      [taken.status, taken.body.revision, taken.body.unchanged, taken.body.matchable],
      [200, 1, false, 2],
    );
    assert.deepEqual((await hub.put("core", first)).body.unchanged, true);
    const events = await database.kysely
      .withTables<{ event: { kind: string } }>()
      .selectFrom("event")
      .select("kind")
      .execute();
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ["inventories.changed", "inventories.changed"],
      "added, and one upload",
    );
    await hub.put("core", cyclonedx(["pkg:npm/lodash@4.17.21", "pkg:npm/left-pad@1.0.0"]));
    const revisions = await hub.get("/assets/core/sboms?limit=1");
    assert.deepEqual(
      revisions.body.items.map((one: { revision: number }) => one.revision),
      [2],
    );
    const next = await hub.get(`/assets/core/sboms?cursor=${revisions.body.next}`);
    assert.deepEqual(
      next.body.items.map((one: { revision: number }) => one.revision),
      [1],
    );
    const original = await hub.get("/assets/core/sboms/1");
    assert.equal(original.body, new TextDecoder().decode(first));
    const { body: difference } = await hub.get("/assets/core/sbom-difference?from=1&to=2");
    assert.deepEqual(difference.added, [{ name: "npm:left-pad", versions: ["1.0.0"] }]);
    assert.deepEqual(difference.changed, [{ name: "npm:lodash", from: ["4.17.20"], to: ["4.17.21"] }]);
    assert.equal((await hub.get("/assets/core/sboms/7")).status, 404);
    assert.equal((await hub.get("/assets/core/sboms/1", hub.outsider)).status, 404);
    assert.equal((await hub.put("core", first, hub.outsider)).status, 403);
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, ...new Array(60).fill(0));
    assert.deepEqual(
      [(await hub.put("core", zip)).status, (await hub.put("core", zip)).body.code],
      [422, "sbom.unknown-format"],
    );
    assert.equal((await hub.put("core", new Uint8Array())).status, 422);
  },
);

onBothDatabases("statements within an SBOM speak for its asset", async (database, context) => {
  const hub = await members(database, context);
  await hub.add("core");
  const administrator = await hub.person("Root", [{ of: hub.ministry, role: "hub-administrator" }]);
  const advisory = osv({ id: "GHSA-1", package: ["npm", "lodash"], events: [{ introduced: "0" }] });
  assert.equal(
    (await hub.ask("/api/v1/advisories?file=a.json", { cookie: administrator.cookie, bytes: advisory })).status,
    200,
  );
  const sbom = cyclonedx(["pkg:npm/lodash@4.17.20"], {
    vulnerabilities: [
      {
        id: "GHSA-1",
        affects: [{ ref: "ref-0" }],
        analysis: { state: "not_affected", justification: "code_not_reachable" },
      },
    ],
  });
  assert.equal((await hub.put("core", sbom)).status, 200);
  const { body } = await hub.ask("/api/v1/exposures?state=not_affected&state=new", { key: hub.analyst });
  assert.deepEqual(
    body.items.map((one: { state: string }) => one.state),
    ["not_affected"],
  );
  const vex = openvex({ vulnerability: "GHSA-1", products: ["pkg:npm/lodash@4.17.20"], status: "affected" });
  const sent = await hub.ask(`${at}/bank/vex?asset=core&file=v.json`, { key: hub.analyst, bytes: vex });
  assert.deepEqual([sent.status, sent.body.statements, sent.body.exposures.changed], [200, 1, 1]);
  assert.equal((await hub.ask(`${at}/bank/vex`, { key: hub.outsider, bytes: vex })).status, 403);
});

onBothDatabases(
  "components are listed with those that cannot be matched, on pages without gap or twin",
  async (database, context) => {
    const hub = await members(database, context);
    await hub.add("core");
    const purls = Array.from({ length: 23 }, (_, index) => `pkg:npm/part-${index % 12}@1.${index}.0`);
    const odd = Array.from({ length: 5 }, (_, index) => ({
      type: "library",
      name: "part-3",
      "bom-ref": `odd-${index}`,
    }));
    const document = JSON.parse(new TextDecoder().decode(cyclonedx(purls)));
    document.components.push(...odd);
    await hub.put("core", new TextEncoder().encode(JSON.stringify(document)));
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await hub.get(`/assets/core/components?limit=4${cursor === "" ? "" : `&cursor=${cursor}`}`);
      seen.push(...body.items.map((one: Record<string, unknown>) => `${one.name} ${one.version ?? one.path}`));
      cursor = body.next ?? "";
    } while (cursor !== "");
    assert.equal(seen.length, 28);
    assert.equal(new Set(seen).size, 28);
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => ((a.split(" ")[0] ?? "") < (b.split(" ")[0] ?? "") ? -1 : 1)),
    );
    const { body: unmatched } = await hub.get("/assets/core/components?matchable=false");
    assert.deepEqual(
      new Set(unmatched.items.map((one: { unmatchable: string }) => one.unmatchable)),
      new Set(["no-identity"]),
    );
    assert.equal((await hub.get("/assets/core/components?search=PART-11")).body.items.length, 1);
  },
);

onBothDatabases("assets are listed on pages that stay whole while others come and go", async (database, context) => {
  const hub = await members(database, context);
  for (const name of ["b", "d", "f", "h"]) await hub.add(name);
  const first = await hub.get("/assets?limit=2");
  const names = ({ body }: typeof first) => body.items.map((one: { name: string }) => one.name);
  assert.deepEqual(names(first), ["b", "d"]);
  await hub.add("a");
  await hub.add("e");
  const administrator = await hub.key(hub.bank, "organisation-administrator");
  await hub.ask(`${at}/bank/assets/d`, { method: "DELETE", key: administrator });
  assert.deepEqual(names(await hub.get(`/assets?cursor=${first.body.next}`)), ["e", "f", "h"]);
  await hub.put("f", cyclonedx(["pkg:npm/a@1.0.0"]));
  assert.deepEqual(names(await hub.get("/assets?sort=-received&limit=1")), ["f"]);
  assert.deepEqual(names(await hub.get("/assets?withoutSbom=true&search=E")), ["e"]);
  assert.equal((await hub.get("/assets?cursor=bm9uc2Vuc2U")).status, 422);
});

onBothDatabases("a package is found by name, URL and range, in what one may see", async (database, context) => {
  const hub = await members(database, context);
  await hub.add("core");
  await hub.put("core", cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/lodash@4.17.21", "pkg:pypi/lodash@1.0"]));
  await hub.ask(`${at}/city/assets`, { key: hub.outsider, json: { name: "portal" } });
  const bytes = cyclonedx(["pkg:npm/lodash@3.0.0"]);
  await hub.ask(`${at}/city/assets/portal/sbom`, { method: "PUT", key: hub.outsider, bytes });
  const find = async (query: Record<string, string>, key = hub.analyst) => {
    const { status, body } = await hub.ask(`/api/v1/package-uses?${new URLSearchParams(query)}`, { key });
    return status === 200
      ? body.items
          .map((one: Record<string, { name: string }>) => `${one.organisation} ${one.asset?.name} ${one.version}`)
          .sort()
      : `${status} ${body.code}`;
  };
  const both = ["bank core 4.17.20", "bank core 4.17.21"];
  assert.deepEqual(await find({ search: "LODA" }), ["bank core 1.0", ...both]);
  assert.deepEqual(await find({ purl: "pkg:npm/lodash" }), both);
  assert.deepEqual(await find({ purl: "pkg:npm/lodash@4.17.20" }), both.slice(0, 1));
  assert.deepEqual(await find({ purl: "pkg:npm/lodash", range: "<4.17.21" }), both.slice(0, 1));
  assert.deepEqual(await find({ search: "lodash", range: "vers:npm/>=4.17.21" }), both.slice(1));
  assert.deepEqual(await find({ purl: "pkg:pypi/lodash", range: "vers:npm/>=0" }), []);
  assert.deepEqual(await find({ purl: "pkg:npm/lodash" }, hub.outsider), ["city portal 3.0.0"]);
  assert.equal(await find({}), "422 inventories.search-too-wide");
  assert.equal(await find({ search: "lodash", range: "<1" }), "422 inventories.range-without-ecosystem");
  assert.equal(await find({ purl: "nonsense" }), "422 versions.invalid-purl");
  assert.deepEqual(await find({ purl: "pkg:npm/a%00b@%00" }), []);
});
