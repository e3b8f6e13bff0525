import { generateKeyPairSync, sign } from "node:crypto";
import type { BundleHeader, FrameKind, Sealing, SigningKey, Sink, Source } from "../index.ts";
import { BundleWriter, keyIdOf } from "../index.ts";

/** A file in memory: written at its end, read anywhere. */
export class MemoryFile {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array();

  readonly sink: Sink = async (more) => {
    const whole = new Uint8Array(this.bytes.length + more.length);
    whole.set(this.bytes);
    whole.set(more, this.bytes.length);
    this.bytes = whole;
  };

  get source(): Source {
    return sourceOf(this.bytes);
  }
}

export const sourceOf = (bytes: Uint8Array<ArrayBuffer>): Source => ({
  name: "test.bundle",
  size: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
});

export interface Signer {
  jwk: SigningKey;
  keyId: string;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

export async function newSigner(): Promise<Signer> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const jwk: SigningKey = { kty: "OKP", crv: "Ed25519", x };
  return { jwk, keyId: await keyIdOf(jwk), sign: async (bytes) => new Uint8Array(sign(null, bytes, privateKey)) };
}

export const headerOf = ({ jwk, keyId }: Signer, rest: Partial<BundleHeader> = {}): BundleHeader => ({
  format: "bongsu-bundle-1",
  id: "0193a000-0000-7000-8000-000000000001",
  hub: { en: "National hub", ko: "국가 허브" },
  key: { id: keyId, jwk },
  created: "2026-11-20T00:00:00.000Z",
  sequence: 1,
  range: { kind: "full" },
  recipient: null,
  highest: "CLEAR",
  expected: { advisories: 2 },
  encryption: null,
  ...rest,
});

export type Frames = [Exclude<FrameKind, "H" | "T">, unknown[]][];

export async function bundleOf(signer: Signer, frames: Frames, header = headerOf(signer), seal: Sealing | null = null) {
  const file = new MemoryFile();
  const writer = await BundleWriter.begin(file.sink, header, seal);
  for (const [kind, records] of frames) await writer.frame(kind, records);
  await writer.finish(signer.sign);
  return file.bytes;
}
