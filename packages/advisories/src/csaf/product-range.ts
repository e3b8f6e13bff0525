import { csafRange, type VersionRange } from "@bongsu/versions";
import type { PurlSubject } from "../subject.ts";
import type { Product } from "./product.ts";

/** The versions that a product stands for: its version range, else its one version, else (`allVersions`) all. */
export function productRange(
  product: Product,
  purl: PurlSubject | null,
): { range: VersionRange | null; allVersions: boolean } {
  const ecosystem = purl?.package?.ecosystem ?? null;
  if (product.range !== null) {
    const range = csafRange("product_version_range", product.range, ecosystem);
    return { range, allVersions: range.intervals.some(({ low, high }) => low === null && high === null) };
  }
  if (isNamedOnly(product, purl)) return { range: null, allVersions: true };
  const version = purl?.version ?? product.version;
  if (version !== null) return { range: csafRange("product_version", version, ecosystem), allVersions: false };
  // Without branches, the name alone may well contain the version.
  return { range: null, allVersions: product.product !== null };
}

/**
 * Red Hat's products that have no fix (yet) stand in branches `product_version` which bear the package's name, beside a
 * package URL without a version: the package as such is meant.
 */
function isNamedOnly({ version }: Product, purl: PurlSubject | null): boolean {
  if (version === null || purl === null || purl.version !== null) return false;
  return version === purl.name || version.endsWith(`/${purl.name}`);
}
