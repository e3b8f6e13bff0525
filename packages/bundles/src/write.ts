import { type FrameHead, type FrameKind, frameKinds, headBytes, magic, packings, type Sealing } from "./frame.ts";
import type { BundleHeader } from "./header.ts";
import { bundleLimits } from "./limits.ts";
import { type FrameLine, manifestOf } from "./manifest.ts";
import { concat, pack } from "./pack.ts";
import { bundleProblems } from "./problems.ts";
import { toHex } from "./text.ts";

/** Takes bytes to the end of the file. When it returns they are the file's, so that a frame is there whole or cut. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

const encoder = new TextEncoder();

async function framed(head: FrameHead, payload: Uint8Array<ArrayBuffer>) {
  const body = concat([headBytes(head), payload]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return { bytes: concat([body, digest]), sha256: toHex(digest) };
}

/** Writes a bundle frame by frame, from the first or after those that an interrupted file holds. */
export class BundleWriter {
  private readonly sink: Sink;
  private readonly header: BundleHeader;
  private readonly seal: Sealing | null;
  private readonly lines: FrameLine[];
  private offset: number;

  private constructor(sink: Sink, header: BundleHeader, seal: Sealing | null, lines: FrameLine[], offset: number) {
    this.sink = sink;
    this.header = header;
    this.seal = seal;
    this.lines = lines;
    this.offset = offset;
  }

  /** Begins a file. `seal` belongs to the header's `encryption`. */
  static async begin(sink: Sink, header: BundleHeader, seal: Sealing | null = null): Promise<BundleWriter> {
    const writer = new BundleWriter(sink, header, seal, [], magic.length);
    await sink(magic);
    const payload = encoder.encode(JSON.stringify(header));
    await writer.append("H", payload, { packing: packings.plain, sealed: false, plain: payload.length, records: 1 });
    return writer;
  }

  /** Goes on after the frames of an interrupted file, which ends at `offset`. `lines` begin with the header's. */
  static resume(
    sink: Sink,
    header: BundleHeader,
    at: { lines: readonly FrameLine[]; offset: number },
    seal: Sealing | null = null,
  ): BundleWriter {
    return new BundleWriter(sink, header, seal, [...at.lines], at.offset);
  }

  /** Records of each kind that the file holds so far. */
  get records(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { kind, records } of this.lines.slice(1)) {
      counts[frameKinds[kind]] = (counts[frameKinds[kind]] ?? 0) + records;
    }
    return counts;
  }

  private async append(
    kind: FrameKind,
    payload: Uint8Array<ArrayBuffer>,
    facts: Omit<FrameHead, "length" | "kind">,
  ): Promise<void> {
    const { bytes, sha256 } = await framed({ ...facts, kind, length: payload.length }, payload);
    await this.sink(bytes);
    const { records } = facts;
    this.lines.push({ kind, offset: this.offset, length: payload.length, records, sha256 });
    this.offset += bytes.length;
  }

  /** Writes one frame of records, each of which JSON can carry. Throws `bundles.too-large`. */
  async frame(kind: Exclude<FrameKind, "H" | "T">, records: readonly unknown[]): Promise<void> {
    const plain = encoder.encode(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    const limit = bundleLimits.frame;
    const { packing, bytes } = await pack(plain, bundleLimits);
    const payload = this.seal === null ? bytes : await this.seal(bytes, { number: this.lines.length, kind });
    const value = Math.max(plain.length, payload.length);
    if (value > limit)
      throw bundleProblems.error("bundles.too-large", { offset: this.offset, what: "length", value, limit });
    const facts = { packing, sealed: this.seal !== null, plain: plain.length, records: records.length };
    await this.append(kind, payload, facts);
  }

  /** Ends the file: the manifest, and its signature (Ed25519, 64 bytes). Gives the number of bytes. */
  async finish(sign: (manifest: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>): Promise<number> {
    const manifest = manifestOf(this.header, this.lines);
    const head = { kind: "T", packing: packings.plain, sealed: false, plain: manifest.length, records: 0 } as const;
    const { bytes } = await framed({ ...head, length: manifest.length }, manifest);
    await this.sink(concat([bytes, await sign(manifest)]));
    return this.offset + bytes.length + 64;
  }
}
