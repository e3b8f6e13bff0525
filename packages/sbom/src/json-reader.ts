import { BongsuError, type JsonItem, JsonSplitter, type Place } from "@bongsu/base";
import { Collector } from "./collector.ts";
import type { SbomEvent } from "./component.ts";
import { CycloneDxDocument } from "./cyclonedx/document.ts";
import type { SbomDocument } from "./document.ts";
import { Fields } from "./fields.ts";
import { type JsonFormat, listsOf, partsByPattern, wrappers } from "./json-lists.ts";
import { jsonNotation } from "./notation.ts";
import { limitsOf, type ReadSbomOptions } from "./options.ts";
import { sbomProblems } from "./problems.ts";
import { SpdxDocument } from "./spdx/document.ts";
import { Spdx3Document } from "./spdx3/document.ts";

/** Reads an SBOM in JSON from chunks of UTF-8. The format is told by the first list that is met, in whatever order they stand. */
export class JsonReader {
  readonly #collector: Collector;
  readonly #splitter: JsonSplitter;
  readonly #file: { file?: string };
  #format: JsonFormat | null = null;
  #document: SbomDocument | null = null;

  constructor(options: ReadSbomOptions) {
    this.#file = options.file === undefined ? {} : { file: options.file };
    this.#collector = new Collector(jsonNotation, options.file);
    this.#splitter = new JsonSplitter({ ...limitsOf(options), ...this.#file, pick: [...partsByPattern.keys()] });
  }

  *write(chunk: Uint8Array): Generator<SbomEvent, void> {
    try {
      for (const item of this.#splitter.write(chunk)) {
        this.#take(item);
        yield* this.#collector.drain();
      }
    } catch (error) {
      // A large document of some other kind.
      if (error instanceof BongsuError && error.code === "json.rest-too-large" && this.#document === null)
        throw this.#unknown();
      throw error;
    }
  }

  *end(): Generator<SbomEvent, void> {
    this.#splitter.end();
    const rest = this.#splitter.rest;
    const found = wrappers.map((name) => markedRoot(rest, name)).find((root) => root !== null) ?? null;
    const root = found === null ? null : Fields.of(found.value, this.#collector.log, found.place, "document");
    if (found === null || root === null) throw this.#unknown();
    const document = this.#open(found.format);
    if (this.#format !== found.format) throw this.#unknown();
    for (const name of listsOf(found.format)) if (root.has(name) && !root.isArray(name)) root.list(name);
    yield* document.finish(root);
  }

  #take({ pattern, value, place }: JsonItem): void {
    const part = partsByPattern.get(pattern);
    if (part === undefined) return;
    const document = part.format === null ? this.#document : this.#open(part.format);
    if (document === null || part.format !== this.#format) this.#collector.notRead(part.name);
    else if (part.read) document.take(part.name, value, place);
    else {
      this.#collector.notRead(part.name);
      document.pass?.(value);
    }
  }

  /** The document's reader, which is of the first format that is met. */
  #open(format: JsonFormat): SbomDocument {
    if (this.#document === null) {
      this.#format = format;
      this.#document = open(format, this.#collector);
    }
    return this.#document;
  }

  #unknown() {
    return sbomProblems.error("sbom.unknown-format", {}, this.#file);
  }
}

function open(format: JsonFormat, collector: Collector): SbomDocument {
  switch (format) {
    case "cyclonedx":
      return new CycloneDxDocument(collector, "cyclonedx-json");
    case "spdx":
      return new SpdxDocument(collector, "spdx-json");
    case "spdx3":
      return new Spdx3Document(collector);
  }
}

interface Root {
  value: unknown;
  place: Place;
  format: JsonFormat;
}

/** The members of the document itself, if they are an SBOM's. */
function markedRoot(rest: unknown, wrapper: string): Root | null {
  const value: unknown = wrapper === "" ? rest : memberOf(rest, wrapper);
  const format = formatOf(value);
  return format === null ? null : { value, format, place: { path: wrapper === "" ? "" : `/${wrapper}` } };
}

function formatOf(root: unknown): JsonFormat | null {
  const bomFormat = memberOf(root, "bomFormat");
  if (bomFormat === "CycloneDX") return "cyclonedx";
  if (bomFormat === undefined && /^1\.\d$/.test(String(memberOf(root, "specVersion")))) return "cyclonedx";
  if (/^SPDX-/i.test(String(memberOf(root, "spdxVersion")))) return "spdx";
  if (memberOf(root, "SPDXID") === "SPDXRef-DOCUMENT") return "spdx";
  return /spdx\.org\/rdf\/\d/.test(JSON.stringify(memberOf(root, "@context") ?? "")) ? "spdx3" : null;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
