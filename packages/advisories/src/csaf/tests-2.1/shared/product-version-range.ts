import { BongsuError, quote } from "@bongsu/base";
import { formatVers, parseVers, rangeOrder } from "@bongsu/versions";

/** VERS types that need no order: they have no versions. */
const withoutVersions = new Set(["all", "none"]);

/** What is wrong with a string as VERS, in canonical form; null where nothing is. */
function versFault(text: string): string | null {
  try {
    const range = parseVers(text);
    if (rangeOrder(range.ecosystem) === null) return null;
    const canonical = formatVers(range);
    return canonical === text ? null : `it is not in canonical form, which is ${canonical}`;
  } catch (error) {
    return error instanceof BongsuError ? error.problem.message.en : "it cannot be read";
  }
}

/** A type that VERS does not define: a constraint alone is read with it, by the rules that need no order. */
const noType = "x-without-type";

/** Of a VERS-like specifier (vls) only the form of its constraints can be told: nothing says how versions are ordered. */
function vlsFault(text: string): string | null {
  for (const constraint of text.split("|")) {
    const fault = versFault(`vers:${noType}/${constraint.replace(/^=/, "")}`);
    if (fault !== null) return `${quote(constraint)} is not a constraint`;
  }
  return null;
}

/** What is wrong with the name of a branch `product_version_range` by section 3.1.2.3.2; null where nothing is. */
export function rangeFault(name: string): string | null {
  if (/^\s*vers:/i.test(name)) return versFault(name);
  return name.trim() === "*" ? "all versions are written vers:all/*" : vlsFault(name);
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
