import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { isObject, pointerToken } from "./shared/json.ts";
import type { Found } from "./shared/select.ts";

/**
 * Section 6.2.13. The standard does not say where capitals stand in its alphabet: an object is sorted if it is so by
 * code point, or if it is so without regard to case.
 */
export const rule: CsafRule = {
  id: "6.2.13",
  group: "recommended",
  title: "Sorting",
  check(document) {
    const findings: RuleFinding[] = [];
    const pending: Found[] = [{ path: "", value: document }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { path, value } = next;
      if (Array.isArray(value))
        value.forEach((item, index) => void pending.push({ path: `${path}/${index}`, value: item }));
      if (!isObject(value)) continue;
      const keys = Object.keys(value);
      const misplaced = outOfOrder(keys, (key) => key) && outOfOrder(keys, (key) => key.toLowerCase());
      if (misplaced) {
        findings.push({
          path: `${path}/${pointerToken(misplaced)}`,
          message: `key ${quote(misplaced)} is out of order`,
        });
      }
      for (const key of keys) pending.push({ path: `${path}/${pointerToken(key)}`, value: value[key] });
    }
    return findings;
  },
};

/** The first key that stands after one that should come later, or undefined. */
function outOfOrder(keys: string[], by: (key: string) => string): string | undefined {
  return keys.find((key, index) => index > 0 && by(keys[index - 1] ?? "") > by(key));
}
