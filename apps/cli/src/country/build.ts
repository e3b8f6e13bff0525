import { readAdvisories } from "@bongsu/advisories";
import {
  type Asset,
  addAsset,
  addOrganisation,
  type Database,
  importAdvisories,
  importSignals,
  korea,
  type Organisation,
  systemClock,
  takeSbom,
} from "@bongsu/hub";
import { readSbom } from "@bongsu/sbom";
import {
  assets,
  type DemoAsset,
  kevOf,
  newAdvisory,
  organisations,
  sbomOf,
  toOsv,
  type Vulnerability,
  vulnerabilities,
} from "../demo-country/index.ts";

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

/** Builds the country of the demo, piece by piece, by what any user would call. */
export class Country {
  readonly database: Database;
  private readonly byHandle = new Map<string, Organisation>();
  private readonly byName = new Map<string, Asset>();

  constructor(database: Database) {
    this.database = database;
  }

  async addOrganisations(): Promise<number> {
    for (const organisation of organisations) {
      const added = await addOrganisation(this.database.kysely, systemClock, korea, organisation);
      this.byHandle.set(added.handle, added);
    }
    return organisations.length;
  }

  /** Gives the number of component rows, and of distinct package versions. */
  async addInventories(shown: (done: number, all: number) => void): Promise<{ components: number; distinct: number }> {
    let components = 0;
    let distinct = 0;
    for (const [index, demo] of assets.entries()) {
      const owner = this.byHandle.get(demo.organisation);
      if (owner === undefined) continue;
      this.byName.set(
        `${demo.organisation}/${demo.name}`,
        await addAsset(this.database.kysely, systemClock, owner, demo),
      );
      const change = await this.takeInventory(demo);
      components += change.components;
      distinct += change.newPackageVersions.length;
      shown(index + 1, assets.length);
    }
    return { components, distinct };
  }

  /** The asset's inventory becomes what the sketch lists. */
  async takeInventory(demo: DemoAsset) {
    const asset = this.byName.get(`${demo.organisation}/${demo.name}`);
    if (asset === undefined) throw new Error(`${demo.organisation}/${demo.name} is not in the country`);
    const original = bytesOf(sbomOf(demo));
    const file = `${demo.name}.cdx.json`;
    return takeSbom(this.database, systemClock, asset, { file, sbom: await readSbom(original, { file }), original });
  }

  /** Everything that is known before the story begins. */
  addAdvisories() {
    return this.take(vulnerabilities);
  }

  /** The advisory of the story. */
  receiveNewAdvisory() {
    return this.take([newAdvisory]);
  }

  /** Which of these are exploited. */
  addExploited(list: readonly Vulnerability[]) {
    return importSignals(this.database, systemClock, readAdvisories(bytesOf(kevOf(list)), { file: "kev.json" }));
  }

  private take(list: readonly Vulnerability[]) {
    const inputs = list.map((vulnerability) => {
      const original = bytesOf(toOsv(vulnerability));
      const file = `${vulnerability.id}.json`;
      return { document: readAdvisories(original, { file }), original, provenance: file };
    });
    return importAdvisories(this.database, systemClock, inputs);
  }
}
