import type { Hash } from "./component.ts";
import type { Fields } from "./fields.ts";

/** Algorithms as CycloneDX writes them, with the length of their hashes in hexadecimal digits (null: any). */
const lengths = new Map<string, number | null>([
  ["MD5", 32],
  ["SHA-1", 40],
  ["SHA-256", 64],
  ["SHA-384", 96],
  ["SHA-512", 128],
  ["SHA3-256", 64],
  ["SHA3-384", 96],
  ["SHA3-512", 128],
  ["BLAKE2b-256", 64],
  ["BLAKE2b-384", 96],
  ["BLAKE2b-512", 128],
  ["BLAKE3", null],
  ["Streebog-256", 64],
  ["Streebog-512", 128],
  // Beyond CycloneDX: SPDX 2.3 clause 7.10, SPDX 3 HashAlgorithm.
  ["SHA-224", 56],
  ["SHA3-224", 56],
  ["MD2", 32],
  ["MD4", 32],
  ["MD6", null],
  ["ADLER32", 8],
]);

const byPlainName = new Map([...lengths.keys()].map((name) => [plain(name), name]));

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}

/** A hash as any format writes it; null, and reported, where it is none. An unknown algorithm is kept as written. */
export function readHash(fields: Fields, algorithmName: string, valueName: string): Hash | null {
  const written = fields.required(algorithmName);
  const value = fields.required(valueName);
  if (written === null || value === null) return null;
  const algorithm = byPlainName.get(plain(written));
  if (algorithm === undefined) {
    fields.report("sbom.unknown-value", { name: algorithmName, value: written }, algorithmName);
    return { algorithm: written, value };
  }
  const length = lengths.get(algorithm) ?? value.length;
  if (value.length === length && /^[0-9a-f]+$/i.test(value)) return { algorithm, value };
  fields.report("sbom.invalid-hash", { algorithm, value }, valueName);
  return null;
}
