import type { Text } from "@bongsu/base";
import type { OnBroken } from "../invalid.ts";
import type { Purl } from "../parts.ts";

export type CaseInsensitivePart = "namespace" | "name" | "version" | "subpath";

/** What a registered type asks beyond the general rules (ECMA-427 clause 6); what is absent is optional and free. */
export interface TypeRule {
  namespace?: "required" | "prohibited";
  version?: "required";
  /** Qualifier keys that must be there. */
  qualifiers?: readonly string[];
  /** Parts that are not case sensitive: their canonical form is in lower case. */
  lower?: readonly CaseInsensitivePart[];
  /** The namespace is one segment, and the name is the rest of the path. */
  nameIsPath?: true;
  /** Normalises the name beyond case; runs after `lower`. */
  name?(name: string, purl: Purl): string;
  /** Normalises other parts, in place; runs after `name`. */
  normalise?(purl: Purl): void;
  /** Checks beyond presence; runs last. */
  check?(purl: Purl, broken: OnBroken): void;
}

export const namespaceRequired: Text = {
  en: "this type requires a namespace",
  ko: "이 유형에는 이름공간이 있어야 합니다",
};

export const namespaceProhibited: Text = {
  en: "this type has no namespace",
  ko: "이 유형에는 이름공간이 없습니다",
};

export const versionRequired: Text = {
  en: "this type requires a version",
  ko: "이 유형에는 버전이 있어야 합니다",
};

export function qualifierRequired(key: string): Text {
  return { en: `this type requires the qualifier ${key}`, ko: `이 유형에는 한정자 ${key}가 있어야 합니다` };
}
