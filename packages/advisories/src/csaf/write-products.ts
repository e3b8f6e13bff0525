import type { Advisory, Affected, Remediation, VexStatus } from "../advisory.ts";
import type { Writing } from "../written.ts";
import type { CsafStatusList, CsafVulnerabilityRecord } from "./document.ts";
import type { RatedProducts } from "./write-scores.ts";
import type { TreeWriter } from "./write-tree.ts";

const lists: Record<VexStatus, CsafStatusList> = {
  affected: "known_affected",
  not_affected: "known_not_affected",
  fixed: "fixed",
  under_investigation: "under_investigation",
};

/** CSAF 2.0's categories (§3.2.3.12.1); those that came with 2.1 become the nearest one. */
const categories = new Map([
  ["mitigation", "mitigation"],
  ["no_fix_planned", "no_fix_planned"],
  ["none_available", "none_available"],
  ["vendor_fix", "vendor_fix"],
  ["workaround", "workaround"],
  ["fix_planned", "none_available"],
  ["optional_patch", "vendor_fix"],
]);

type RemediationRecord = NonNullable<CsafVulnerabilityRecord["remediations"]>[number];

/** Gathers what is said of the products of one vulnerability. */
export class ProductsWriter {
  readonly rated: RatedProducts[] = [];
  private readonly statuses = new Map<CsafStatusList, string[]>();
  private readonly remedies = new Map<string, RemediationRecord>();
  private readonly placed = new Set<string>();
  private readonly tree: TreeWriter;
  private readonly writing: Writing;

  constructor(tree: TreeWriter, writing: Writing) {
    this.tree = tree;
    this.writing = writing;
  }

  /** Takes the products of one advisory, which stands at `path`. */
  add(advisory: Advisory, path: string): void {
    const concerned: string[] = [];
    advisory.affected.forEach((affected, i) => {
      const place = `${path}/affected/${i}`;
      const id = this.tree.productOf(affected, place);
      if (!this.place(id, affected.status) || affected.status !== "affected") return;
      concerned.push(id);
      this.rated.push({ severities: affected.severities, products: [id] });
      for (const remediation of affected.remediations) this.remedy(remediation, [id], place);
      this.addFixes(affected, id, place);
    });
    this.rated.push({ severities: advisory.severities, products: concerned });
    const own = new Set(advisory.affected.flatMap((one) => one.remediations.map((remedy) => JSON.stringify(remedy))));
    for (const remediation of advisory.remediations)
      if (!own.has(JSON.stringify(remediation))) this.remedy(remediation, concerned, `${path}/remediations`);
  }

  get record(): Pick<CsafVulnerabilityRecord, "product_status" | "remediations"> {
    return {
      ...(this.statuses.size > 0 && { product_status: Object.fromEntries(this.statuses) }),
      ...(this.remedies.size > 0 && { remediations: [...this.remedies.values()] }),
    };
  }

  /** No product may have two statuses (§6.1.6): the first one said counts. */
  private place(id: string, status: VexStatus): boolean {
    if (this.placed.has(id)) return false;
    this.placed.add(id);
    const list = this.statuses.get(lists[status]);
    if (list === undefined) this.statuses.set(lists[status], [id]);
    else list.push(id);
    return true;
  }

  private addFixes(affected: Affected, id: string, place: string): void {
    if (affected.fixed.length === 0) return;
    for (const version of affected.fixed) this.place(this.tree.versionOf(affected, version, place), "fixed");
    const details = `Update to version ${affected.fixed.join(", ")}.`;
    this.remedy({ kind: "vendor_fix", details, url: null }, [id], place);
  }

  /** A remediation without a product is none (§6.1.29). */
  private remedy({ kind, details, url }: Remediation, products: string[], place: string): void {
    const category = categories.get(kind);
    if (category === undefined || products.length === 0) {
      this.writing.leaveOut(details ?? kind, place);
      return;
    }
    const text = details || url || kind;
    const key = JSON.stringify([category, text, url]);
    const known = this.remedies.get(key);
    if (known !== undefined) known.product_ids = [...new Set([...known.product_ids, ...products])];
    else
      this.remedies.set(key, {
        category,
        details: text,
        ...(url !== null && URL.canParse(url) && { url }),
        product_ids: [...products],
      });
  }
}
