import assert from "node:assert/strict";
import { test } from "node:test";
import { type AdvisoryDocument, readAdvisories } from "@bongsu/advisories";
import { type Component, readSbom } from "@bongsu/sbom";
import fc from "fast-check";
import { sql } from "kysely";
import { affects } from "../../../packages/matching/src/testing/reference.ts";
import { country } from "../../../testing/country.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx } from "../../../testing/documents.ts";
import { readDataZip, skipWithout } from "../../../tests/data.ts";
import { migrations } from "../../migrations.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { openEmbedded } from "../../platform/database/embedded.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { distributed, reference } from "../../scale.ts";
import { importAdvisories } from "./causes.ts";

/** Every pair of a component and an advisory that the join found, as `ref advisory`. */
async function joined(database: Database): Promise<string[]> {
  const { rows } = await sql<{ pair: string }>`
    select distinct u.ref || ' ' || a.name as pair
    from component_use u
    join affected_package_version m on m.package_version = u.package_version
    join advisory a on a.id = m.advisory
    where a.withdrawn is null
  `.execute(database.kysely);
  return rows.map(({ pair }) => pair).sort();
}

/** The same in plain code: every component against every entry of its name, by each ecosystem's comparison of versions. */
function compared(components: readonly Component[], documents: readonly AdvisoryDocument[]): string[] {
  const byName = Map.groupBy(
    documents
      .flatMap(({ advisories }) => advisories)
      .filter(({ withdrawn }) => withdrawn === null)
      .flatMap(({ id, affected }) => affected.map((entry) => ({ id, entry }))),
    ({ entry }) => entry.subject.package?.name,
  );
  const pairs = components.flatMap((component) =>
    (byName.get(component.identity?.name) ?? [])
      .filter(({ entry }) => affects(entry, component))
      .map(({ id }) => `${component.ref} ${id}`),
  );
  return [...new Set(pairs)].sort();
}

async function empty({ kysely }: Database): Promise<void> {
  await sql`truncate ${sql.join([...distributed, ...reference].map((table) => sql.table(table)))}`.execute(kysely);
}

/** Packages whose names want normalising, in ecosystems of different orders; releases that must not meet. */
const packages = [
  { ecosystem: "npm", name: "@scope/left", purl: (version: string) => `pkg:npm/%40scope/left@${version}` },
  { ecosystem: "PyPI", name: "Some_Thing", purl: (version: string) => `pkg:pypi/some-thing@${version}` },
  { ecosystem: "Maven", name: "org.x:y", purl: (version: string) => `pkg:maven/org.x/y@${version}` },
  { ecosystem: "Go", name: "example.org/m/v2", purl: (version: string) => `pkg:golang/example.org/m/v2@v${version}` },
  {
    ecosystem: "AlmaLinux:8",
    name: "tool",
    purl: (version: string) => `pkg:rpm/almalinux/tool@${version}?distro=almalinux-8.9`,
  },
  {
    ecosystem: "AlmaLinux:9",
    name: "tool",
    purl: (version: string) => `pkg:rpm/almalinux/tool@${version}?distro=almalinux-9.3`,
  },
];

const versionIn = fc.oneof(
  fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((numbers) => numbers.join(".")),
  fc.constantFrom("1.0.0-rc.1", "2.0.0-alpha", "1.0.0-1", "0.0.0", "odd"),
);
const event = fc.tuple(fc.constantFrom("introduced", "fixed", "last_affected"), fc.oneof(versionIn, fc.constant("0")));

const advisoryIn = fc.record({
  which: fc.nat(packages.length - 1),
  ranges: fc.array(fc.array(event, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  versions: fc.array(versionIn, { maxLength: 3 }),
  withdrawn: fc.boolean().map((odd) => odd && true),
  alias: fc.nat(4),
});

const worldIn = fc.record({
  advisories: fc.array(advisoryIn, { minLength: 1, maxLength: 8 }),
  components: fc.uniqueArray(fc.tuple(fc.nat(packages.length - 1), versionIn), {
    minLength: 1,
    maxLength: 12,
    selector: ([which, version]) => `${which} ${version}`,
  }),
});

type World = typeof worldIn extends fc.Arbitrary<infer T> ? T : never;

function documentsOf({ advisories }: World): Uint8Array[] {
  return advisories.map(({ which, ranges, versions, withdrawn, alias }, index) =>
    new TextEncoder().encode(
      JSON.stringify({
        schema_version: "1.7.0",
        id: `OSV-2026-${index + 1}`,
        modified: "2026-01-01T00:00:00Z",
        aliases: [`CVE-2026-${1000 + alias}`],
        ...(withdrawn ? { withdrawn: "2026-02-01T00:00:00Z" } : {}),
        affected: [
          {
            package: { ecosystem: packages[which]?.ecosystem, name: packages[which]?.name },
            ranges: ranges.map((events) => ({
              type: "ECOSYSTEM",
              events: events.map(([kind, version]) => ({ [kind]: version })),
            })),
            versions,
          },
        ],
      }),
    ),
  );
}

onBothDatabases(
  "on generated worlds the join says what comparing says, whichever side comes first",
  async (database) => {
    await fc.assert(
      fc.asyncProperty(worldIn, fc.boolean(), async (world, advisoriesFirst) => {
        await empty(database);
        const korea = country(database);
        const asset = await korea.asset(await korea.organisation("bank"), "core");
        const purls = world.components.map(([which, version]) => packages[which]?.purl(version) ?? "");
        const original = cyclonedx(purls);
        const files = documentsOf(world);
        if (advisoriesFirst) await korea.advisories(...files);
        await korea.document(asset, original);
        if (!advisoriesFirst) await korea.advisories(...files);
        const { components } = await readSbom(original, {});
        const documents = files.map((file) => readAdvisories(file, {}));
        assert.deepEqual(await joined(database), compared(components, documents));
      }),
      { numRuns: Number(process.env.BONGSU_RUNS ?? 60) },
    );
  },
);

const osvZips = ["npm", "Go", "PyPI", "crates.io"].map((ecosystem) => `osv/${ecosystem}/all.zip`);
const sbomZip = "sbom/cyclonedx-bom-examples.zip";

test("on the real data the join says what comparing says, pair by pair", {
  skip: skipWithout(sbomZip, ...osvZips),
}, async (context) => {
  const database = await openEmbedded(null);
  context.after(() => database.close());
  await migrate(database, migrations);
  const inputs = osvZips
    .flatMap((zip) => [...readDataZip(zip)])
    .map(([file, original]) => ({ document: readAdvisories(original, { file }), original, provenance: file }));
  await importAdvisories(database, systemClock, inputs);
  const korea = country(database);
  const bank = await korea.organisation("bank");
  const every: Component[] = [];
  for (const [file, original] of readDataZip(sbomZip)) {
    if (!/(^|\/)SBOM\/.*\.json$/.test(file)) continue;
    const { components } = await readSbom(original, { file });
    // One reference stands for every use of a version: the first, as in the inventory.
    const first = new Map<string, Component>();
    for (const component of components) {
      const key = JSON.stringify([component.identity, component.matchVersion]);
      if (!first.has(key)) first.set(key, component);
    }
    every.push(...first.values());
    await korea.document(await korea.asset(bank, file), original);
  }
  const pairs = compared(
    every,
    inputs.map(({ document }) => document),
  );
  assert.ok(pairs.length > 100, `only ${pairs.length} pairs`);
  assert.deepEqual(await joined(database), pairs);
});
