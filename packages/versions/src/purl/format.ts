import type { Text } from "@bongsu/base";
import { conform } from "./conform.ts";
import type { OnBroken } from "./invalid.ts";
import { type Purl, type PurlPart, type PurlParts, segmentsOf, trimSlashes, trimSubpath } from "./parts.ts";
import { encode, encodePath } from "./percent.ts";
import { formatQualifiers, orderQualifiers } from "./qualifiers.ts";
import { rules } from "./rules.ts";
import { typeRule } from "./types/index.ts";

/** Writes parts that are canonical already. */
export function write(purl: Purl): string {
  let text = `pkg:${purl.type}/`;
  if (purl.namespace !== null) text += `${encodePath(purl.namespace)}/`;
  text += typeRule(purl.type).nameIsPath ? encodePath(purl.name) : encode(purl.name);
  if (purl.version !== null) text += `@${encode(purl.version)}`;
  if (purl.qualifiers !== null) text += `?${formatQualifiers(purl.qualifiers)}`;
  if (purl.subpath !== null) text += `#${encodePath(purl.subpath)}`;
  return text;
}

/** Makes canonical parts of what a caller hands in. `broken` throws, or the rest of the part is left out. */
export function canonicalParts(given: PurlParts, broken: OnBroken): Purl {
  const text = (part: Exclude<PurlPart, "qualifiers">): string => {
    const value = given[part];
    if (value === null || value === undefined) return "";
    if (typeof value !== "string") return tell(rules.text, part);
    return value.isWellFormed() ? value : tell(rules.surrogate, part);
  };
  const tell = (rule: Text, part: PurlPart): string => {
    broken(rule, part);
    return "";
  };
  const type = text("type").toLowerCase();
  if (!/^[a-z][a-z0-9.-]*$/.test(type)) broken(rules.type, "type");
  const purl: Purl = {
    type,
    namespace: segmentsOf(text("namespace")).join("/") || null,
    name: trimSlashes(text("name")),
    version: text("version") || null,
    qualifiers: given.qualifiers ? orderQualifiers(given.qualifiers, (rule) => broken(rule, "qualifiers")) : null,
    subpath: trimSubpath(text("subpath")),
  };
  return conform(purl, broken);
}
