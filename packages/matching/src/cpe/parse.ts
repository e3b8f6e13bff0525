import { type Cpe, cpeAttributes } from "./cpe.ts";
import { formattedValues } from "./formatted.ts";
import { uriValues } from "./uri.ts";
import { anyValue, type CpeValue, includesValue } from "./value.ts";

const longest = 4096;

function valuesOf(text: string): (CpeValue | null)[] | null {
  const lower = text.slice(0, 8).toLowerCase();
  if (lower === "cpe:2.3:") return formattedValues(text.slice(8));
  return lower.startsWith("cpe:/") ? uriValues(text.slice(5)) : null;
}

/**
 * Reads a CPE name, as a formatted string (`cpe:2.3:a:vendor:product:1.0:*:…`) or as a URI (`cpe:/a:vendor:product:1.0`).
 * Attributes that are left out at the end are "any". Null where it is not a CPE name; never throws.
 */
export function parseCpe(text: string): Cpe | null {
  if (text.length > longest) return null;
  const values = valuesOf(text.trim());
  if (values === null || values.length > cpeAttributes.length || values.includes(null)) return null;
  const part = values[0];
  if (part === undefined || part === null || (part.kind === "text" && !/^[aoh]$/.test(part.text))) return null;
  return Object.fromEntries(cpeAttributes.map((name, index) => [name, values[index] ?? anyValue])) as Cpe;
}

/** Whether what an advisory's CPE says, beside the version, includes a component's CPE. */
export function includesCpe(source: Cpe, target: Cpe): boolean {
  return cpeAttributes.every((name) => name === "version" || includesValue(source[name], target[name]));
}
