import type { Component } from "@bongsu/sbom";
import { versionKey } from "@bongsu/versions";
import { toHex } from "../bytes/hex.ts";

/** The version of a component that is compared, with its key in whichever order an advisory uses. */
export interface Installed {
  version: string;
  /** Hexadecimal; null where the ecosystem's order does not read the version. */
  keyIn(ecosystem: string): string | null;
}

export function installed(version: string): Installed {
  const keys = new Map<string, string | null>();
  return {
    version,
    keyIn(ecosystem) {
      const known = keys.get(ecosystem);
      if (known !== undefined) return known;
      const key = versionKey(ecosystem, version);
      const text = key === null ? null : toHex(key);
      keys.set(ecosystem, text);
      return text;
    },
  };
}

/** The version that a component is matched by; null where none is given. */
export const installedVersion = ({ matchVersion, version }: Component): string | null => matchVersion ?? version;
