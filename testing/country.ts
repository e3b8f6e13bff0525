import { readAdvisories } from "@bongsu/advisories";
import { readSbom } from "@bongsu/sbom";
import {
  exposed,
  importAdvisories,
  importSignals,
  importStatements,
  type Question,
  takeSbom,
} from "../hub/capabilities/exposure/index.ts";
import { type Asset, addAsset } from "../hub/capabilities/inventories/index.ts";
import { addOrganisation, korea, type Organisation } from "../hub/capabilities/members/index.ts";
import { manualClock } from "../hub/platform/clock.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { cyclonedx } from "./documents.ts";

/** A country in a test's hands: organisations with one asset or more, and the causes that change their exposure. */
export function country(database: Database) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const organisation = (handle: string, sector = "finance", region = "KR-11"): Promise<Organisation> =>
    addOrganisation(database.kysely, clock, korea, { handle, name: { en: handle, ko: handle }, sector, region });
  const asset = (owner: Organisation, name: string, criticality = "high", network = "internet"): Promise<Asset> =>
    addAsset(database.kysely, clock, owner, { name, criticality, network });
  return {
    clock,
    organisation,
    asset,
    /** The asset's inventory becomes these package URLs. */
    inventory: async (of: Asset, purls: readonly string[]) => {
      const original = cyclonedx(purls);
      return takeSbom(database, clock, of, { file: "bom.json", sbom: await readSbom(original, {}), original });
    },
    /** The asset's inventory becomes this document. */
    document: async (of: Asset, original: Uint8Array) =>
      takeSbom(database, clock, of, { file: "bom.json", sbom: await readSbom(original, {}), original }),
    advisories: (...documents: Uint8Array[]) =>
      importAdvisories(
        database,
        clock,
        documents.map((original, index) => ({
          document: readAdvisories(original, { file: `advisory-${index}.json` }),
          original,
          provenance: `advisory-${index}.json`,
        })),
      ),
    signals: (document: Uint8Array | string) => importSignals(database, clock, readAdvisories(document, {})),
    vex: (document: Uint8Array, of: Asset | null = null) =>
      importStatements(database, clock, { organisation: null, asset: of }, readAdvisories(document, {})),
    exposed: (question: Question, states?: readonly string[]) =>
      exposed(database.kysely, question, { history: true, ...(states === undefined ? {} : { states }) }),
  };
}

/** `handle/asset package@version state`, sorted: an exposure list as a test compares it. */
export const inWords = (views: Awaited<ReturnType<typeof exposed>>): string[] =>
  views
    .map((view) => `${view.organisation.handle}/${view.asset.name} ${view.package.name}@${view.version} ${view.state}`)
    .sort();
