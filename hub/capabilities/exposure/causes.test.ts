import assert from "node:assert/strict";
import { country, inWords } from "../../../testing/country.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, kev, openvex, osv } from "../../../testing/documents.ts";

const lodash = osv({
  id: "GHSA-aaaa-bbbb-cccc",
  aliases: ["CVE-2026-0001"],
  package: ["npm", "lodash"],
  events: [{ introduced: "0" }, { fixed: "4.17.21" }],
  vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
});

const everyState = ["new", "fixed", "retracted", "not_affected"];

onBothDatabases("an advisory finds those who run it, an SBOM the advisories that concern it", async (database) => {
  const korea = await Promise.resolve(country(database));
  const bank = await korea.organisation("bank");
  const city = await korea.organisation("city", "local-government", "KR-50");
  const core = await korea.asset(bank, "core");
  const portal = await korea.asset(city, "portal", "low", "isolated");
  await korea.inventory(core, ["pkg:npm/lodash@4.17.20", "pkg:npm/express@4.18.0"]);
  const first = await korea.advisories(lodash);
  assert.deepEqual([first.taken, first.opened], [1, 1]);
  const second = await korea.inventory(portal, ["pkg:npm/lodash@4.17.15", "pkg:npm/lodash@4.17.21"]);
  assert.equal(second.opened, 1);

  const views = await korea.exposed({ vulnerability: "cve-2026-0001" });
  assert.deepEqual(inWords(views), ["bank/core lodash@4.17.20 new", "city/portal lodash@4.17.15 new"]);
  const [urgent] = views;
  assert.equal(urgent?.organisation.handle, "bank", "the critical asset on the internet comes first");
  assert.equal(urgent?.fixedVersion, "4.17.21");
  assert.deepEqual(urgent?.why, [
    { advisory: "GHSA-aaaa-bbbb-cccc", reason: "interval", range: "< 4.17.21", fixedVersion: "4.17.21" },
  ]);
  assert.deepEqual(inWords(await korea.exposed({ purl: "pkg:npm/lodash@4.17.15" })), [
    "city/portal lodash@4.17.15 new",
  ]);
});

onBothDatabases("a replayed input changes nothing", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
  await korea.advisories(lodash);
  const before = await korea.exposed({ vulnerability: "CVE-2026-0001" });
  korea.clock.advance(86_400_000);
  const advisory = await korea.advisories(lodash);
  assert.deepEqual([advisory.taken, advisory.unchanged, advisory.opened, advisory.changed], [0, 1, 0, 0]);
  const inventory = await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
  assert.deepEqual([inventory.unchanged, inventory.revision], [true, 1]);
  assert.deepEqual(await korea.exposed({ vulnerability: "CVE-2026-0001" }), before);
});

onBothDatabases("a newer SBOM fixes, an older state of it brings the exposure back", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  await korea.advisories(lodash);
  await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
  korea.clock.set("2026-11-21T00:00:00Z");
  const fixed = await korea.inventory(core, ["pkg:npm/lodash@4.17.21"]);
  assert.equal(fixed.closed, 1);
  assert.deepEqual(inWords(await korea.exposed({ vulnerability: "CVE-2026-0001" }, everyState)), [
    "bank/core lodash@4.17.20 fixed",
  ]);
  korea.clock.set("2026-11-22T00:00:00Z");
  const back = await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
  assert.deepEqual([back.revision, back.changed], [3, 1]);
  const [view] = await korea.exposed({ vulnerability: "CVE-2026-0001" });
  assert.deepEqual(
    view?.history.map(({ state, at, cause }) => `${at.toISOString().slice(0, 10)} ${state} (${cause})`),
    ["2026-11-20 new (sbom 1)", "2026-11-21 fixed (sbom 2)", "2026-11-22 new (sbom 3)"],
  );
});

