import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { branches } from "./shared/branches.ts";
import { member } from "./shared/json.ts";

/** Section 6.3.10. */
export const rule: CsafRule = {
  id: "6.3.10",
  group: "informative",
  title: "Usage of Product Version Range",
  check: (document) =>
    branches(document)
      .filter(({ value }) => member(value, "category") === "product_version_range")
      .map(({ path, value }) => ({
        path: `${path}/category`,
        message: `${quote(member(value, "name") ?? "")} is a version range: listed versions are easier to match`,
      })),
};
