import { osvIdentity } from "@bongsu/versions";
import type { Subject } from "../advisory.ts";
import type { Part } from "../part.ts";
import { noSubject, purlSubject } from "../subject.ts";
import { distinct } from "../texts.ts";
import { ecosystemOfCollection } from "./collections.ts";

type Product = NonNullable<Subject["product"]>;

/**
 * What one item of `affected` is about: the package of its `packageURL`, or of its `collectionURL` and `packageName`
 * where the collection is an ecosystem's; the products of its `cpes`; else the product by its name.
 */
export function readSubjects(part: Part): Subject[] {
  const product = productOf(part);
  const packages = packagesOf(part);
  const cpes = arePackageVersions(part) ? [] : distinct(part.texts("cpes"));
  const [first, ...others] = packages;
  if (first !== undefined) {
    const [cpe, ...more] = cpes;
    return [
      { ...first, cpe: cpe ?? null, product },
      ...others.map((other) => ({ ...other, product })),
      ...more.map((one) => ({ ...noSubject, cpe: one, product })),
    ];
  }
  if (cpes.length > 0) return cpes.map((cpe) => ({ ...noSubject, cpe, product }));
  return product === null ? [] : [{ ...noSubject, product }];
}

function productOf(part: Part): Product | null {
  const name = part.text("product") ?? part.text("packageName");
  if (name === null || isUnsaid(name)) return null;
  const vendor = part.text("vendor");
  return { vendor: vendor === null || isUnsaid(vendor) ? null : vendor, name, version: null };
}

const isUnsaid = (name: string): boolean => /^(?:n\/a|unspecified|unknown|-|)$/i.test(name.trim());

const isRedHat = (part: Part): boolean =>
  /^https?:\/\/(?:[a-z]+\.)?redhat\.com\//i.test(part.text("collectionURL") ?? "");

/** Red Hat's CPEs name the product that a package is part of, while the versions are the package's. */
function arePackageVersions(part: Part): boolean {
  return isRedHat(part) && part.text("packageName") !== null;
}

function packagesOf(part: Part): Subject[] {
  const purl = part.text("packageURL");
  if (purl !== null) {
    const read = purlSubject(purl, part, "packageURL");
    if (read !== null) return [{ ...noSubject, package: read.package, purl: read.purl }];
  }
  const ecosystem = ecosystemOfCollection(part.text("collectionURL") ?? "");
  const name = part.text("packageName");
  if (ecosystem === null || name === null) return [];
  // Maven's names are group and artifact; one without the other is ambiguous.
  if (ecosystem === "Maven" && !/^[^:\s]+:[^:\s]+$/.test(name)) return [];
  if (ecosystem === "Red Hat") return redHatPackages(part, name);
  return [{ ...noSubject, package: osvIdentity(ecosystem, name) }];
}

/** One for each release that the CPEs name. A module's name (`container-tools:rhel8/podman`) is not the package's. */
function redHatPackages(part: Part, name: string): Subject[] {
  const slash = name.indexOf("/");
  const plain = slash > 0 && name.slice(0, slash).includes(":") ? name.slice(slash + 1) : name;
  const byRelease = new Map<string, Subject>();
  for (const cpe of part.texts("cpes")) {
    const identity = osvIdentity(`Red Hat:${cpe}`, plain);
    if (identity.release !== "") byRelease.set(identity.release, { ...noSubject, package: identity });
  }
  return [...byRelease.values()];
}
