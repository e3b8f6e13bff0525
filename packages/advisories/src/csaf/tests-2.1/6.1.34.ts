import type { CsafRule } from "../rule.ts";
import { branches } from "./shared/branches.ts";
import { member } from "./shared/json.ts";

const deepest = 30;

/** CSAF 2.1, section 6.1.34. */
export const rule: CsafRule = {
  id: "6.1.34",
  group: "mandatory",
  title: "Branches Recursion Depth",
  check(document) {
    return branches(document).flatMap(({ path, value }) => {
      const depth = path.split("/branches/").length - 1;
      if (depth <= deepest || member(value, "product") === undefined) return [];
      return [
        { path: `${path}/product`, message: `the product is ${depth} branches deep, and ${deepest} are allowed` },
      ];
    });
  },
};
