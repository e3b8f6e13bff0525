import { quote } from "@bongsu/base";
import { type Purl, readPurl } from "@bongsu/versions";
import type { Ancestor } from "./branch-paths.ts";
import { comparable, nameUnder } from "./branch-words.ts";
import { isText, member } from "./json.ts";

/** Types whose namespace is who makes or distributes the package. */
const typesWithVendor = new Set([
  ...["alpm", "apk", "bitbucket", "composer", "deb", "github", "maven", "qpkg", "rpm", "swift", "vscode-extension"],
]);

/** Types that say the architecture by a qualifier. */
const typesWithArchitecture = new Set(["alpm", "apk", "deb", "rpm"]);

/**
 * What a package URL and the names on the way to its product say differently (section 6.2.42). The name of a vendor or
 * product need not be the namespace's or the package's.
 */
export function purlInconsistencies(text: string, ancestors: Ancestor[]): string[] {
  const { purl } = readPurl(text);
  if (purl === null) return [];
  const vendor = nameUnder(ancestors, "vendor");
  const version = nameUnder(ancestors, "product_version");
  const architecture = nameUnder(ancestors, "architecture");
  const problems: string[] = [];
  if (vendor !== undefined && typesWithVendor.has(purl.type) && !purl.namespace) {
    problems.push(`the package URL has no namespace for the vendor ${quote(vendor)}`);
  }
  if (architecture !== undefined && typesWithArchitecture.has(purl.type) && !qualifier(purl.qualifiers, "arch")) {
    problems.push(`the package URL does not say the architecture ${quote(architecture)}`);
  }
  if (version === undefined) return problems;
  if (!purl.version) return [...problems, `the package URL does not say the version ${quote(version)}`];
  const said = [purl.version, `${qualifier(purl.qualifiers, "epoch") ?? "0"}:${purl.version}`].map(comparable);
  if (said.includes(comparable(version))) return problems;
  return [...problems, `the package URL's version ${quote(purl.version)} is not ${quote(version)}`];
}

function qualifier(qualifiers: Purl["qualifiers"], key: string): string | undefined {
  const value = member(qualifiers, key);
  return isText(value) ? value : undefined;
}
