import type { AdvisoryDocument } from "@bongsu/advisories";
import { blockChecksums } from "../bytes/checked.ts";
import { crc32 } from "../bytes/crc32.ts";
import { encodePosting } from "./codec.ts";
import { Collection } from "./collect.ts";
import { type Group, groupByVulnerability } from "./group.ts";
import { fixedLength, formatVersion, type Header, largestIndex, magic, type SectionName, tooLarge } from "./layout.ts";
import { foldName } from "./names.ts";
import { summarize } from "./summary.ts";
import { writeTable } from "./table.ts";

/** The claims about each package, as JSON arrays in an order of their own. */
function packageSlices(groups: Group[]): Map<string, string> {
  const postings = new Map<string, string[]>();
  for (const { record, claims } of groups)
    for (const [advisory, ofAdvisory] of claims.entries())
      for (const { key, text } of ofAdvisory) {
        const posting = encodePosting(record.id, advisory, text);
        const known = postings.get(key);
        if (known === undefined) postings.set(key, [posting]);
        else known.push(posting);
      }
  return new Map([...postings].map(([key, texts]) => [key, `[${[...new Set(texts)].sort().join(",")}]`]));
}

/** Every name that is not the one shown, with the one shown. */
function* nameSlices(groups: Group[]): Generator<[string, string]> {
  for (const { record } of groups) for (const alias of record.aliases) yield [foldName(alias), foldName(record.id)];
}

function assemble(parts: Record<SectionName, Uint8Array>, summary: Header["summary"]): Uint8Array {
  const sections: Partial<Header["sections"]> = {};
  let start = 0;
  for (const [name, { length }] of Object.entries(parts)) {
    sections[name as SectionName] = { start, length };
    start += length;
  }
  if (start > largestIndex) throw tooLarge();
  const body = new Uint8Array(start);
  for (const [name, bytes] of Object.entries(parts)) body.set(bytes, sections[name as SectionName]?.start ?? 0);

  const header = new TextEncoder().encode(JSON.stringify({ bodyLength: start, sections, summary }));
  const checksums = blockChecksums(body);
  const checked = new Uint8Array(header.length + checksums.length * 4);
  const checkedView = new DataView(checked.buffer);
  checked.set(header);
  for (const [index, checksum] of checksums.entries()) checkedView.setUint32(header.length + index * 4, checksum);

  const file = new Uint8Array(fixedLength + checked.length + body.length);
  const view = new DataView(file.buffer);
  file.set(magic);
  for (const [index, value] of [formatVersion, header.length, checksums.length, crc32(checked)].entries())
    view.setUint32(magic.length + index * 4, value);
  file.set(checked, fixedLength);
  file.set(body, fixedLength + checked.length);
  return file;
}

/** Takes advisory documents one by one and makes a compiled index of them. */
export class IndexBuilder {
  private readonly collection = new Collection();

  add(document: AdvisoryDocument): void {
    this.collection.add(document);
  }

  /** The compiled index. The same documents give the same bytes, in whatever order they were added. */
  finish(): Uint8Array {
    const groups = groupByVulnerability(this.collection);
    const packages = packageSlices(groups);
    const epss = [...this.collection.epss].map(([name, value]) => [name, JSON.stringify(value)] as const);
    return assemble(
      {
        packages: writeTable(packages),
        names: writeTable(nameSlices(groups)),
        vulnerabilities: writeTable(groups.map(({ record }) => [foldName(record.id), JSON.stringify(record)])),
        epss: writeTable(epss),
      },
      summarize(this.collection, groups, packages.keys()),
    );
  }
}

/** Compiles documents into one index; see `IndexBuilder`. */
export function compileIndex(documents: Iterable<AdvisoryDocument>): Uint8Array {
  const builder = new IndexBuilder();
  for (const document of documents) builder.add(document);
  return builder.finish();
}
