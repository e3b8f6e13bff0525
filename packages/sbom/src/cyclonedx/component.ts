import type { Collector } from "../collector.ts";
import type { Component, SupplierRole } from "../component.ts";
import { noHints } from "../draft.ts";
import type { Fields } from "../fields.ts";
import { readHash } from "../hash.ts";
import { readLicenses } from "./license.ts";
import { readData, readModel } from "./model.ts";
import { readHints } from "./properties.ts";
import { componentTypes, scopes } from "./vocabulary.ts";

/** A `component` and what it contains. Recursion is bounded by the reader's limit on depth. */
export function readComponent(fields: Fields, parent: string | null, collector: Collector): Component {
  const type = fields.required("type");
  if (type !== null && !componentTypes.has(type))
    fields.report("sbom.unknown-value", { name: "type", value: type }, "type");
  const scope = fields.text("scope");
  if (scope !== null && !scopes.has(scope))
    fields.report("sbom.unknown-value", { name: "scope", value: scope }, "scope");
  const { hints, cpes } = readHints(fields);
  const purl = fields.text("purl");
  const cpe = fields.text("cpe");
  const component = collector.add({
    ref: readRef(fields),
    type: type ?? "library",
    group: fields.text("group"),
    name: fields.required("name") ?? "",
    version: fields.text("version"),
    purls: purl === null ? [] : [purl],
    cpes: cpe === null ? cpes : [cpe, ...cpes],
    derived: [],
    hints,
    hashes: fields.has("hashes") ? readHashes(fields) : [],
    licenses: readLicenses(fields),
    ...supplierOf(fields),
    scope,
    parent,
    model: cardOf(fields),
    data: fields.has("data") ? fields.list("data").map(readData) : [],
    place: fields.place(),
  });
  if (fields.has("components"))
    for (const child of fields.list("components")) readComponent(child, component.ref, collector);
  return component;
}

/** A `service` and what it contains, as a component of the type `service`. */
export function readService(fields: Fields, parent: string | null, collector: Collector): void {
  const provider = fields.fields("provider")?.text("name") ?? null;
  const service = collector.add({
    ref: readRef(fields),
    type: "service",
    group: fields.text("group"),
    name: fields.required("name") ?? "",
    version: fields.text("version"),
    purls: [],
    cpes: [],
    derived: [],
    hints: noHints,
    hashes: [],
    licenses: readLicenses(fields),
    supplier: provider,
    supplierRole: provider === null ? null : "supplier",
    scope: null,
    parent,
    model: null,
    data: [],
    place: fields.place(),
  });
  if (fields.has("services")) for (const child of fields.list("services")) readService(child, service.ref, collector);
}

/** `bom-ref`, which may be absent, and may not be empty. */
function readRef(fields: Fields): string | null {
  const ref = fields.text("bom-ref");
  if (ref === null && fields.isText("bom-ref")) fields.report("sbom.missing", { name: "bom-ref" });
  return ref;
}

function readHashes(fields: Fields) {
  return fields.list("hashes").flatMap((item) => readHash(item, "alg", "content") ?? []);
}

function cardOf(fields: Fields) {
  const card = fields.fields("modelCard");
  return card === null ? null : readModel(card);
}

/** Who supplied it; else who made it (since 1.6), who published it, who wrote it (a list since 1.6). */
function supplierOf(fields: Fields): Pick<Component, "supplier" | "supplierRole"> {
  const author = () =>
    (fields.has("authors") ? fields.list("authors") : [])
      .map((one) => one.text("name") ?? one.text("email"))
      .find((name) => name !== null) ?? fields.text("author");
  const named: [SupplierRole, () => string | null][] = [
    ["supplier", () => fields.fields("supplier")?.text("name") ?? null],
    ["manufacturer", () => fields.fields("manufacturer")?.text("name") ?? null],
    ["publisher", () => fields.text("publisher")],
    ["author", author],
  ];
  for (const [supplierRole, name] of named) {
    const supplier = name();
    if (supplier !== null) return { supplier, supplierRole };
  }
  return { supplier: null, supplierRole: null };
}
