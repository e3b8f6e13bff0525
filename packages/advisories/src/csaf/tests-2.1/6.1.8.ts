import type { CsafRule } from "../rule.ts";
import { cvssFindings } from "../schema-2.1.ts";
import { cvssObjects } from "./shared/cvss-objects.ts";

/** CSAF 2.1, section 6.1.8. */
export const rule: CsafRule = {
  id: "6.1.8",
  group: "mandatory",
  title: "Invalid CVSS",
  check(document) {
    return cvssObjects(document).flatMap(({ path, value, kind, version }) => {
      const schema = kind === "cvss_v2" ? "v2" : kind === "cvss_v4" ? "v4" : version === "3.0" ? "v30" : "v31";
      return cvssFindings(schema, value).map((finding) => ({ ...finding, path: `${path}${finding.path}` }));
    });
  },
};
