import type { VexStatement } from "@bongsu/advisories";
import type { Problem } from "@bongsu/base";
import { foldName } from "../compiled/names.ts";
import { packStatement } from "../compiled/pack.ts";
import type { StatementRecord, VulnerabilityRecord } from "../compiled/record.ts";
import { matchingProblems } from "../problems.ts";
import { followedCves } from "./upstream.ts";
import type { GivenStatement } from "./vex-scope.ts";

/** VEX that stands beside the index, by the names of vulnerabilities. */
export class GivenStatements {
  private readonly byName = new Map<string, GivenStatement[]>();
  private readonly used = new Set<StatementRecord>();
  private readonly size: number;

  /** @param embedded whether they stand in the BOM that is being looked at. */
  constructor(statements: readonly VexStatement[], embedded: boolean) {
    this.size = statements.length;
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

  /** Remembers that statements were found to be about a component. */
  use(statements: readonly StatementRecord[]): void {
    for (const statement of statements) this.used.add(statement);
  }

  /** What has to be said: that some were about nothing. */
  problems(): Problem[] {
    let used = 0;
    const all = new Set([...this.byName.values()].flat().map(({ statement }) => statement));
    for (const statement of all) if (this.used.has(statement)) used++;
    if (used === this.size) return [];
    return [matchingProblems.problem("matching.vex-unused", { n: this.size - used, all: this.size })];
  }
}
