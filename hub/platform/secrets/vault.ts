import type { KeyObject } from "node:crypto";
import type { Config } from "../config.ts";
import { readOrMakeKeyFile } from "./key-file.ts";
import { secretProblems } from "./problems.ts";
import { deriveBytes, keyIdOf, openWith, parseSealed, prefixOf, sealWith } from "./seal.ts";

/** Seals what must be kept but not be readable in the database or in a backup of it. */
export interface Vault {
  /** Names the key that seals; it tells nothing about the key. */
  keyId: string;
  /** Seals bytes for a purpose (`table.column`, say), without which they do not open. */
  seal(purpose: string, bytes: Uint8Array): string;
  /** Throws `secrets.damaged` and `secrets.unknown-key`. */
  open(purpose: string, sealed: string): Uint8Array;
  /** The text sealed under the newest key: itself where it is so already. Throws as `open`. */
  rotate(purpose: string, sealed: string): string;
  /** Bytes for one purpose, the same as long as the key is the same. */
  derive(purpose: string, length: number): Uint8Array;
  /** The same from every key, the newest first: what an earlier key signed can be checked. */
  deriveAll(purpose: string, length: number): { keyId: string; bytes: Uint8Array }[];
}

/** A vault with these keys: the first seals, all open. */
export function vaultOf(newest: KeyObject, earlier: readonly KeyObject[] = []): Vault {
  const keyId = keyIdOf(newest);
  const keys = new Map([newest, ...earlier].map((key) => [keyIdOf(key), key]));
  const seal = (purpose: string, bytes: Uint8Array) => sealWith(newest, keyId, purpose, bytes);
  const open = (purpose: string, sealed: string) => {
    const { keyId: id, body } = parseSealed(sealed);
    const key = keys.get(id);
    if (key === undefined) throw secretProblems.error("secrets.unknown-key", { key: id });
    return openWith(key, id, purpose, body);
  };
  return {
    keyId,
    seal,
    open,
    rotate: (purpose, sealed) => (sealed.startsWith(prefixOf(keyId)) ? sealed : seal(purpose, open(purpose, sealed))),
    derive: (purpose, length) => deriveBytes(newest, purpose, length),
    deriveAll: (purpose, length) =>
      [...keys].map(([id, key]) => ({ keyId: id, bytes: deriveBytes(key, purpose, length) })),
  };
}

/**
 * The vault of a hub: with the configuration's key, or with that of the data folder, made where there is none.
 * Throws `secrets.key-unreadable`, `secrets.key-exposed`, `secrets.key-damaged`.
 */
export function openVault({
  secretKey,
  secretKeysOld,
  dataDir,
}: Pick<Config, "secretKey" | "secretKeysOld" | "dataDir">): Vault {
  if (secretKey !== null) return vaultOf(secretKey, secretKeysOld);
  const [newest, ...earlier] = readOrMakeKeyFile(dataDir);
  return vaultOf(newest, [...earlier, ...secretKeysOld]);
}
