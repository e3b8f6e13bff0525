import type { BongsuError, Place } from "@bongsu/base";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { Collector } from "../collector.ts";
import type { SbomEvent } from "../component.ts";
import { CycloneDxDocument } from "../cyclonedx/document.ts";
import { Fields } from "../fields.ts";
import { xmlNotation } from "../notation.ts";
import { type Limits, limitsOf, type ReadSbomOptions } from "../options.ts";
import { sbomProblems } from "../problems.ts";
import { XmlElement } from "./element.ts";
import { xmlDecoder } from "./encoding.ts";
import { rootOf } from "./root.ts";

/** Members of `bom` of which each item is read by itself. */
const lists = new Set(["components", "services", "dependencies", "vulnerabilities"]);

/** Of CycloneDX itself, and of its extension for dependencies before 1.2. */
const namespaces = /^http:\/\/cyclonedx\.org\/schema\/(?:bom|ext\/dependency-graph)\//;

/** Reads CycloneDX XML from chunks of bytes, holding one component at a time. */
export class XmlReader {
  readonly #collector: Collector;
  readonly #document: CycloneDxDocument;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #limits: Limits;
  readonly #file: { file?: string };
  readonly #decoder: InstanceType<typeof TextDecoder>;
  /** Elements of the value at hand; empty between values. */
  readonly #stack: XmlElement[] = [];
  #root: object | null = null;
  #depth = 0;
  /** The member of `bom` at hand, and the number of its items so far. */
  #member = "";
  #items = 0;
  /** Elements of other namespaces around the position. */
  #foreign = 0;
  /** The namespace of the last element. */
  #uri = "";
  #place: Place = {};
  readonly #onTwice = (name: string) => this.#collector.log.report("sbom.xml-twice", { name }, this.#place);
  #bytes = 0;
  /** Characters since the last event of the parser, and within the value at hand. */
  #quiet = 0;
  #size = 0;

  constructor(head: Uint8Array, options: ReadSbomOptions) {
    this.#file = options.file === undefined ? {} : { file: options.file };
    this.#limits = limitsOf(options);
    this.#decoder = xmlDecoder(head, this.#file);
    this.#collector = new Collector(xmlNotation, options.file);
    this.#document = new CycloneDxDocument(this.#collector, "cyclonedx-xml");
    const parser = this.#parser;
    parser.on("error", (error) => {
      throw this.#error("sbom.xml", { why: withoutPosition(error.message) });
    });
    parser.on("doctype", () => {
      throw this.#error("sbom.xml-doctype");
    });
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", () => this.#close());
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
    // With a seventh handler the engine would take the parser for a dictionary, and read it four times as slowly.
  }

  *write(chunk: Uint8Array): Generator<SbomEvent, void> {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limits.maxBytes)
      throw sbomProblems.error("sbom.too-large", { limit: this.#limits.maxBytes }, this.#file);
    const text = this.#decode(chunk);
    this.#quiet += text.length;
    this.#parser.write(text);
    if (this.#quiet > this.#limits.maxValueBytes) throw this.#tooLarge();
    yield* this.#collector.drain();
  }

  *end(): Generator<SbomEvent, void> {
    this.#parser.write(this.#decode());
    if (this.#depth > 0 || this.#root === null) throw this.#error(this.#bytes === 0 ? "sbom.empty" : "sbom.truncated");
    this.#parser.close();
    const root = Fields.of(this.#root, this.#collector.log, { path: "/bom" }, "bom");
    if (root !== null) yield* this.#document.finish(root);
  }

  #open(tag: SaxesTagNS): void {
    this.#heard();
    if (++this.#depth > this.#limits.maxDepth) throw this.#error("sbom.xml-too-deep", { limit: this.#limits.maxDepth });
    if (this.#depth === 1) {
      this.#root = rootOf(tag, this.#here());
      return;
    }
    if (this.#foreign > 0 || !this.#isOwn(tag.uri)) {
      this.#foreign++;
      return;
    }
    if (this.#stack.length > 0) this.#push(tag);
    else if (this.#depth === 2) {
      this.#member = tag.local;
      this.#items = 0;
      if (tag.local === "metadata") this.#begin(tag, "/bom/metadata");
    } else if (this.#depth === 3) {
      this.#items++;
      if (lists.has(this.#member)) this.#begin(tag, `/bom/${this.#member}/${tag.local}[${this.#items}]`);
      else this.#pass(tag);
    } else this.#leaveRef(tag);
  }

  #close(): void {
    this.#heard();
    this.#depth--;
    if (this.#foreign > 0) {
      this.#foreign--;
      return;
    }
    const element = this.#stack.pop();
    if (element === undefined) return;
    const parent = this.#stack.at(-1);
    if (parent === undefined) this.#document.take(this.#member, element.toValue(), this.#place);
    else parent.add(element);
  }

  /** An element that is passed over, with all that is within. */
  #pass(tag: SaxesTagNS): void {
    this.#collector.notRead(this.#member);
    this.#leaveRef(tag);
  }

  /** It may have a name by which dependencies refer to it. */
  #leaveRef(tag: SaxesTagNS): void {
    const ref = tag.attributes["bom-ref"]?.value.trim();
    if (ref) this.#collector.refs.leave(ref);
  }

  #isOwn(uri: string): boolean {
    if (uri === this.#uri) return true;
    if (!namespaces.test(uri)) return false;
    this.#uri = uri;
    return true;
  }

  #begin(tag: SaxesTagNS, path: string): void {
    this.#place = { ...this.#here(), path };
    this.#size = 0;
    this.#push(tag);
  }

  #push(tag: SaxesTagNS): void {
    const element = new XmlElement(tag.local, this.#onTwice);
    for (const name in tag.attributes) {
      const attribute = tag.attributes[name];
      if (attribute === undefined) continue;
      this.#grow(attribute.value.length);
      if (attribute.prefix === "") element.addAttribute(attribute.local, attribute.value);
    }
    this.#grow(tag.local.length);
    this.#stack.push(element);
  }

  #text(text: string): void {
    this.#heard();
    if (this.#foreign > 0) return;
    const element = this.#stack.at(-1);
    if (element === undefined) return;
    this.#grow(text.length);
    element.addText(text);
  }

  #grow(length: number): void {
    this.#size += length;
    if (this.#size > this.#limits.maxValueBytes) throw this.#tooLarge();
  }

  #heard(): void {
    this.#quiet = 0;
  }

  #decode(chunk?: Uint8Array): string {
    try {
      return chunk === undefined ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    } catch (cause) {
      if (chunk === undefined) throw this.#error("sbom.truncated");
      throw sbomProblems.error("sbom.encoding", { encoding: this.#decoder.encoding }, this.#here(), cause);
    }
  }

  #here(): Place {
    return { ...this.#file, line: this.#parser.line, column: this.#parser.column + 1 };
  }

  #tooLarge(): BongsuError {
    return this.#error("sbom.text-too-large", { limit: this.#limits.maxValueBytes });
  }

  #error(code: Parameters<typeof sbomProblems.error>[0], params: Record<string, string | number> = {}): BongsuError {
    return sbomProblems.error(code, params, this.#here());
  }
}

/** saxes puts `line:column: ` before its messages. */
function withoutPosition(message: string): string {
  return message.replace(/^(?:.*?:)?\d+:\d+: /, "").replace(/\.$/, "");
}
