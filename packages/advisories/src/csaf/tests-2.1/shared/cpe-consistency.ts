import { quote } from "@bongsu/base";
import type { Ancestor } from "./branch-paths.ts";
import { areMentioned, comparable, nameUnder } from "./branch-words.ts";
import { type Cpe, type CpeAttribute, hasWildcard, isSet, parseCpe, unescaped } from "./cpe.ts";

/** The attributes of a CPE that can say what a branch of a category says. */
const counterparts: { [category: string]: CpeAttribute[] } = {
  architecture: ["target_hw"],
  language: ["language"],
  patch_level: ["update"],
  platform: ["target_hw", "target_sw"],
  product_name: ["product"],
  product_version: ["version"],
  service_pack: ["update"],
  vendor: ["vendor"],
};

/** A range cannot be said in a CPE: it asks for nothing, and a version beside it is nothing extra. */
const categoriesOf = (attribute: CpeAttribute): string[] => [
  ...Object.keys(counterparts).filter((category) => counterparts[category]?.includes(attribute)),
  ...(attribute === "version" ? ["product_version_range"] : []),
];

/** What a CPE and the names on the way to its product say differently (section 6.2.42). */
export function cpeInconsistencies(text: string, ancestors: Ancestor[]): string[] {
  const cpe = parseCpe(text);
  if (cpe === null) return [];
  return [...missing(cpe, ancestors), ...otherVersion(cpe, ancestors), ...extra(cpe, ancestors)];
}

function missing(cpe: Cpe, ancestors: Ancestor[]): string[] {
  return ancestors.flatMap(({ category, name }) => {
    const values = (Object.hasOwn(counterparts, category) ? (counterparts[category] ?? []) : []).map(
      (attribute) => cpe.get(attribute) ?? "*",
    );
    if (values.length === 0) return [];
    const said = values.filter(isSet);
    if (said.length === 0) return [`the CPE does not say the ${category} ${quote(name)}`];
    const wild = said.find(hasWildcard);
    return wild === undefined || /[*?]/.test(name)
      ? []
      : [`${quote(wild)} is wider than the ${category} ${quote(name)}`];
  });
}

function otherVersion(cpe: Cpe, ancestors: Ancestor[]): string[] {
  const [version = "*", update = "*"] = [cpe.get("version"), cpe.get("update")];
  const name = nameUnder(ancestors, "product_version");
  if (name === undefined || !isSet(version) || hasWildcard(version)) return [];
  const said = [version, `${version}.${update}`].map((value) => comparable(unescaped(value)));
  return said.includes(comparable(name)) ? [] : [`the CPE's version ${quote(version)} is not ${quote(name)}`];
}

/** Attributes that no branch on the way says. */
function extra(cpe: Cpe, ancestors: Ancestor[]): string[] {
  const categories = new Set(ancestors.map(({ category }) => category));
  return [...cpe].flatMap(([attribute, value]) => {
    if (attribute === "part" || !isSet(value)) return [];
    if (categoriesOf(attribute).some((category) => categories.has(category))) return [];
    if (areMentioned(unescaped(value), ancestors)) return [];
    return [`no branch says the CPE's ${attribute} ${quote(value)}`];
  });
}
