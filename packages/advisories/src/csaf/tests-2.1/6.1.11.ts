import { quote } from "@bongsu/base";
import type { RuleFinding, SlowCsafRule } from "../rule.ts";
import { cweCatalogue, isNewerThanKnown } from "./shared/cwe.ts";
import { isText, member } from "./shared/json.ts";
import { type Found, select } from "./shared/select.ts";

async function findingsOf({ path, value }: Found): Promise<RuleFinding[]> {
  const [id, name, version] = [member(value, "id"), member(value, "name"), member(value, "version")];
  if (!isText(id) || !isText(version) || isNewerThanKnown(version)) return [];
  const catalogue = await cweCatalogue(version);
  if (catalogue === null) return [{ path: `${path}/version`, message: `there is no version ${quote(version)} of CWE` }];
  const weakness = catalogue.get(id);
  if (weakness === undefined) return [{ path: `${path}/id`, message: `CWE ${version} has no weakness ${quote(id)}` }];
  if (!isText(name) || weakness.name === name) return [];
  return [
    { path: `${path}/name`, message: `in CWE ${version}, ${id} is named "${weakness.name}", not ${quote(name)}` },
  ];
}

/** CSAF 2.1, section 6.1.11. The catalogues hold weaknesses only: a category or a view is not found in them. */
export const rule: SlowCsafRule = {
  id: "6.1.11",
  group: "mandatory",
  title: "CWE",
  async checkSlowly(document) {
    const findings = await Promise.all(select(document, "$.vulnerabilities[*].cwes[*]").map(findingsOf));
    return findings.flat();
  },
  unjudged(document) {
    return select(document, "$.vulnerabilities[*].cwes[*].version")
      .filter(({ value }) => isText(value) && isNewerThanKnown(value))
      .map(({ path, value }) => ({ path, message: `version ${quote(value)} of CWE is newer than those known here` }));
  },
};
