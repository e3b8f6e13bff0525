import type { VexStatus } from "../advisory.ts";
import type { Part } from "../part.ts";

/**
 * CSAF's product statuses (2.0 §3.2.3.9, 2.1 §3.2.4.13) in the four words of VEX. `recommended` versions are those
 * that fix it; of `unknown` ones, it is not yet said whether they are affected.
 */
const statuses = {
  known_affected: "affected",
  first_affected: "affected",
  last_affected: "affected",
  known_not_affected: "not_affected",
  fixed: "fixed",
  first_fixed: "fixed",
  recommended: "fixed",
  under_investigation: "under_investigation",
  unknown: "under_investigation",
} as const satisfies Record<string, VexStatus>;

export interface ProductStatus {
  id: string;
  status: VexStatus;
  path: string;
}

/** The products of a vulnerability with their status; one that stands in two lists of the same meaning comes once. */
export function readStatuses(vulnerability: Part): ProductStatus[] {
  const part = vulnerability.part("product_status");
  if (part === null) return [];
  const seen = new Set<string>();
  const found: ProductStatus[] = [];
  for (const [list, status] of Object.entries(statuses)) {
    part.afford(part.texts(list), "statuses").forEach((id, i) => {
      if (seen.has(`${status} ${id}`)) return;
      seen.add(`${status} ${id}`);
      found.push({ id, status, path: `${part.path}/${list}/${i}` });
    });
  }
  return found;
}
