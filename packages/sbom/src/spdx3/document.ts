import type { Place } from "@bongsu/base";
import type { Collector } from "../collector.ts";
import type { Component, SbomEvent } from "../component.ts";
import type { SbomDocument } from "../document.ts";
import type { Draft } from "../draft.ts";
import { Fields } from "../fields.ts";
import { classOf, idOf, references, type TakeInline, texts } from "./element.ts";
import { Licenses } from "./licenses.ts";
import { readPackage } from "./package.ts";
import { Packages } from "./packages.ts";
import { Relationships } from "./relationships.ts";
import { specVersions } from "./vocabulary.ts";

const packages = new Set(["Package", "AIPackage", "DatasetPackage"]);

/**
 * Reads an SPDX 3 document (JSON-LD) element by element. Elements name each other by id wherever they stand, so that
 * packages are held until the end.
 */
export class Spdx3Document implements SbomDocument {
  readonly #collector: Collector;
  readonly #packages = new Packages();
  readonly #names = new Map<string, string>();
  readonly #licenses = new Licenses();
  readonly #relationships = new Relationships();
  /** Root elements by document, SBOM or bundle. */
  readonly #collections = new Map<string, string[]>();
  #id: string | null = null;
  #specVersion = "";
  #created: string | null = null;
  #tools: string[] = [];

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  take(part: string, value: unknown, place: Place): void {
    const element = Fields.of(value, this.#collector.log, place, part);
    if (element !== null) this.#element(element);
  }

  *finish(root: Fields): Generator<SbomEvent, void> {
    // A document of a single element needs no graph.
    if (!root.has("@graph")) this.#element(root);
    const subjects = this.#subjects();
    let subject: Component | null = null;
    const components = new Set<string>();
    for (const { draft, suppliers } of this.#packages.release()) {
      const component = this.#collector.add(this.#completed(draft, suppliers));
      components.add(component.ref);
      if (component.ref === subjects[0]) subject = component;
      yield* this.#collector.drain();
    }
    for (const _ of this.#relationships.finish(this.#collector, (id) => components.has(id)))
      yield* this.#collector.drain();
    const specVersion = this.#specVersion || (/\/rdf\/(\d[\d.]*)\//.exec(contextOf(root))?.[1] ?? "");
    if (!specVersions.has(specVersion))
      root.report("sbom.unknown-version", { format: "SPDX", version: specVersion || "?" });
    yield* this.#collector.finish({
      format: "spdx3-json",
      specVersion,
      id: this.#id,
      revision: null,
      created: this.#created,
      subjects,
      subject,
      tools: this.#tools.map((id) => this.#names.get(id) ?? id),
    });
  }

  /** An element, in the graph or within another. Gives its id. */
  #element(element: Fields): string | null {
    const type = classOf(element);
    const id = idOf(element);
    const inline: TakeInline = (inner) => this.#element(inner);
    if (type === null) element.report("sbom.missing", { name: "type" });
    else if (packages.has(type)) this.#packages.add(readPackage(type, element, inline));
    else if (type === "Relationship" || type === "LifecycleScopedRelationship")
      this.#relationships.take(element, inline);
    else if (type === "CreationInfo") this.#creation(element, inline);
    else if (type.endsWith("Relationship")) this.#collector.notRead(type);
    else if (this.#licenses.take(type, element, inline)) return id;
    else this.#other(type, id, element, inline);
    return id;
  }

  #other(type: string, id: string | null, element: Fields, inline: TakeInline): void {
    const name = element.text("name");
    if (this.#created === null && !element.isText("creationInfo")) references(element, "creationInfo", inline);
    if (id !== null) {
      this.#collector.refs.define(id, element.place());
      if (name !== null) this.#names.set(id, name);
    }
    if (type === "SpdxDocument") {
      this.#id = id;
      for (const map of element.has("import") ? element.list("import") : []) {
        const external = map.text("externalSpdxId");
        if (external !== null) this.#collector.refs.leave(external);
      }
    }
    if (type === "SpdxDocument" || type === "Sbom" || type === "Bom" || type === "Bundle")
      this.#collections.set(id ?? "", references(element, "rootElement", inline));
    else if (type === "File" || type === "Snippet" || type === "Vulnerability") this.#collector.notRead(type);
  }

  /** The first tells of the document; others are usually the same. */
  #creation(element: Fields, inline: TakeInline): void {
    if (this.#created !== null) return;
    this.#created = element.text("created");
    this.#specVersion = element.text("specVersion") ?? "";
    this.#tools = references(element, "createdUsing", inline);
  }

  /** What the document is about: the roots of its roots, where these are collections themselves. */
  #subjects(): string[] {
    const subjects = new Set<string>();
    const seen = new Set<string>();
    const queue = this.#id === null ? [...this.#collections.values()].flat() : [this.#id];
    for (const id of queue) {
      if (seen.has(id)) continue;
      seen.add(id);
      const roots = this.#collections.get(id);
      if (roots === undefined) subjects.add(id);
      else for (const root of roots) queue.push(root);
    }
    for (const id of this.#relationships.described) if (!this.#collections.has(id)) subjects.add(id);
    return [...subjects];
  }

  /** What other elements tell of a package. */
  #completed(draft: Draft, suppliers: string[]): Draft {
    const ref = draft.ref ?? "";
    const licenses = this.#relationships.licensesOf(ref).map((id) => this.#licenses.textOf(id));
    const datasets = this.#relationships.datasetsOf(ref);
    const [first] = suppliers;
    const supplier = first === undefined ? null : (this.#names.get(first) ?? first);
    const governance = suppliers.map((id) => this.#names.get(id) ?? id);
    return {
      ...draft,
      ref: draft.ref === null ? null : this.#relationships.shared(draft.ref),
      licenses: [...new Set(licenses.filter((license) => license !== null))],
      supplier,
      model: draft.model === null ? null : { ...draft.model, datasets },
      data: draft.data.map((data) => ({ ...data, governance })),
    };
  }
}

function contextOf(root: Fields): string {
  return texts(root, "@context").join(" ");
}
