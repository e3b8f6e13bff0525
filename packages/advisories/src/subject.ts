import { formatPurl, osvIdentity, type PackageContext, packageIdentity, readPurl } from "@bongsu/versions";
import type { Subject } from "./advisory.ts";
import type { Part } from "./part.ts";

/** A subject of which nothing is known yet. */
export const noSubject: Subject = { package: null, purl: null, cpe: null, product: null };

/** A package that OSV's words name: in the form that both sides of matching compare, and, for people, as written. */
export function osvPackageSubject(ecosystem: string, name: string): Subject {
  return {
    package: osvIdentity(ecosystem, name),
    purl: null,
    cpe: null,
    product: { vendor: ecosystem, name, version: null },
  };
}

/** A subject that is no more than a name. */
export function namedSubject(name: string): Subject {
  return { ...noSubject, product: { vendor: null, name, version: null } };
}

/** What a package URL says, once read. */
export interface PurlSubject {
  /** Canonical, with its version if it has one. */
  purl: string;
  /** Null where no ecosystem of OSV has such packages, or the distribution's release is not said. */
  package: Subject["package"];
  /** The package's name without namespace and version, as the package URL has it. */
  name: string;
  /** The version to match by. */
  version: string | null;
}

/** Reads a package URL that stands in a member of a part; one that cannot be read is reported and gives null. */
export function purlSubject(text: string, part: Part, at: string, context: PackageContext = {}): PurlSubject | null {
  const { purl } = readPurl(text);
  if (purl === null) {
    part.report("advisories.invalid-purl", { purl: text }, at);
    return null;
  }
  const { identity, version } = packageIdentity(purl, context);
  return { purl: formatPurl(purl), package: identity, name: purl.name, version };
}

/** The subject that some identifiers name; where none of them can be read, a product by the identifier's text. */
export function identifiedSubject(
  { id, purl, cpe }: { id: string | null; purl: string | null; cpe: string | null },
  part: Part,
  at: string,
): Subject {
  const read = purl === null ? null : purlSubject(purl, part, at);
  if (read === null && cpe === null) return namedSubject(id ?? purl ?? "");
  return { package: read?.package ?? null, purl: read?.purl ?? null, cpe, product: null };
}
