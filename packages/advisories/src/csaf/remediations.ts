import type { Remediation } from "../advisory.ts";
import type { Part } from "../part.ts";
import type { ProductTree } from "./product-tree.ts";
import { SaidOfProducts } from "./said-of-products.ts";

/** Reads `remediations` (CSAF 2.0 §3.2.3.12, 2.1 §3.2.4.14); the categories are the words of `Remediation.kind`. */
export function readRemediations(vulnerability: Part, tree: ProductTree): SaidOfProducts<Remediation> {
  const remediations = new SaidOfProducts<Remediation>();
  for (const entry of vulnerability.parts("remediations")) {
    const kind = entry.required("category");
    if (kind === null) continue;
    remediations.add(entry, tree, { kind, details: entry.text("details"), url: entry.text("url") });
  }
  return remediations;
}
