import { type Hints, noHints } from "../draft.ts";
import type { Fields } from "../fields.ts";

type Hint = keyof Hints;

/** Properties by which tools say what CycloneDX has no field for. */
const hintNames = new Map<string, Hint>([
  ["syft:package:type", "packageType"],
  ["syft:distro:id", "distributionId"],
  ["syft:distro:versionID", "distributionVersion"],
  ["syft:metadata:source", "sourceName"],
  ["syft:metadata:sourceVersion", "sourceVersion"],
  ["syft:metadata:originPackage", "sourceName"],
  ["aquasecurity:trivy:PkgType", "packageType"],
  ["aquasecurity:trivy:SrcName", "sourceName"],
  ["aquasecurity:trivy:SrcVersion", "sourceVersion"],
]);

/** What the properties of a component tell. */
export function readHints(component: Fields): { hints: Hints; cpes: string[] } {
  if (!component.has("properties")) return { hints: noHints, cpes: [] };
  const values = new Map<string, string>();
  const cpes: string[] = [];
  for (const property of component.list("properties")) {
    const name = property.text("name");
    const value = property.text("value");
    if (name === null || value === null) continue;
    // Syft repeats this name for each further CPE.
    if (name === "syft:cpe23") cpes.push(value);
    else values.set(name, value);
  }
  const hints = { ...noHints };
  for (const [name, hint] of hintNames) hints[hint] = values.get(name) ?? hints[hint];
  return { hints: { ...hints, sourceVersion: fullSourceVersion(values) ?? hints.sourceVersion }, cpes };
}

/** Trivy tells epoch, version and release of the source package one by one. */
function fullSourceVersion(values: Map<string, string>): string | null {
  const version = values.get("aquasecurity:trivy:SrcVersion");
  if (version === undefined) return null;
  const epoch = values.get("aquasecurity:trivy:SrcEpoch");
  const release = values.get("aquasecurity:trivy:SrcRelease");
  return `${epoch === undefined || epoch === "0" ? "" : `${epoch}:`}${version}${release === undefined ? "" : `-${release}`}`;
}
