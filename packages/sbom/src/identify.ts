import { formatPurl, type Identification, type PackageContext, type Purl, readPurl } from "@bongsu/versions";
import type { Component, IdentitySource, UnmatchableReason } from "./component.ts";
import { cpeVersion, isCpe } from "./cpe.ts";
import type { Draft } from "./draft.ts";
import type { Log } from "./log.ts";
import { packageType } from "./package-types.ts";

/** What identifies a component. */
export type Identity = Pick<
  Component,
  "purl" | "cpe" | "cpes" | "identity" | "identifiedBy" | "matchVersion" | "module" | "unmatchable" | "version"
>;

const notSoftware = new Set(["file", "device", "data", "cryptographic-asset", "service"]);

/** Packages of operating systems: fixes are ported back to them, so that only their distribution's advisories tell. */
const systemTypes = new Set(["deb", "rpm", "apk", "alpm"]);

/** The package URL of a component, and from where it was taken. */
export interface Named {
  purl: Purl;
  source: IdentitySource;
}

/** The component's package URL, if it has a valid one or if what the document says amounts to one. */
export function nameOf(draft: Draft, log: Log): Named | null {
  const [first, ...others] = draft.purls.flatMap((text) => written(text, draft, log) ?? []);
  for (const { name } of others) log.report("sbom.extra-purl", { purl: name }, draft.place);
  if (first !== undefined) return { purl: first, source: "purl" };
  if (draft.purls.length > 0) return null;
  const { purl: byRef } = draft.ref?.startsWith("pkg:") ? readPurl(draft.ref) : { purl: null };
  if (byRef !== null && agrees(byRef, draft)) return { purl: byRef, source: "bom-ref" };
  const [derived] = draft.derived.flatMap((text) => readPurl(text).purl ?? []);
  if (derived !== undefined) return { purl: derived, source: "package-manager" };
  const told = fromProperties(draft);
  return told === null ? null : { purl: told, source: "properties" };
}

function written(text: string, { place }: Draft, log: Log): Purl | null {
  const { purl, problems } = readPurl(text);
  const code = purl === null ? "sbom.invalid-purl" : "sbom.irregular-purl";
  const problem = purl === null ? problems.at(-1) : problems[0];
  if (problem !== undefined) log.report(code, {}, place, problem);
  return purl;
}

/** A `bom-ref` that looks like a package URL is trusted where it says the same as the component. */
function agrees(purl: Purl, { name, version }: Draft): boolean {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return (same(purl.name, name) || same(`${purl.namespace}/${purl.name}`, name)) && purl.version === version;
}

/** A tool's word for the package manager, with the component's name and version, is as good as a package URL. */
function fromProperties({ hints, group, name, version }: Draft): Purl | null {
  const type = hints.packageType === null ? null : packageType(hints.packageType);
  if (type === null || version === null || name === "") return null;
  if (type === "maven" && group === null) return null;
  const whole = group === null ? name : `${group}/${name}`;
  const slash = whole.lastIndexOf("/");
  const parts = { type, namespace: slash < 0 ? null : whole.slice(0, slash), name: whole.slice(slash + 1), version };
  try {
    return readPurl(formatPurl(parts)).purl;
  } catch {
    return null;
  }
}

/** What the document says of a package beside its package URL. */
export function contextOf({ hints, name }: Draft): PackageContext {
  const { sourceName, sourceVersion } = hints;
  return sourceName === null ? { name } : { name, source: { name: sourceName, version: sourceVersion } };
}

/** Whether the operating system around a package may tell what its package URL does not. */
export function needsSystem(purl: Purl, { identity }: Identification): boolean {
  return identity === null && systemTypes.has(purl.type);
}

/** Decides what a component is matched by, or why it cannot be. */
export function decide(draft: Draft, named: Named | null, found: Identification | null, log: Log): Identity {
  const purl = named?.purl ?? null;
  const cpes = draft.cpes.filter((cpe) => isCpe(cpe));
  for (const cpe of draft.cpes) if (!isCpe(cpe)) log.report("sbom.invalid-cpe", { cpe }, draft.place);
  const cpe = cpes[0] ?? null;
  const version = draft.version ?? purl?.version ?? null;
  const common = { version, purl: purl === null ? null : canonical(purl), cpe, cpes };
  if (named !== null && found !== null && found.identity !== null)
    return { ...common, identifiedBy: named.source, ...identified(found, draft.version) };
  if (cpe !== null && (purl === null || !systemTypes.has(purl.type)))
    return { ...common, identifiedBy: "cpe", ...matchedBy(version ?? cpeVersion(cpe)), identity: null, module: null };
  return {
    ...common,
    identity: null,
    identifiedBy: named?.source ?? null,
    matchVersion: null,
    module: found?.module ?? null,
    unmatchable: found?.reason ?? (draft.purls.length > 0 ? "invalid-purl" : withoutName(draft.type)),
  };
}

/** The part of an identity that a package URL decides. */
export function identified({ identity, version, module }: Identification, written: string | null) {
  return { identity, module, ...matchedBy(version ?? written) };
}

function matchedBy(matchVersion: string | null): Pick<Component, "matchVersion" | "unmatchable"> {
  return { matchVersion, unmatchable: matchVersion === null ? "no-version" : null };
}

function withoutName(type: string): UnmatchableReason {
  return notSoftware.has(type) ? "not-software" : "no-identity";
}

function canonical(purl: Purl): string | null {
  try {
    return formatPurl(purl);
  } catch {
    return null;
  }
}
