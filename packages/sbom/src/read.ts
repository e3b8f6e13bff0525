import { type Chunks, utf8Chunks } from "@bongsu/base";
import type { Sbom, SbomEvent } from "./component.ts";
import { JsonReader } from "./json-reader.ts";
import type { ReadSbomOptions } from "./options.ts";
import { sbomProblems } from "./problems.ts";
import { headText, isTagValue } from "./recognise.ts";
import { openSource, pieces, type Source } from "./source.ts";
import { TagValueReader } from "./spdx/tag-value.ts";
import { XmlReader } from "./xml/reader.ts";

/** What reads one notation from chunks of bytes. */
interface Reader {
  write(chunk: Uint8Array): Iterable<SbomEvent>;
  end(): Iterable<SbomEvent>;
}

/**
 * Reads a bill of materials of any size while it comes in: CycloneDX 1.0 to 1.7 (JSON, XML), SPDX 2.0 to 2.3 (JSON,
 * tag-value), SPDX 3.0 (JSON-LD), by itself or in an in-toto statement or GitHub's export. Memory is bounded by the
 * largest component, the names of components, and those components that wait for the end (see `SbomEvent`).
 *
 * Throws `BongsuError` `sbom.*` or `json.*` where the document as a whole cannot be read; everything smaller is an event
 * of kind `problem`.
 */
export async function* streamSbom(chunks: Chunks, options: ReadSbomOptions = {}): AsyncGenerator<SbomEvent, void> {
  const source = await openSource(chunks);
  try {
    const { reader, bytes } = choose(source, options);
    for await (const chunk of bytes) {
      for (const event of reader.write(chunk)) yield event;
    }
    for (const event of reader.end()) yield event;
  } finally {
    await source.close();
  }
}

/** The same, collected. */
export async function readSbom(input: Uint8Array | Chunks, options: ReadSbomOptions = {}): Promise<Sbom> {
  const sbom: Omit<Sbom, "header"> = { components: [], dependencies: [], vulnerabilities: [], problems: [] };
  for await (const event of streamSbom(input instanceof Uint8Array ? [input] : input, options)) {
    if (event.kind === "component") {
      const count = sbom.components.push(event.component);
      if (count % 1_000 === 0) await options.onProgress?.(count);
    } else if (event.kind === "dependency") sbom.dependencies.push(event.dependency);
    else if (event.kind === "vulnerability") sbom.vulnerabilities.push(event.vulnerability);
    else if (event.kind === "problem") sbom.problems.push(event.problem);
    else {
      const [first] = event.header.subjects;
      const subject = event.header.subject ?? sbom.components.find(({ ref }) => ref === first) ?? null;
      return { header: { ...event.header, subject }, ...sbom };
    }
  }
  throw sbomProblems.error("sbom.truncated", {}, options.file === undefined ? {} : { file: options.file });
}

/** The reader for a document by its first character, and the bytes as it takes them. */
function choose(
  { head, chunks }: Source,
  options: ReadSbomOptions,
): { reader: Reader; bytes: AsyncIterable<Uint8Array> } {
  const text = headText(head);
  if (text.startsWith("{")) return { reader: new JsonReader(options), bytes: utf8Chunks(chunks, options.file) };
  if (text.startsWith("<")) return { reader: new XmlReader(head, options), bytes: pieces(chunks) };
  if (isTagValue(text)) return { reader: new TagValueReader(options), bytes: utf8Chunks(chunks, options.file) };
  const place = options.file === undefined ? {} : { file: options.file };
  if (text === "") throw sbomProblems.error("sbom.empty", {}, place);
  if (/^(?:spdxVersion|SPDXID)\s*:/m.test(text))
    throw sbomProblems.error("sbom.unsupported-format", { format: "SPDX YAML" }, place);
  throw sbomProblems.error("sbom.unknown-format", {}, place);
}
