import type { Subject } from "@bongsu/advisories";
import { cpeEcosystem, purlEcosystem } from "@bongsu/matching";
import { formatPurl, purlOf, readPurl } from "@bongsu/versions";

interface Used {
  ecosystem: string;
  release: string;
  name: string;
  version: string;
}

function packageUrl({ ecosystem, release, name, version }: Used): string | null {
  const foreign = name.split("/").map(encodeURIComponent).join("/");
  const known =
    ecosystem === purlEcosystem
      ? readPurl(`pkg:${foreign}`).purl
      : purlOf(release === "" ? ecosystem : `${ecosystem}:${release}`, name);
  return known === null ? null : formatPurl({ ...known, version });
}

/** A value of a CPE name's formatted string (NIST IR 7695 §6.2): what is neither letter, digit nor one of `_-.` is quoted. */
const quoted = (value: string): string => value.replace(/[^\w.-]/g, "\\$&");

function cpeName({ ecosystem, name, version }: Used): string | null {
  const [part = "", vendor = "", product = "", ...rest] = name.split(":");
  if (ecosystem !== cpeEcosystem || !/^[aho]$/.test(part) || product === "" || rest.length > 0) return null;
  if (!/^[\x21-\x7e]+$/.test(vendor + product + version)) return null;
  return `cpe:2.3:${part}:${quoted(vendor)}:${quoted(product)}:${quoted(version.toLowerCase())}:*:*:*:*:*:*:*`;
}

/** A version in use as VEX names products: by its package URL, by its CPE name, or by no more than its name. */
export const productOf = (used: Used): Subject => ({
  package: null,
  purl: packageUrl(used),
  cpe: cpeName(used),
  product: { vendor: null, name: used.name, version: used.version },
});