onBothDatabases(
  "a withdrawn advisory retracts, a corrected one moves its range, an older text changes nothing",
  async (database) => {
    const korea = country(database);
    const core = await korea.asset(await korea.organisation("bank"), "core");
    await korea.inventory(core, ["pkg:npm/lodash@4.17.20", "pkg:npm/lodash@4.17.21"]);
    await korea.advisories(lodash);
    const sketch = {
      id: "GHSA-aaaa-bbbb-cccc",
      aliases: ["CVE-2026-0001"],
      package: ["npm", "lodash"] as [string, string],
    };
    const events = [{ introduced: "4.17.21" }, { fixed: "4.17.22" }];
    await korea.advisories(osv({ ...sketch, events, modified: "2026-02-01T00:00:00Z" }));
    const all = () => korea.exposed({ vulnerability: "CVE-2026-0001" }, everyState).then(inWords);
    assert.deepEqual(await all(), ["bank/core lodash@4.17.20 retracted", "bank/core lodash@4.17.21 new"]);
    const older = await korea.advisories(
      osv({ ...sketch, events: [{ introduced: "0" }], modified: "2025-01-01T00:00:00Z" }),
    );
    assert.deepEqual([older.taken, older.unchanged], [0, 1]);
    const modified = "2026-03-01T00:00:00Z";
    const gone = await korea.advisories(osv({ ...sketch, events, modified, withdrawn: modified }));
    assert.equal(gone.closed, 1);
    assert.deepEqual(await all(), ["bank/core lodash@4.17.20 retracted", "bank/core lodash@4.17.21 retracted"]);
  },
);

onBothDatabases(
  "two advisories are one vulnerability from the moment on that an alias joins them",
  async (database) => {
    const korea = country(database);
    const core = await korea.asset(await korea.organisation("bank"), "core");
    await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
    const events = [{ introduced: "0" }, { fixed: "4.17.21" }];
    await korea.advisories(
      osv({ id: "GHSA-1111-1111-1111", package: ["npm", "lodash"], events }),
      osv({ id: "SNYK-1", package: ["npm", "lodash"], events: [{ introduced: "0" }, { fixed: "4.18.0" }] }),
    );
    assert.equal((await korea.exposed({ purl: "pkg:npm/lodash" })).length, 2);
    await korea.advisories(
      osv({ id: "CVE-2026-0007", aliases: ["GHSA-1111-1111-1111", "SNYK-1"], package: ["npm", "lodash"], events }),
    );
    const [view, ...others] = await korea.exposed({ purl: "pkg:npm/lodash" });
    assert.deepEqual(others, []);
    assert.equal(view?.vulnerability, "CVE-2026-0007");
    assert.equal(view?.fixedVersion, "4.18.0", "the version that satisfies all of them");
    assert.deepEqual(
      view?.why.map(({ advisory }) => advisory),
      ["CVE-2026-0007", "GHSA-1111-1111-1111", "SNYK-1"],
    );
  },
);

onBothDatabases("exploitation makes it urgent, and taking it off the list takes that back", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core", "very-high", "internet");
  await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
  await korea.advisories(lodash);
  const decision = async () => (await korea.exposed({ vulnerability: "CVE-2026-0001" }))[0]?.priority.decision;
  assert.equal(await decision(), "out-of-cycle");
  await korea.signals(kev(["CVE-2026-0001"]));
  assert.equal(await decision(), "immediate");
  await korea.signals(kev(["CVE-2026-9999"]));
  assert.equal(await decision(), "out-of-cycle");
  await korea.signals(
    "#model_version:v2025.03.14,score_date:2026-11-19T00:00:00+0000\ncve,epss,percentile\nCVE-2026-0001,0.91,0.99\n",
  );
  const [view] = await korea.exposed({ vulnerability: "CVE-2026-0001" });
  assert.equal(view?.priority.epss?.toFixed(2), "0.91");
});

onBothDatabases("VEX speaks for the product and version that it names, and for no other", async (database) => {
  const korea = country(database);
  const bank = await korea.organisation("bank");
  const core = await korea.asset(bank, "core");
  const branch = await korea.asset(bank, "branch");
  await korea.inventory(core, ["pkg:npm/lodash@4.17.20", "pkg:npm/lodash@4.17.19"]);
  await korea.inventory(branch, ["pkg:npm/lodash@4.17.20"]);
  await korea.advisories(lodash);
  const statement = {
    vulnerability: "GHSA-aaaa-bbbb-cccc",
    products: ["pkg:npm/lodash@4.17.20"],
    status: "not_affected",
    justification: "vulnerable_code_not_in_execute_path",
  };
  await korea.vex(openvex(statement), core);
  const all = () => korea.exposed({ vulnerability: "CVE-2026-0001" }, everyState).then(inWords);
  assert.deepEqual(await all(), [
    "bank/branch lodash@4.17.20 new",
    "bank/core lodash@4.17.19 new",
    "bank/core lodash@4.17.20 not_affected",
  ]);
  await korea.vex(openvex({ ...statement, status: "affected", timestamp: "2026-04-01T00:00:00Z" }), core);
  assert.ok((await all()).includes("bank/core lodash@4.17.20 new"), "the newest statement counts");
});

