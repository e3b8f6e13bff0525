import { versionProblems } from "./problems.ts";
import type { Purl, PurlParts } from "./purl/type.ts";

export type { Purl, PurlParts } from "./purl/type.ts";

/** First form: general rules only. */
export function parsePurl(text: string): Purl {
  const match = /^pkg:\/*([A-Za-z][A-Za-z0-9.-]*)\/(?:(.+)\/)?([^/@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?(?:#(.*))?$/su.exec(
    text,
  );
  if (match === null) throw versionProblems.error("versions.invalid-purl", { purl: text, rule: "form", offset: 0 });
  const decode = (part: string | undefined) => (part ? decodeURIComponent(part) : null);
  const pairs = (match[5] ?? "").split("&").flatMap((pair): [string, string][] => {
    const [key = "", ...rest] = pair.split("=");
    return rest.join("=") === "" ? [] : [[key, decodeURIComponent(rest.join("="))]];
  });
  return {
    type: (match[1] ?? "").toLowerCase(),
    namespace: decode(match[2]),
    name: decode(match[3]) ?? "",
    version: decode(match[4]),
    qualifiers: pairs.length === 0 ? null : Object.fromEntries(pairs),
    subpath: decode(match[6]),
  };
}

/** First form: general rules only. */
export function formatPurl(purl: PurlParts): string {
  const encode = (part: string) => encodeURIComponent(part).replaceAll("%3A", ":").replaceAll("%2F", "/");
  const qualifiers = Object.entries(purl.qualifiers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `pkg:${purl.type}/`,
    purl.namespace ? `${encode(purl.namespace)}/` : "",
    encode(purl.name),
    purl.version ? `@${encode(purl.version)}` : "",
    qualifiers.length === 0 ? "" : `?${qualifiers.map(([key, value]) => `${key}=${encode(value)}`).join("&")}`,
    purl.subpath ? `#${encode(purl.subpath)}` : "",
  ].join("");
}
