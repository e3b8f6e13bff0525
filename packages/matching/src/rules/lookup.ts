import type { Component } from "@bongsu/sbom";
import { cpeKey, packageKey, purlKey } from "../compiled/package-key.ts";
import type { AdvisoryIndex, Posting } from "../compiled/record.ts";
import { includesCpe, parseCpe } from "../cpe/parse.ts";
import { includesValue } from "../cpe/value.ts";

/** Under which key an index may know a component, and the CPE by which it does. */
interface Key {
  key: string | null;
  cpe: string | null;
}

/** A package's identity where it has one; else its package URL as it stands, and its CPE names. */
function keysOf({ identity, purl, cpes }: Component): Key[] {
  if (identity !== null) return [{ key: packageKey(identity), cpe: null }];
  return [{ key: purl === null ? null : purlKey(purl), cpe: null }, ...cpes.map((cpe) => ({ key: cpeKey(cpe), cpe }))];
}

/** What an advisory's CPE leaves open, includes the component's; a version pattern (`8.*`) has to fit as well. */
function fitsCpe({ cpe, range }: Posting, own: string): boolean {
  const source = cpe === null ? null : parseCpe(cpe);
  const target = parseCpe(own);
  if (source === null || target === null || !includesCpe(source, target)) return false;
  return range !== null || source.version.kind !== "pattern" || includesValue(source.version, target.version);
}

/** Everything that an index says of a component's package. */
export function postingsFor(component: Component, index: AdvisoryIndex): Posting[] {
  const found = keysOf(component).flatMap(({ key, cpe }) => {
    const postings = key === null ? [] : index.postings(key);
    return cpe === null ? postings : postings.filter((posting) => fitsCpe(posting, cpe));
  });
  // Two CPE names of one component may find the same.
  return component.cpes.length < 2 ? found : [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
