import type { Place } from "@bongsu/base";
import type { Collector } from "../collector.ts";
import type { SbomEvent, SbomFormat } from "../component.ts";
import type { SbomDocument } from "../document.ts";
import { Fields } from "../fields.ts";
import { readPackage } from "./package.ts";
import { relationships, specVersions } from "./vocabulary.ts";

/** The document's own name in every SPDX 2 document (clause 6.3). */
const documentRef = "SPDXRef-DOCUMENT";

/** Reads an SPDX 2 document part by part, in the shape of its JSON whatever the notation. */
export class SpdxDocument implements SbomDocument {
  readonly #collector: Collector;
  readonly #format: SbomFormat;
  readonly #subjects = new Set<string>();
  /** Files and snippets: named by relationships, but no components. */
  readonly #others = new Set<string>();

  constructor(collector: Collector, format: SbomFormat) {
    this.#collector = collector;
    this.#format = format;
    collector.refs.define(documentRef, {});
  }

  take(part: string, value: unknown, place: Place): void {
    const fields = Fields.of(value, this.#collector.log, place, part);
    if (fields === null) return;
    if (part === "packages") readPackage(fields, this.#collector);
    else if (part === "relationships") this.#relate(fields);
    else this.#other(part, fields);
  }

  *finish(root: Fields): Generator<SbomEvent, void> {
    const specVersion = (root.text("spdxVersion") ?? "").replace(/^SPDX-/i, "");
    if (!specVersions.has(specVersion))
      root.report("sbom.unknown-version", { format: "SPDX", version: specVersion || "?" }, "spdxVersion");
    if (root.has("documentDescribes"))
      for (const ref of root.texts("documentDescribes")) this.#describe(ref, root.place());
    const creation = root.fields("creationInfo");
    const creators = creation?.has("creators") ? creation.texts("creators") : [];
    yield* this.#collector.finish({
      format: this.#format,
      specVersion,
      id: root.text("documentNamespace"),
      revision: null,
      created: creation?.text("created") ?? null,
      subjects: [...this.#subjects].filter((ref) => !this.#others.has(ref)),
      subject: null,
      tools: creators.filter((creator) => /^Tool:/i.test(creator)).map((creator) => creator.slice(5).trim()),
    });
  }

  /** Relationships (clause 11). */
  #relate(fields: Fields): void {
    const type = fields.required("relationshipType")?.toUpperCase();
    const from = fields.required("spdxElementId");
    const to = fields.required("relatedSpdxElement");
    if (type === undefined || from === null || to === null || to === "NONE" || to === "NOASSERTION") return;
    const edge = relationships.get(type);
    if (edge === undefined)
      fields.report("sbom.unknown-value", { name: "relationshipType", value: type }, "relationshipType");
    if (type === "DESCRIBES" && from === documentRef) this.#describe(to, fields.place());
    if (type === "DESCRIBED_BY" && to === documentRef) this.#describe(from, fields.place());
    if (edge === undefined || edge === null || this.#others.has(from) || this.#others.has(to)) return;
    if (edge.backwards) this.#collector.depend(edge.kind, to, [from], fields.place());
    else this.#collector.depend(edge.kind, from, [to], fields.place());
  }

  #describe(ref: string, place: Place): void {
    this.#subjects.add(ref);
    this.#collector.refs.mention(ref, place);
  }

  #other(part: string, fields: Fields): void {
    this.#collector.notRead(part);
    const ref = fields.text("SPDXID");
    if (ref !== null) this.#others.add(this.#collector.refs.define(ref, fields.place()));
  }
}
