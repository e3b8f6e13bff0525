import type { Component } from "@bongsu/sbom";
import { cpeKey, packageKey, purlKey } from "../compiled/package-key.ts";
import type { AdvisoryIndex, Posting } from "../compiled/record.ts";
import { includesCpe, parseCpe } from "../cpe/parse.ts";
import { includesValue } from "../cpe/value.ts";

/** Under which key an index may know a component, and whether it is known by its CPE only. */
interface Key {
  key: string;
  byCpe: boolean;
}

/** A package's identity where it has one; else its package URL as it stands, and its CPE. */
function keysOf({ identity, purl, cpe }: Component): Key[] {
  if (identity !== null) return [{ key: packageKey(identity), byCpe: false }];
  const byPurl = purl === null ? null : purlKey(purl);
  const byCpe = cpe === null ? null : cpeKey(cpe);
  return [
    ...(byPurl === null ? [] : [{ key: byPurl, byCpe: false }]),
    ...(byCpe === null ? [] : [{ key: byCpe, byCpe: true }]),
  ];
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
  return keysOf(component).flatMap(({ key, byCpe }) => {
    const postings = index.postings(key);
    const { cpe } = component;
    return byCpe && cpe !== null ? postings.filter((posting) => fitsCpe(posting, cpe)) : postings;
  });
}
