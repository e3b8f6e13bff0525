import { readAdvisories } from "@bongsu/advisories";
import { readSbom } from "@bongsu/sbom";
import { sql } from "kysely";
import { importAdvisories, importSignals, takeSbom } from "../hub/capabilities/exposure/index.ts";
import { addAsset, findAsset } from "../hub/capabilities/inventories/index.ts";
import { addOrganisation, findOrganisation, korea } from "../hub/capabilities/members/index.ts";
import { manualClock } from "../hub/platform/clock.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { cyclonedx, kev, osv } from "./documents.ts";

/** A small world made by rule: what any process does with it ends in the same state. */
export interface WorldSize {
  organisations: number;
  assets: number;
  components: number;
  packages: number;
  advisories: number;
}

const clock = manualClock("2026-11-20T00:00:00Z");

/** A cheap, even spread of numbers: the same for the same seed. */
const spread = (seed: number): number => (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 8) & 0xffff;

const purlsOf = (size: WorldSize, asset: number): string[] =>
  Array.from({ length: size.components }, (_, index) => {
    const number = spread(asset * 1009 + index);
    return `pkg:npm/package-${number % size.packages}@1.${(number >> 5) % 10}.0`;
  });

const advisoryOf = (size: WorldSize, index: number): Uint8Array =>
  osv({
    id: `GHSA-0000-0000-${String(index).padStart(4, "0")}`,
    // Every third shares its CVE with the next: aliases that join as they arrive.
    aliases: [`CVE-2026-${1000 + index - (index % 3 === 1 ? 1 : 0)}`],
    package: ["npm", `package-${spread(index) % size.packages}`],
    events: [{ introduced: "0" }, { fixed: `1.${1 + (spread(index + 7) % 9)}.0` }],
    ...(index % 17 === 0 ? { withdrawn: "2026-03-01T00:00:00Z" } : {}),
  });

/** One cause after the other; each says what it did, so that a parent can see the progress. */
export type Step = () => Promise<unknown>;

export async function prepareWorld(database: Database, size: WorldSize): Promise<void> {
  for (let index = 0; index < size.organisations; index += 1) {
    const handle = `organisation-${index}`;
    const organisation = await addOrganisation(database.kysely, clock, korea, {
      handle,
      name: { en: handle, ko: handle },
      sector: "finance",
      region: "KR-11",
    });
    for (let asset = 0; asset < size.assets; asset += 1) {
      const criticality = ["low", "medium", "high", "very-high"][asset % 4] ?? "low";
      await addAsset(database.kysely, clock, organisation, {
        name: `asset-${asset}`,
        criticality,
        network: "internet",
      });
    }
  }
}

/** Every cause of the world, inventories and advisories in turn. */
export function worldSteps(database: Database, size: WorldSize): Step[] {
  const inventories = Array.from(
    { length: size.organisations * size.assets },
    (_, index): Step =>
      async () => {
        const organisation = await findOrganisation(database.kysely, `organisation-${Math.floor(index / size.assets)}`);
        const asset = await findAsset(database.kysely, organisation, `asset-${index % size.assets}`);
        const original = cyclonedx(purlsOf(size, index));
        return takeSbom(database, clock, asset, { file: "bom.json", sbom: await readSbom(original, {}), original });
      },
  );
  const batch = 5;
  const advisories = Array.from(
    { length: Math.ceil(size.advisories / batch) },
    (_, index): Step =>
      () => {
        const numbers = Array.from({ length: batch }, (_, offset) => index * batch + offset).filter(
          (n) => n < size.advisories,
        );
        const inputs = numbers.map((number) => {
          const original = advisoryOf(size, number);
          return { document: readAdvisories(original, {}), original, provenance: `advisory-${number}.json` };
        });
        return importAdvisories(database, clock, inputs);
      },
  );
  const signals: Step = () =>
    importSignals(database, clock, readAdvisories(kev(["CVE-2026-1000", "CVE-2026-1006"]), {}));
  const steps: Step[] = [];
  for (let index = 0; index < Math.max(inventories.length, advisories.length); index += 1) {
    const [inventory, advisory] = [inventories[index], advisories[index]];
    if (inventory !== undefined) steps.push(inventory);
    if (advisory !== undefined) steps.push(advisory);
  }
  return [...steps, signals];
}

/** The state that counts, in words that do not depend on made-up ids: one line an exposure, a vulnerability, a use. */
export async function stateOf(database: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', 'exposure', o.handle, s.name, p.name, v.version, e.vulnerability, e.state, e.fixed_version, e.decision) as line
    from exposure e join organisation o on o.id = e.organisation
    join asset s on s.organisation = e.organisation and s.id = e.asset
    join package_version v on v.id = e.package_version join package p on p.id = v.package
    union all
    select concat_ws(' ', 'vulnerability', name, array_to_string(aliases, ','), exploitation, exploited_due) from vulnerability
    union all
    select concat_ws(' ', 'use', o.handle, s.name, u.package_version, u.occurrences) from component_use u
    join organisation o on o.id = u.organisation join asset s on s.organisation = u.organisation and s.id = u.asset
    union all
    select concat_ws(' ', 'document', o.handle, s.name, d.revision, d.components) from sbom_document d
    join organisation o on o.id = d.organisation join asset s on s.organisation = d.organisation and s.id = d.asset
    union all
    select concat_ws(' ', 'advisory', name, vulnerability, withdrawn is null) from advisory
    order by 1
  `.execute(database.kysely);
  return rows.map(({ line }) => line);
}
