import type { Component } from "@bongsu/sbom";
import { parsePurl, versionKey } from "@bongsu/versions";
import { toHex } from "../bytes/hex.ts";
import { parseCpe } from "../cpe/parse.ts";

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

/** A package URL's version; an RPM's epoch, which stands in a qualifier there, comes first as its order has it. */
function purlVersion(text: string): string | null {
  try {
    const { type, version, qualifiers } = parsePurl(text);
    const epoch = type === "rpm" ? qualifiers?.epoch : undefined;
    if (version === null || epoch === undefined || /^\d+:/.test(version)) return version;
    return `${epoch}:${version}`;
  } catch {
    return null;
  }
}

function cpeVersion(text: string): string | null {
  const version = parseCpe(text)?.version;
  return version?.kind === "text" ? version.text : null;
}

/** The version that a component is matched by: what identifies it says it first; null where none is given. */
export function installedVersion({ purl, cpe, version }: Component): string | null {
  const identified = purl !== null ? purlVersion(purl) : cpe !== null ? cpeVersion(cpe) : null;
  return identified ?? version;
}
