import type { Fields } from "../fields.ts";

/** What the external references of a package tell of its identity. */
export interface ExternalNames {
  purls: string[];
  cpes: string[];
  /** Package URLs that amount to what a package manager's reference says (SPDX 2.3 annex F.3). */
  derived: string[];
}

export function readExternalRefs(fields: Fields): ExternalNames {
  const names: ExternalNames = { purls: [], cpes: [], derived: [] };
  if (!fields.has("externalRefs")) return names;
  for (const reference of fields.list("externalRefs")) {
    const type = typeName(reference.required("referenceType"));
    const locator = reference.required("referenceLocator");
    if (type === null || locator === null) continue;
    if (type === "purl") names.purls.push(locator);
    else if (type === "cpe22type" || type === "cpe23type") names.cpes.push(locator);
    else {
      const purl = fromPackageManager(type, locator);
      if (purl !== null) names.derived.push(purl);
    }
  }
  return names;
}

/** `purl`, also where it is written as `http://spdx.org/rdf/references/purl`. */
function typeName(type: string | null): string | null {
  return type === null ? null : type.slice(type.lastIndexOf("/") + 1).toLowerCase();
}

/** `express@4.17.1` of npm, `org.acme:lib:1.0` of maven-central … as a package URL. */
function fromPackageManager(type: string, locator: string): string | null {
  switch (type) {
    case "maven-central": {
      const [group, artifact, version] = locator.split(":");
      return group && artifact && version ? `pkg:maven/${encode(group)}/${encode(artifact)}@${encode(version)}` : null;
    }
    case "npm":
      return named("npm", locator, locator.lastIndexOf("@"));
    case "nuget":
      return named("nuget", locator, locator.lastIndexOf("/"));
    case "bower":
      return named("bower", locator, locator.lastIndexOf("#"));
    default:
      return null;
  }
}

function named(type: string, locator: string, at: number): string | null {
  if (at <= 0) return null;
  const name = locator.slice(0, at).split("/").map(encode).join("/");
  return `pkg:${type}/${name}@${encode(locator.slice(at + 1))}`;
}

/** A lone surrogate cannot be encoded: it becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
