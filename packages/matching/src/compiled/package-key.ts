import type { Subject } from "@bongsu/advisories";
import type { PackageIdentity } from "@bongsu/sbom";
import { readPurl } from "@bongsu/versions";
import { parseCpe } from "../cpe/parse.ts";

const separator = "\0";

/** The ecosystem under which products known by CPE only are kept. */
export const cpeEcosystem = "cpe";

/** The ecosystem under which packages are kept whose package URL belongs to no ecosystem. */
export const purlEcosystem = "purl";

/** The text by which a package is found: ecosystem, release and name. */
export function packageKey({ ecosystem, release, name }: PackageIdentity): string {
  return [ecosystem, release, name].join(separator);
}

/** The package that a key names. */
export function identityOfKey(key: string): PackageIdentity {
  const [ecosystem = "", release = "", name = ""] = key.split(separator);
  return { ecosystem, release, name };
}

/** `AlmaLinux:9` of a package key. */
export function ecosystemOfKey(key: string): string {
  const { ecosystem, release } = identityOfKey(key);
  return release === "" ? ecosystem : `${ecosystem}:${release}`;
}

/** `cpe:2.3:a:vendor:product` is one package; null where part, vendor or product is not given. */
export function cpeKey(text: string): string | null {
  const cpe = parseCpe(text);
  if (cpe === null) return null;
  const names = [cpe.part, cpe.vendor, cpe.product];
  if (names.some((value) => value.kind !== "text")) return null;
  const name = names.map((value) => (value.kind === "text" ? value.text : "")).join(":");
  return packageKey({ ecosystem: cpeEcosystem, release: "", name });
}

/** A package URL's type, namespace and name as one package, where it belongs to no ecosystem; null if it is not valid. */
export function purlKey(text: string): string | null {
  const { purl } = readPurl(text);
  if (purl === null) return null;
  const name = [purl.type, purl.namespace, purl.name].filter((part) => part !== null).join("/");
  return packageKey({ ecosystem: purlEcosystem, release: "", name });
}

/** The keys under which an advisory's subject is kept; none where it names nothing that can be matched. */
export function subjectKeys(subject: Subject): string[] {
  const byPackage = subject.package === null ? null : packageKey(subject.package);
  const byPurl = subject.package === null && subject.purl !== null ? purlKey(subject.purl) : null;
  const byCpe = subject.cpe === null ? null : cpeKey(subject.cpe);
  return [byPackage, byPurl, byCpe].filter((key) => key !== null);
}
