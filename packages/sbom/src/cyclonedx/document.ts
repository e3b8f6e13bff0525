import type { Place } from "@bongsu/base";
import type { Collector } from "../collector.ts";
import type { SbomEvent, SbomFormat } from "../component.ts";
import type { SbomDocument } from "../document.ts";
import { Fields } from "../fields.ts";
import { readComponent, readService } from "./component.ts";
import { leaveRefs } from "./leave-refs.ts";
import { type Metadata, readMetadata } from "./metadata.ts";
import { specVersions } from "./vocabulary.ts";

const serialNumber = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Members of the document that are no lists, and bear on no component. */
const unread = ["definitions", "declarations"];

/** Reads a CycloneDX document part by part. */
export class CycloneDxDocument implements SbomDocument {
  readonly #collector: Collector;
  readonly #format: SbomFormat;
  #metadata: Metadata = { created: null, tools: [], subject: null };

  constructor(collector: Collector, format: SbomFormat) {
    this.#collector = collector;
    this.#format = format;
  }

  take(part: string, value: unknown, place: Place): void {
    const collector = this.#collector;
    const fields = Fields.of(value, collector.log, place, part);
    if (fields === null) return;
    switch (part) {
      case "metadata":
        this.#metadata = readMetadata(fields, collector);
        leaveRefs(value, collector.refs);
        break;
      case "components":
        readComponent(fields, null, collector);
        break;
      case "services":
        readService(fields, null, collector);
        break;
      case "dependencies":
        readDependency(fields, collector);
        break;
      case "vulnerabilities":
        readAffected(fields, collector);
        collector.vulnerability(value, fields.path);
        break;
      default:
        collector.notRead(part);
    }
  }

  pass(value: unknown): void {
    leaveRefs(value, this.#collector.refs);
  }

  *finish(root: Fields): Generator<SbomEvent, void> {
    for (const name of unread) {
      if (!root.has(name)) continue;
      this.#collector.notRead(name);
      this.pass(root.value(name));
    }
    root.required("bomFormat");
    const specVersion = root.text("specVersion") ?? "";
    if (!specVersions.has(specVersion))
      root.report("sbom.unknown-version", { format: "CycloneDX", version: specVersion || "?" }, "specVersion");
    const id = root.text("serialNumber");
    if (id !== null && !serialNumber.test(id))
      root.report("sbom.invalid-value", { name: "serialNumber", value: id }, "serialNumber");
    const { created, tools, subject } = this.#metadata;
    const subjects = subject === null ? [] : [subject.ref];
    const revision = root.number("version");
    yield* this.#collector.finish({
      format: this.#format,
      specVersion,
      id,
      revision,
      created,
      subjects,
      subject,
      tools,
    });
  }
}

function readDependency(fields: Fields, collector: Collector): void {
  const ref = fields.required("ref");
  if (ref === null) return;
  collector.depend("depends-on", ref, fields.texts("dependsOn"), fields.place());
  // XML nests them.
  if (fields.has("dependencies")) for (const inner of fields.list("dependencies")) readDependency(inner, collector);
  if (fields.has("provides")) collector.depend("provides", ref, fields.texts("provides"), fields.place());
}

function readAffected(vulnerability: Fields, collector: Collector): void {
  for (const target of vulnerability.list("affects")) {
    const ref = target.text("ref");
    if (ref !== null) collector.refs.mention(ref, target.place());
  }
}
