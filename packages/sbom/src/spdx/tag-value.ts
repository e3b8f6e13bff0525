import type { Place } from "@bongsu/base";
import { Collector } from "../collector.ts";
import type { SbomEvent } from "../component.ts";
import { Fields } from "../fields.ts";
import { type Line, LineCutter } from "../lines.ts";
import { lineNotation } from "../notation.ts";
import { type Limits, limitsOf, type ReadSbomOptions } from "../options.ts";
import { sbomProblems } from "../problems.ts";
import { SpdxDocument } from "./document.ts";
import { type Section, type Tag, tags } from "./tags.ts";

/** An element of the document in the shape of SPDX JSON, and the line at which it begins. */
interface Element {
  section: Section;
  members: Record<string, unknown>;
  line: number;
}

/** A value of several lines, between `<text>` and `</text>`. */
interface OpenText {
  tag: string;
  parts: string[];
  length: number;
  line: number;
}

const closing = "</text>";

/** Reads SPDX 2 tag-value (clause 5 and annex of SPDX 2.3) from chunks of UTF-8. */
export class TagValueReader {
  readonly #collector: Collector;
  readonly #document: SpdxDocument;
  readonly #limits: Limits;
  readonly #file: { file?: string };
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  readonly #lines: LineCutter;
  readonly #root: Element = { section: "document", members: {}, line: 1 };
  readonly #creation: Record<string, unknown> = {};
  #element: Element = this.#root;
  #text: OpenText | null = null;
  #bytes = 0;

  constructor(options: ReadSbomOptions) {
    this.#file = options.file === undefined ? {} : { file: options.file };
    this.#limits = limitsOf(options);
    this.#lines = new LineCutter(this.#limits.maxValueBytes, this.#file);
    this.#collector = new Collector(lineNotation, options.file);
    this.#document = new SpdxDocument(this.#collector, "spdx-tag-value");
  }

  *write(chunk: Uint8Array): Generator<SbomEvent, void> {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limits.maxBytes)
      throw sbomProblems.error("sbom.too-large", { limit: this.#limits.maxBytes }, this.#file);
    for (const line of this.#lines.write(this.#decode(chunk))) {
      this.#line(line);
      yield* this.#collector.drain();
    }
  }

  *end(): Generator<SbomEvent, void> {
    for (const line of this.#lines.write(this.#decode())) this.#line(line);
    for (const line of this.#lines.end()) this.#line(line);
    if (this.#text !== null) throw sbomProblems.error("sbom.truncated", {}, this.#at(this.#text.line));
    this.#close();
    this.#root.members.creationInfo = this.#creation;
    const root = Fields.of(this.#root.members, this.#collector.log, this.#at(1), "document");
    if (root !== null) yield* this.#document.finish(root);
  }

  #line({ text, number }: Line): void {
    if (this.#text !== null) this.#continue(this.#text, text);
    else if (text.trim() !== "" && !text.startsWith("#")) this.#begin(text, number);
  }

  #begin(line: string, number: number): void {
    const colon = line.indexOf(":");
    const tag = line.slice(0, Math.max(colon, 0)).trim();
    if (colon < 0 || /\s/.test(tag)) {
      this.#collector.log.report("sbom.tag-value", { line }, this.#at(number));
      return;
    }
    const value = line.slice(colon + 1).trim();
    if (!value.startsWith("<text>")) this.#take(tag, value, number);
    else {
      this.#text = { tag, parts: [], length: 0, line: number };
      this.#continue(this.#text, value.slice("<text>".length));
    }
  }

  #continue(open: OpenText, line: string): void {
    const end = line.indexOf(closing);
    open.parts.push(end < 0 ? line : line.slice(0, end));
    open.length += line.length;
    if (open.length > this.#limits.maxValueBytes)
      throw sbomProblems.error("sbom.text-too-large", { limit: this.#limits.maxValueBytes }, this.#at(open.line));
    if (end < 0) return;
    this.#text = null;
    this.#take(open.tag, open.parts.join("\n").trim(), open.line);
  }

  #take(name: string, value: string, line: number): void {
    if (name === "Relationship") this.#relate(value, line);
    else if (name === "SPDXID") this.#element.members.SPDXID = value;
    else {
      const tag = tags.get(name);
      if (tag === undefined) this.#collector.log.report("sbom.unknown-tag", { tag: name }, this.#at(line));
      else this.#put(tag, value, line);
    }
  }

  #put(tag: Tag, value: string, line: number): void {
    if (tag.begins) {
      this.#close();
      this.#element = { section: tag.section, members: {}, line };
    }
    if (tag.member === null) return;
    const members = tag.section === "document" ? this.#documentMembers(tag.member) : this.#element.members;
    if (tag.form === "text") members[tag.member] ??= value;
    else push(members, tag.member, itemOf(tag.form, value));
  }

  /** What SPDX JSON keeps in `creationInfo` stands beside the rest here. */
  #documentMembers(member: string): Record<string, unknown> {
    return member === "creators" || member === "created" ? this.#creation : this.#root.members;
  }

  /** Hands the element at hand over. */
  #close(): void {
    const { section, members, line } = this.#element;
    if (section !== "document") {
      if (section === "licenses") this.#collector.notRead("hasExtractedLicensingInfos");
      else this.#document.take(section, members, this.#at(line));
    }
    this.#element = this.#root;
  }

  /** `SPDXRef-A DEPENDS_ON SPDXRef-B`: it ends nothing, and may stand anywhere. */
  #relate(value: string, line: number): void {
    const [spdxElementId, relationshipType, relatedSpdxElement] = value.split(/\s+/, 3);
    const members = { spdxElementId, relationshipType, relatedSpdxElement };
    this.#document.take("relationships", members, this.#at(line));
  }

  #decode(chunk?: Uint8Array): string {
    try {
      return chunk === undefined ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    } catch (cause) {
      const place = this.#at(this.#lines.number + 1);
      if (chunk === undefined) throw sbomProblems.error("sbom.truncated", {}, place, cause);
      throw sbomProblems.error("sbom.encoding", { encoding: "UTF-8" }, place, cause);
    }
  }

  #at(line: number): Place {
    return { ...this.#file, line, path: `line ${line}` };
  }
}

function itemOf(form: Tag["form"], value: string): unknown {
  if (form === "checksum") {
    const colon = value.indexOf(":");
    return { algorithm: value.slice(0, Math.max(colon, 0)).trim(), checksumValue: value.slice(colon + 1).trim() };
  }
  if (form === "reference") {
    const [referenceCategory, referenceType, referenceLocator] = value.split(/\s+/, 3);
    return { referenceCategory, referenceType, referenceLocator };
  }
  return value;
}

function push(members: Record<string, unknown>, name: string, item: unknown): void {
  const known = members[name];
  if (Array.isArray(known)) known.push(item);
  else members[name] = [item];
}
