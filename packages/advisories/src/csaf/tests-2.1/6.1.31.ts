import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";

/** Words that speak of more than one version, where they stand alone. */
const rangeWords = new Set(["after", "all", "before", "earlier", "later", "prior", "versions"]);

const isRange = (name: string): boolean =>
  /[<>]/.test(name) ||
  name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => rangeWords.has(word));

/** CSAF 2.1, section 6.1.31. */
export const rule: CsafRule = {
  id: "6.1.31",
  group: "mandatory",
  title: "Version Range in Product Version",
  check(document) {
    return namesUnder(document, "product_version")
      .filter(({ name }) => isRange(name))
      .map(({ path, name }) => ({ path, message: `product_version ${quote(name)} is a range of versions` }));
  },
};
