import type { Affected, Remediation, Subject } from "../advisory.ts";
import { sortVersions } from "../osv/ranges.ts";
import type { Part } from "../part.ts";
import { namedSubject } from "../subject.ts";
import { distinct } from "../texts.ts";
import type { DescribedProduct, ProductReader } from "./described.ts";
import type { SaidOfProducts } from "./said-of-products.ts";
import type { Scores } from "./scores.ts";
import type { ProductStatus } from "./statuses.ts";

/** Turns the products of one vulnerability into what is affected, not affected, fixed or under investigation. */
export function readAffected(
  statuses: readonly ProductStatus[],
  vulnerability: Part,
  products: ProductReader,
  remediations: SaidOfProducts<Remediation>,
  scores: Scores,
): Affected[] {
  const fixed = fixedVersions(statuses, products);
  return statuses.flatMap(({ id, status, path }) => {
    const product = products.describe(id);
    if (product === null) vulnerability.reading.report("advisories.unknown-product", { id }, path);
    const described = product ?? undescribed(id);
    return described.subjects.map((subject) => ({
      subject,
      status,
      range: described.range,
      allVersions: described.allVersions,
      fixed: status === "affected" ? (fixed.get(keyOf(subject)) ?? []) : [],
      remediations: [...remediations.of(id)],
      severities: scores.byProduct.get(id) ?? [],
      commits: [],
      path,
    }));
  });
}

/** A product that the tree lacks, by its id. */
function undescribed(id: string): DescribedProduct {
  return { subjects: [namedSubject(id)], hosts: [], range: null, allVersions: false, version: null };
}

/** The versions that fix each product, by what it is. */
function fixedVersions(statuses: readonly ProductStatus[], products: ProductReader): Map<string, string[]> {
  const fixed = new Map<string, string[]>();
  for (const { id, status } of statuses) {
    const product = status === "fixed" ? products.describe(id) : null;
    if (product === null || product.version === null) continue;
    for (const subject of product.subjects) {
      const key = keyOf(subject);
      const versions = [...(fixed.get(key) ?? []), product.version];
      fixed.set(key, sortVersions(subject.package?.ecosystem ?? "generic", distinct(versions)));
    }
  }
  return fixed;
}

function keyOf({ package: identity, product }: Subject): string {
  if (identity !== null) return JSON.stringify([identity.ecosystem, identity.release, identity.name]);
  return JSON.stringify([product?.vendor, product?.name]);
}
