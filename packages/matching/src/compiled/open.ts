import type { Epss } from "@bongsu/advisories";
import { BongsuError } from "@bongsu/base";
import { CheckedBytes } from "../bytes/checked.ts";
import { crc32 } from "../bytes/crc32.ts";
import { matchingProblems } from "../problems.ts";
import { decodePostings } from "./codec.ts";
import { fixedLength, formatVersion, type Header, magic } from "./layout.ts";
import { foldName } from "./names.ts";
import type { AdvisoryIndex, IndexSummary, Posting, VulnerabilityRecord } from "./record.ts";
import { Table } from "./table.ts";

/** True where the bytes begin as a compiled index does. */
export const isCompiledIndex = (bytes: Uint8Array): boolean => magic.every((byte, index) => bytes[index] === byte);

/** Runs a decoder of stored text; what it cannot decode was not written by the compiler. */
function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    if (cause instanceof BongsuError) throw cause;
    throw matchingProblems.error("matching.index-damaged", { offset: 0 }, {}, cause);
  }
}

function readHeader(file: Uint8Array): { header: Header; body: CheckedBytes } {
  if (!isCompiledIndex(file)) throw matchingProblems.error("matching.index-foreign");
  const truncated = (expected: number) =>
    matchingProblems.error("matching.index-truncated", { found: file.length, expected });
  if (file.length < fixedLength) throw truncated(fixedLength);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const [version = 0, headerLength = 0, blocks = 0, checksum = 0] = [0, 1, 2, 3].map((field) =>
    view.getUint32(magic.length + field * 4),
  );
  if (version !== formatVersion)
    throw matchingProblems.error("matching.index-version", { found: version, known: formatVersion });
  const bodyStart = fixedLength + headerLength + blocks * 4;
  if (file.length < bodyStart) throw truncated(bodyStart);
  if (crc32(file.subarray(fixedLength, bodyStart)) !== checksum)
    throw matchingProblems.error("matching.index-damaged", { offset: fixedLength });
  const headerEnd = fixedLength + headerLength;
  const header = decoded(() => JSON.parse(new TextDecoder().decode(file.subarray(fixedLength, headerEnd))) as Header);
  if (file.length !== bodyStart + header.bodyLength) throw truncated(bodyStart + header.bodyLength);
  const checksums = Uint32Array.from({ length: blocks }, (_, index) => view.getUint32(headerEnd + index * 4));
  return { header, body: new CheckedBytes(file.subarray(bodyStart), checksums) };
}

class CompiledIndex implements AdvisoryIndex {
  readonly summary: IndexSummary;
  private readonly packages: Table;
  private readonly names: Table;
  private readonly vulnerabilities: Table;
  private readonly epss: Table;

  constructor({ sections, summary }: Header, body: CheckedBytes) {
    this.summary = summary;
    this.packages = new Table(body, sections.packages);
    this.names = new Table(body, sections.names);
    this.vulnerabilities = new Table(body, sections.vulnerabilities);
    this.epss = new Table(body, sections.epss);
  }

  postings(key: string): Posting[] {
    const text = this.packages.get(key);
    return text === null ? [] : decoded(() => decodePostings(text));
  }

  vulnerability(name: string): VulnerabilityRecord | null {
    const shown = this.names.get(foldName(name)) ?? foldName(name);
    const text = this.vulnerabilities.get(shown);
    const record = text === null ? null : decoded(() => JSON.parse(text) as VulnerabilityRecord);
    const epss = this.epssOf(record === null ? [name] : [record.id, ...record.aliases]);
    if (record !== null) return { ...record, epss };
    return epss === null ? null : { id: name, aliases: [], advisories: [], exploited: [], epss, statements: [] };
  }

  private epssOf(names: string[]): Epss | null {
    if (this.epss.size === 0) return null;
    const found = names.flatMap((name) => {
      const text = this.epss.get(foldName(name));
      return text === null ? [] : [decoded(() => JSON.parse(text) as Epss)];
    });
    return found.sort((a, b) => b.probability - a.probability)[0] ?? null;
  }
}

/**
 * Opens a compiled index. Only its header is read, whatever its size; packages and vulnerabilities are decoded, and their
 * bytes checked, when they are asked for. Throws `matching.index-foreign`, `-version`, `-truncated` or `-damaged`.
 */
export function openIndex(bytes: Uint8Array): AdvisoryIndex {
  const { header, body } = readHeader(bytes);
  return decoded(() => new CompiledIndex(header, body));
}

/** Checks every byte of a compiled index. Throws as `openIndex` does. */
export function verifyIndex(bytes: Uint8Array): IndexSummary {
  const { header, body } = readHeader(bytes);
  body.checkAll();
  return header.summary;
}
