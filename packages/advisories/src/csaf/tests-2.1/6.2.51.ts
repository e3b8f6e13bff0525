import { quote } from "@bongsu/base";
import { ecosystemOfScheme, isRegisteredType, rangeOrder } from "@bongsu/versions";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";

/** The types that the VERS specification lists. Registered package URL types are VERS types too. */
const registered = new Set([
  ...["alpm", "apk", "cargo", "composer", "cpan", "dart", "deb", "gem", "golang", "hackage", "maven", "nuget", "npm"],
  ...["pypi", "rpm", "all", "datetime", "generic", "intdot", "lexicographic", "none", "semver"],
]);

/** Types of which no versions are compared. */
const withoutOrder = new Set(["all", "none"]);

/** Section 6.2.51. A type is supported if the order of its versions is known here. */
export const rule: CsafRule = {
  id: "6.2.51",
  group: "recommended",
  title: "Unknown VERS Type",
  check: (document) =>
    namesUnder(document, "product_version_range").flatMap(({ path, name }) => {
      const type = /^vers:([^/]*)\//.exec(name)?.[1];
      if (type === undefined) return [];
      const isSupported = withoutOrder.has(type) || rangeOrder(ecosystemOfScheme(type)) !== null;
      const isRegistered = registered.has(type) || isRegisteredType(type);
      if (isRegistered && isSupported) return [];
      const states = [isRegistered ? "registered" : "not registered", isSupported ? "supported" : "not supported"];
      return [{ path, message: `VERS type ${quote(type)} is ${states.join(" and ")}` }];
    }),
};
