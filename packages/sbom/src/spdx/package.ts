import type { Collector } from "../collector.ts";
import type { Component } from "../component.ts";
import type { Fields } from "../fields.ts";
import { readHash } from "../hash.ts";
import { typeOfPurpose } from "../purposes.ts";
import { sourceHints } from "../source-info.ts";
import { readExternalRefs } from "./external-ref.ts";
import { purposes } from "./vocabulary.ts";

/** A package of SPDX 2 (clause 7), in the shape of its JSON. */
export function readPackage(fields: Fields, collector: Collector): void {
  const purpose = said(fields.text("primaryPackagePurpose"));
  if (purpose !== null && !purposes.has(purpose.toUpperCase().replaceAll("_", "-")))
    fields.report("sbom.unknown-value", { name: "primaryPackagePurpose", value: purpose }, "primaryPackagePurpose");
  collector.add({
    ref: fields.required("SPDXID"),
    type: typeOfPurpose(purpose),
    group: null,
    name: fields.required("name") ?? "",
    version: said(fields.text("versionInfo")),
    ...readExternalRefs(fields),
    hints: sourceHints(fields.text("sourceInfo")),
    hashes: fields.has("checksums")
      ? fields.list("checksums").flatMap((item) => readHash(item, "algorithm", "checksumValue") ?? [])
      : [],
    licenses: licensesOf(fields),
    ...supplierOf(fields),
    scope: null,
    parent: null,
    model: null,
    data: [],
    place: fields.place(),
  });
}

/** `NONE` and `NOASSERTION` say nothing. */
function said(text: string | null): string | null {
  return text === "NOASSERTION" || text === "NONE" ? null : text;
}

function licensesOf(fields: Fields): string[] {
  const licenses = [fields.text("licenseDeclared"), fields.text("licenseConcluded")].map(said);
  return [...new Set(licenses.filter((license) => license !== null))];
}

/** `supplier` (clause 7.5); else `originator` (clause 7.6), who wrote it. */
function supplierOf(fields: Fields): Pick<Component, "supplier" | "supplierRole"> {
  const supplier = partyName(fields.text("supplier"));
  if (supplier !== null) return { supplier, supplierRole: "supplier" };
  const originator = partyName(fields.text("originator"));
  return { supplier: originator, supplierRole: originator === null ? null : "author" };
}

/** `Organization: Acme (security@acme.example)` → `Acme` (clause 7.5). */
function partyName(text: string | null): string | null {
  const party = said(text);
  if (party === null) return null;
  const name = party.replace(/^(?:Organization|Person|Tool):/i, "").trim();
  const address = name.endsWith(")") ? name.lastIndexOf("(") : -1;
  return (address > 0 ? name.slice(0, address).trim() : name) || null;
}
