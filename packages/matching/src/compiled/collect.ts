import type { AdvisoryDocument, Epss, Exploitation } from "@bongsu/advisories";
import { encodeClaim } from "./codec.ts";
import { foldName } from "./names.ts";
import { packAdvisory, packStatement } from "./pack.ts";
import type { AdvisoryRecord, StatementRecord } from "./record.ts";

/** An advisory as it waits to be written: its claims are text already, which is what keeps many of them small. */
export interface CollectedAdvisory {
  record: AdvisoryRecord;
  claims: { key: string; text: string }[];
}

/** Tells one advisory from another, whatever file it came in. */
export const advisoryIdentity = ({ format, publisher, id }: Pick<AdvisoryRecord, "format" | "publisher" | "id">) =>
  [format, publisher ?? "", foldName(id)].join("\0");

/** Which of two texts of the same advisory counts: the one changed last; if that does not tell, always the same one. */
function isNewer(a: CollectedAdvisory, b: CollectedAdvisory): boolean {
  const [left, right] = [a.record.modified ?? "", b.record.modified ?? ""];
  if (left !== right) return left > right;
  return JSON.stringify(a) > JSON.stringify(b);
}

/** What documents say, gathered one by one; each is reduced at once, so that its original can be let go. */
export class Collection {
  readonly advisories = new Map<string, CollectedAdvisory>();
  readonly statements = new Map<string, StatementRecord>();
  readonly exploited = new Map<string, Exploitation[]>();
  readonly epss = new Map<string, Epss>();
  documents = 0;

  add(document: AdvisoryDocument): void {
    this.documents++;
    for (const advisory of document.advisories) {
      const { record, claims } = packAdvisory(advisory);
      const collected = { record, claims: claims.map(({ key, claim }) => ({ key, text: encodeClaim(claim) })) };
      const identity = advisoryIdentity(record);
      const known = this.advisories.get(identity);
      if (known === undefined || isNewer(collected, known)) this.advisories.set(identity, collected);
    }
    for (const statement of document.statements.map(packStatement))
      this.statements.set(JSON.stringify(statement), statement);
    for (const { id, exploitation } of document.exploited) this.addExploitation(foldName(id), exploitation);
    for (const { id, epss } of document.epss) {
      const known = this.epss.get(foldName(id));
      if (known === undefined || epssText(epss) > epssText(known)) this.epss.set(foldName(id), epss);
    }
  }

  private addExploitation(name: string, exploitation: Exploitation): void {
    const known = this.exploited.get(name) ?? [];
    const text = JSON.stringify(exploitation);
    if (!known.some((one) => JSON.stringify(one) === text)) this.exploited.set(name, [...known, exploitation]);
  }
}

/** Sorts by date, and by the rest where dates are equal. */
const epssText = ({ date, probability, percentile }: Epss) => `${date ?? ""} ${probability} ${percentile}`;
