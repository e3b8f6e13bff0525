import { BongsuError } from "@bongsu/base";
import { formatVers, parseVers, rangeOrder } from "@bongsu/versions";

/** VERS types that need no order: they have no versions. */
const withoutVersions = new Set(["all", "none"]);

/** A type that VERS does not define: with it, a specifier without a type is read by all rules that need no order. */
const noType = "x-without-type";

const canBe = (text: string, rest: string): string | null => {
  try {
    const range = parseVers(rest);
    if (rest !== text || rangeOrder(range.ecosystem) === null) return null;
    const canonical = formatVers(range);
    return canonical === text ? null : `it is not in canonical form, which is ${canonical}`;
  } catch (error) {
    return error instanceof BongsuError ? error.problem.message.en : "it cannot be read";
  }
};

/** What is wrong with the name of a branch `product_version_range` by section 3.1.2.3.2; null where nothing is. */
export function rangeFault(name: string): string | null {
  if (/^\s*vers:/i.test(name)) return canBe(name, name);
  if (name.trim() === "*") return "all versions are written vers:all/*";
  return canBe(name, `vers:${noType}/${name}`);
}

/** The VERS type of a range whose order is not known here, so that not every rule could be judged; else null. */
export function unknownScheme(name: string): string | null {
  const type = /^vers:([^/]+)\//.exec(name)?.[1];
  if (type === undefined || withoutVersions.has(type)) return null;
  try {
    return rangeOrder(parseVers(name).ecosystem) === null ? type : null;
  } catch {
    return null;
  }
}

/** Whether a range, with or without a VERS type, names one version only. Prose is not read. */
export function isSingleVersion(name: string): boolean {
  const constraints = name.replace(/^vers:[^/]*\//, "").split("|");
  const included = constraints.filter((constraint) => !constraint.startsWith("!="));
  const [first = "", second] = included;
  if (included.length === 1) return /^=?[^\s<>=!*]+$/.test(first);
  const [low, high] = [first, second ?? ""];
  return included.length === 2 && low.startsWith(">=") && high.startsWith("<=") && low.slice(2) === high.slice(2);
}
