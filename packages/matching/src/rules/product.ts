import type { Subject } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import { readPurl } from "@bongsu/versions";
import { packageKey } from "../compiled/package-key.ts";
import { keyedVersion, type PackedRange } from "../compiled/range.ts";
import { includesCpe, parseCpe } from "../cpe/parse.ts";
import { includesValue } from "../cpe/value.ts";
import type { Installed } from "./installed.ts";
import { inRange } from "./within.ts";

/** A component with the version by which it is known. */
export interface Named {
  component: Component;
  installed: Installed | null;
}

/** The version is the same by its text, or by the order of the component's ecosystem. */
function isVersion(version: string, { component, installed }: Named): boolean {
  if (installed === null) return false;
  const ecosystem = component.identity?.ecosystem ?? "generic";
  const { key } = keyedVersion(ecosystem, version);
  return installed.version === version || (key !== null && key === installed.keyIn(ecosystem));
}

/** The same package; of a package URL, everything that it gives: version, qualifiers and subpath where it has them. */
function fitsPurl(text: string, named: Named, range: PackedRange | null): boolean {
  const wanted = readPurl(text).purl;
  const own = readPurl(named.component.purl ?? "").purl;
  if (wanted === null || own === null) return false;
  if (wanted.type !== own.type || wanted.namespace !== own.namespace || wanted.name !== own.name) return false;
  const qualifiers = Object.entries(wanted.qualifiers ?? {});
  if (!qualifiers.every(([key, value]) => own.qualifiers?.[key] === value)) return false;
  if (wanted.subpath !== null && wanted.subpath !== own.subpath) return false;
  return (
    wanted.version === null || range !== null || wanted.version === own.version || isVersion(wanted.version, named)
  );
}

function fitsCpe(text: string, named: Named, range: PackedRange | null): boolean {
  const wanted = parseCpe(text);
  if (wanted === null) return false;
  return named.component.cpes
    .flatMap((cpe) => parseCpe(cpe) ?? [])
    .some((own) => includesCpe(wanted, own) && (range !== null || includesValue(wanted.version, own.version)));
}

/**
 * Whether a subject names this component, version included where it names one. A vendor's and a product's name for
 * people (`product`) identify nothing.
 */
export function namesComponent(subject: Subject, range: PackedRange | null, named: Named): boolean {
  const { identity } = named.component;
  const byPurl = subject.purl !== null && fitsPurl(subject.purl, named, range);
  const byPackage =
    subject.purl === null &&
    subject.package !== null &&
    identity !== null &&
    packageKey(subject.package) === packageKey(identity) &&
    (range !== null || !subject.product?.version || isVersion(subject.product.version, named));
  const byCpe = !byPurl && !byPackage && subject.cpe !== null && fitsCpe(subject.cpe, named, range);
  if (!byPurl && !byPackage && !byCpe) return false;
  return range === null || (named.installed !== null && inRange(range, named.installed));
}
