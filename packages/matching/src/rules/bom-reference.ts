import type { Component } from "@bongsu/sbom";
import type { Bom } from "../input.ts";

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const withoutScheme = (id: string) => id.replace(/^urn:uuid:/i, "").toLowerCase();

/** `urn:cdx:<serial number>/<version>#<bom-ref>` (CycloneDX BOM-Link); without `#…` it means the BOM as a whole. */
function bomLink(reference: string, bom: Bom): string | null {
  const match = /^urn:cdx:([^/#]{1,64})\/(\d{1,9})(?:#(.*))?$/s.exec(reference);
  if (match === null || bom.id === null) return null;
  const [, serial = "", revision = "", ref] = match;
  if (serial.toLowerCase() !== withoutScheme(bom.id)) return null;
  if (bom.revision !== null && Number(revision) !== bom.revision) return null;
  return ref === undefined ? "" : decoded(ref);
}

/** `sha-256:…` and the like, as OpenVEX names what has no other name. */
function isHashOf(reference: string, { hashes }: Component): boolean {
  const [algorithm = "", value = ""] = reference.split(":");
  if (value.length < 32) return false;
  const plain = (name: string) => name.toLowerCase().replaceAll("-", "");
  return hashes.some(
    (hash) => plain(hash.algorithm) === plain(algorithm) && hash.value.toLowerCase() === value.toLowerCase(),
  );
}

/**
 * Whether a reference of a VEX statement means this component of this BOM: a BOM-Link, an SPDX document's namespace with
 * an element's id, a hash; a bare `bom-ref` only where the statement stands in the BOM itself, because it is unique
 * nowhere else.
 */
export function refersTo(reference: string, component: Component, bom: Bom, embedded: boolean): boolean {
  if (embedded && reference === component.ref) return true;
  const isSubject = component.ref === bom.subject?.ref;
  const linked = bomLink(reference, bom);
  if (linked !== null) return linked === component.ref || (linked === "" && isSubject);
  if (bom.id !== null && reference === `${bom.id}#${component.ref}`) return true;
  if (bom.id !== null && reference === bom.id) return isSubject;
  return isHashOf(reference, component);
}
