import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { knownEcosystems } from "@bongsu/versions";
import { sql } from "kysely";
import { country, inWords } from "../../../testing/country.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, kev, openvex, osv } from "../../../testing/documents.ts";

/** What PostgreSQL refuses within a text, in as many shapes as a document can bring it. */
const hostile = ["nul\0", "high\ud83d", "low\ude00", "\0\ud800\udfff\udc00", `${"x".repeat(79)}😀`];

/** Noise, which no compression makes short. */
const noise = (length: number): string => randomBytes(length).toString("base64url").slice(0, length);

onBothDatabases("an SBOM full of characters that no database keeps is taken, and says so", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  const components = hostile.flatMap((text, index) => [
    { type: "library", "bom-ref": `a${index}${text}`, name: text, version: text, purl: `pkg:npm/a${index}@1.0.0` },
    { type: "library", "bom-ref": `b${index}`, name: `b${text}`, group: text, version: text },
    { type: text, name: text, version: "1", cpe: `cpe:2.3:a:${text}:${text}:1:*:*:*:*:*:*:*` },
    { type: "library", name: "c", version: text, purl: `pkg:npm/c@${encodeURIComponent(text.toWellFormed())}` },
    { type: "library", name: "d", purl: `pkg:generic/d${encodeURIComponent(text.toWellFormed())}@1` },
    { type: "library", name: "e", purl: text, hashes: [{ alg: "SHA-256", content: text }] },
  ]);
  const taken = await korea.document(core, cyclonedx([], { components, metadata: { timestamp: "nul\0" } }));
  assert.equal(taken.components, components.length);
  assert.ok(taken.problems.some(({ code }) => code === "database.text-replaced"));
  assert.equal(
    (await korea.document(core, cyclonedx([], { components, metadata: { timestamp: "nul\0" } }))).unchanged,
    true,
  );
});

onBothDatabases(
  "advisories full of characters that no database keeps are taken, and match what they say",
  async (database) => {
    const korea = country(database);
    const core = await korea.asset(await korea.organisation("bank"), "core");
    await korea.inventory(core, ["pkg:npm/lodash@4.17.20"]);
    for (const [index, text] of hostile.entries()) {
      const sketch = { id: `GHSA-${index}-${text}`, aliases: [`CVE-2026-000${index}`, text], summary: text };
      await korea.advisories(
        osv({
          ...sketch,
          package: ["npm", "lodash"],
          events: [{ introduced: "0" }, { fixed: text }],
          versions: [text],
        }),
        osv({ id: `X-${index}`, package: ["npm", `lodash${text}`], events: [{ introduced: "0" }] }),
        osv({
          id: `Y-${index}`,
          package: [text, text],
          versions: [text],
          vector: text,
          modified: "0000-01-01T00:00:00Z",
        }),
      );
    }
    const lodash = inWords(await korea.exposed({ purl: "pkg:npm/lodash" }));
    assert.deepEqual(new Set(lodash), new Set(["bank/core lodash@4.17.20 new"]), "NUL does not end a package's name");
    const { rows } = await sql<{ name: string }>`
    select d.name from advisory_document d where d.problems::text like '%database.text-replaced%'
  `.execute(database.kysely);
    assert.ok(rows.length >= 8, `${rows.length} documents say what was replaced`);
    await korea.signals(kev([...hostile, "CVE-2026-0001"], "0000-01-01"));
    for (const text of hostile) {
      await korea.vex(
        openvex({ vulnerability: text, products: ["pkg:npm/lodash@4.17.20", text], status: "fixed" }),
        core,
      );
      await korea.vex(
        openvex({
          vulnerability: "CVE-2026-0001",
          products: [`pkg:npm/lodash@${encodeURIComponent(text.toWellFormed())}`],
          status: "fixed",
          justification: text,
        }),
      );
    }
  },
);

onBothDatabases("names and versions of any length are taken, told apart, and still matched", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  const name = noise(6_000).toLowerCase();
  const [version, other] = [`1.0.0-${noise(9_000)}`, `1.0.0-${noise(9_000)}`];
  const taken = await korea.document(
    core,
    cyclonedx([], {
      components: [
        { type: "library", name: "a", purl: `pkg:npm/${name}@1.0.0` },
        { type: "library", name: "b", purl: `pkg:npm/odd@${version}` },
        { type: "library", name: "c", purl: `pkg:npm/odd@${other}` },
        { type: "library", name: noise(20_000), version: noise(20_000), "bom-ref": noise(20_000) },
        { type: "library", name: "d", purl: `pkg:generic/${noise(8_000)}@1` },
        { type: "library", name: "e", version: "1", cpe: `cpe:2.3:a:${noise(5_000)}:${noise(5_000)}:1:*:*:*:*:*:*:*` },
      ],
    }),
  );
  assert.ok(taken.problems.some(({ code }) => code === "database.text-shortened"));
  const id = `CVE-${noise(9_000)}`;
  await korea.advisories(
    osv({ id: "OSV-LONG-1", package: ["npm", name], events: [{ introduced: "0" }, { fixed: "2.0.0" }] }),
    osv({ id, aliases: [`${"ΐ".repeat(500)}`, noise(9_000)], package: ["npm", "odd"], versions: [version] }),
    osv({ id: "OSV-LONG-2", package: [noise(5_000), noise(5_000)], versions: [noise(9_000)], summary: noise(1e5) }),
  );
  assert.equal((await korea.exposed({ purl: `pkg:npm/${name}` })).length, 1);
  const exposed = await korea.exposed({ vulnerability: id });
  assert.deepEqual(
    exposed.map((view) => view.version.slice(0, 40)),
    [version.slice(0, 40)],
    "the listed one only",
  );
  await korea.vex(openvex({ vulnerability: id, products: [`pkg:npm/odd@${version}`], status: "not_affected" }), core);
  assert.equal((await korea.exposed({ vulnerability: id })).length, 0);
  await korea.signals(kev([noise(9_000)]));
  await korea.signals("cve,epss,percentile\nCVE-2026-0001,1e-60,0.1\n");
});

onBothDatabases("a version whose key outgrows an index is matched by exact string", async (database) => {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  const version = Array.from({ length: 250 }, (_, index) => (index % 2 === 0 ? "a" : "1")).join(".");
  const digits = "1".repeat(500);
  const types = ["maven", "pypi", "deb/debian", "rpm/redhat", "apk/alpine", "gem", "generic", "npm", "golang", "nuget"];
  const written = [version, digits, `${"~".repeat(250)}${"z".repeat(250)}`, `1${".0.1-alpha".repeat(50)}`];
  await korea.inventory(
    core,
    types.flatMap((type) => written.map((text) => `pkg:${type}/long@${encodeURIComponent(text)}?distro=debian-12`)),
  );
  for (const [index, ecosystem] of knownEcosystems.entries()) {
    await korea.advisories(osv({ id: `KEY-${index}`, package: [ecosystem, "long"], versions: written }));
  }
  assert.ok((await korea.exposed({ purl: `pkg:npm/long` })).length > 0);
});
