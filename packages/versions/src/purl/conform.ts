import type { OnBroken } from "./invalid.ts";
import { type Purl, segmentsOf } from "./parts.ts";
import { rules } from "./rules.ts";
import { typeRule } from "./types/index.ts";
import {
  namespaceProhibited,
  namespaceRequired,
  qualifierRequired,
  type TypeRule,
  versionRequired,
} from "./types/rule.ts";

/** Normalises decoded parts in place as their type asks, and tells which of the type's rules they break. */
export function conform(purl: Purl, broken: OnBroken): Purl {
  const rule = typeRule(purl.type);
  if (rule.nameIsPath) splitAfterHost(purl);
  for (const part of rule.lower ?? []) {
    const text = purl[part];
    if (text !== null) purl[part] = text.toLowerCase();
  }
  if (rule.name !== undefined) purl.name = rule.name(purl.name, purl);
  rule.normalise?.(purl);
  if (purl.name === "") broken(rules.name, "name");
  checkPresence(purl, rule, broken);
  rule.check?.(purl, broken);
  return purl;
}

function splitAfterHost(purl: Purl): void {
  const [host, ...path] = segmentsOf(`${purl.namespace ?? ""}/${purl.name}`);
  if (host === undefined || path.length === 0) return;
  purl.namespace = host;
  purl.name = path.join("/");
}

function checkPresence(purl: Purl, rule: TypeRule, broken: OnBroken): void {
  if (rule.namespace === "required" && purl.namespace === null) broken(namespaceRequired, "namespace");
  if (rule.namespace === "prohibited" && purl.namespace !== null) broken(namespaceProhibited, "namespace");
  if (rule.version === "required" && purl.version === null) broken(versionRequired, "version");
  for (const key of rule.qualifiers ?? []) {
    if (purl.qualifiers === null || !Object.hasOwn(purl.qualifiers, key)) broken(qualifierRequired(key), "qualifiers");
  }
}