onBothDatabases("a version that cannot be parsed is matched by exact string, and by nothing else", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  await korea.inventory(core, ["pkg:npm/odd@not-a-version", "pkg:npm/odd@another"]);
  await korea.advisories(
    osv({ id: "NSWG-ECO-1", package: ["npm", "odd"], events: [{ introduced: "0" }], versions: ["not-a-version"] }),
  );
  assert.deepEqual(inWords(await korea.exposed({ vulnerability: "NSWG-ECO-1" })), ["bank/core odd@not-a-version new"]);
});

onBothDatabases(
  "a distribution's update carries the risk of the CVEs that it fixes, and is found by their names",
  async (database) => {
    const korea = country(database);
    const host = await korea.asset(await korea.organisation("bank"), "host", "very-high", "internet");
    await korea.inventory(host, ["pkg:rpm/almalinux/openssl@3.0.7-1.el9?distro=almalinux-9.4"]);
    await korea.advisories(
      osv({
        id: "ALSA-2026:0001",
        summary: "Important: openssl security update",
        related: ["CVE-2026-0002", "CVE-2026-0003"],
        package: ["AlmaLinux:9", "openssl"],
        events: [{ introduced: "0" }, { fixed: "1:3.0.7-2.el9" }],
      }),
    );
    const first = async () => (await korea.exposed({ vulnerability: "CVE-2026-0003" }))[0];
    assert.equal((await first())?.vulnerability, "ALSA-2026:0001");
    assert.deepEqual(
      [(await first())?.priority.rating, (await first())?.priority.decision, (await first())?.priority.exploited],
      ["high", "scheduled", false],
    );
    await korea.signals(kev(["CVE-2026-0003"]));
    assert.deepEqual([(await first())?.priority.decision, (await first())?.priority.exploited], ["immediate", true]);
  },
);

onBothDatabases("a product that is known by its CPE name only is matched by it", async (database) => {
  const korea = country(database);
  const plant = await korea.asset(await korea.organisation("plant", "energy", "KR-31"), "scada");
  const original = cyclonedx([], {
    components: [
      {
        type: "application",
        "bom-ref": "a",
        name: "WinCC",
        version: "7.5",
        cpe: "cpe:2.3:a:siemens:wincc:7.5:*:*:*:*:*:*:*",
      },
      { type: "application", "bom-ref": "b", name: "Notes", version: "1.0" },
    ],
  });
  await korea.document(plant, original);
  await korea.advisories(
    new TextEncoder().encode(
      JSON.stringify({
        dataType: "CVE_RECORD",
        dataVersion: "5.1",
        cveMetadata: {
          cveId: "CVE-2026-0100",
          assignerOrgId: "8254265b-2729-46b6-b9e3-3dfca2d5bfca",
          state: "PUBLISHED",
        },
        containers: {
          cna: {
            providerMetadata: { orgId: "8254265b-2729-46b6-b9e3-3dfca2d5bfca" },
            descriptions: [{ lang: "en", value: "A flaw." }],
            affected: [
              {
                vendor: "Siemens",
                product: "WinCC",
                cpes: ["cpe:2.3:a:siemens:wincc:*:*:*:*:*:*:*:*"],
                versions: [{ version: "0", lessThan: "7.6", status: "affected", versionType: "custom" }],
              },
            ],
            references: [{ url: "https://example.org" }],
          },
        },
      }),
    ),
  );
  assert.deepEqual(inWords(await korea.exposed({ vulnerability: "CVE-2026-0100" })), [
    "plant/scada a:siemens:wincc@7.5 new",
  ]);
});
