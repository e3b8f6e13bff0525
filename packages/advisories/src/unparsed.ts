import type { VersionRange } from "@bongsu/versions";
import type { Part } from "./part.ts";

/** Roles of texts that stand for a whole version or for a whole range; other roles are bounds. */
const versions = new Set(["listed", "version", "git"]);
const ranges = new Set(["product_version_range", "product_version", "range"]);

/** Reports what the order of a range's ecosystem cannot read of it. */
export function reportUnparsed(part: Part, range: VersionRange, at = ""): void {
  for (const { text, role } of range.unparsed) {
    if (ranges.has(role)) part.report("advisories.invalid-range", { range: text }, at);
    else {
      const code = versions.has(role) ? "advisories.unparsed-version" : "advisories.unparsed-bound";
      part.report(code, { version: text, role, ecosystem: range.ecosystem }, at);
    }
  }
}
