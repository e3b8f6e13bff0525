import type { Affected, Remediation, Subject } from "../advisory.ts";
import { sortVersions } from "../osv/ranges.ts";
import type { Part } from "../part.ts";
import { namedSubject } from "../subject.ts";
import { affectedBeforeFix } from "./before-fix.ts";
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
  const fixed = fixedVersions(statuses, vulnerability, products);
  const said = statuses.flatMap(({ id, status, path }) => {
    const product = products.describe(id);
    if (product === null) vulnerability.reading.report("advisories.unknown-product", { id }, path);
    const described = product ?? undescribed(id);
    const severities = scores.of(id);
    return vulnerability.afford(described.subjects, "affected").map((subject) => ({
      subject,
      status,
      range: described.range,
      allVersions: described.allVersions,
      fixed: status === "affected" ? (fixed.get(keyOf(subject)) ?? []) : [],
      remediations: remediations.of(id),
      severities,
      commits: [],
      path,
    }));
  });
  return [...said, ...affectedBeforeFix(said)];
}

/** A product that the tree lacks, by its id. */
function undescribed(id: string): DescribedProduct {
  return {
    subjects: [namedSubject(id)],
    hosts: [],
    hostRange: null,
    isPinned: false,
    range: null,
    allVersions: false,
    version: null,
  };
}

/** The versions that fix each product, by what it is, lowest first. */
function fixedVersions(
  statuses: readonly ProductStatus[],
  vulnerability: Part,
  products: ProductReader,
): Map<string, string[]> {
  const fixed = new Map<string, { ecosystem: string; versions: Set<string> }>();
  for (const { id, status } of statuses) {
    const product = status === "fixed" ? products.describe(id) : null;
    if (product === null || product.version === null) continue;
    for (const subject of vulnerability.afford(product.subjects, "fixed")) {
      const key = keyOf(subject);
      const known = fixed.get(key);
      const ecosystem = subject.package?.ecosystem ?? "generic";
      if (known === undefined) fixed.set(key, { ecosystem, versions: new Set([product.version]) });
      else known.versions.add(product.version);
    }
  }
  return new Map([...fixed].map(([key, { ecosystem, versions }]) => [key, sortVersions(ecosystem, [...versions])]));
}

function keyOf({ package: identity, product }: Subject): string {
  if (identity !== null) return JSON.stringify([identity.ecosystem, identity.release, identity.name]);
  return JSON.stringify([product?.vendor, product?.name]);
}
