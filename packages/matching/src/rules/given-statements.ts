import type { VexStatement } from "@bongsu/advisories";
import { foldName } from "../compiled/names.ts";
import { packStatement } from "../compiled/pack.ts";
import type { VulnerabilityRecord } from "../compiled/record.ts";
import { followedCves } from "./upstream.ts";
import type { GivenStatement } from "./vex-scope.ts";

/** VEX that stands beside the index, by the names of vulnerabilities. */
export class GivenStatements {
  private readonly byName = new Map<string, GivenStatement[]>();

  /** @param embedded whether they stand in the BOM that is being looked at. */
  constructor(statements: readonly VexStatement[], embedded: boolean) {
    for (const statement of statements.map(packStatement))
      for (const name of new Set(statement.vulnerabilities.map(foldName))) {
        const known = this.byName.get(name);
        if (known === undefined) this.byName.set(name, [{ statement, embedded }]);
        else known.push({ statement, embedded });
      }
  }

  /** Those about a vulnerability, under whichever of its names. */
  about(record: VulnerabilityRecord): GivenStatement[] {
    const names = [record.id, ...record.aliases, ...followedCves(record)];
    return [...new Set(names.flatMap((name) => this.byName.get(foldName(name)) ?? []))];
  }
}
