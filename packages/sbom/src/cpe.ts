const longest = 2000;

/** The components of a CPE name: part, vendor, product, version …; null where it is none (NISTIR 7695, clauses 6.1 and 6.2). */
function attributesOf(cpe: string): string[] | null {
  if (cpe.length > longest || /\s/.test(cpe)) return null;
  const text = cpe.slice(0, 8).toLowerCase();
  if (text === "cpe:2.3:") {
    const attributes = cpe.slice(8).split(/(?<!\\):/);
    return attributes.length === 11 && attributes.every((value) => value !== "")
      ? checked(attributes, /^[aho*-]$/i)
      : null;
  }
  if (!text.startsWith("cpe:/")) return null;
  const attributes = cpe.slice(5).split(":");
  return attributes.length <= 7 ? checked(attributes, /^[aho]?$/i) : null;
}

function checked(attributes: string[], part: RegExp): string[] | null {
  return part.test(attributes[0] ?? "") ? attributes : null;
}

export function isCpe(text: string): boolean {
  return attributesOf(text) !== null;
}

/** The version that a CPE name tells, without its escapes; null where it tells none (`*`, `-`). */
export function cpeVersion(cpe: string): string | null {
  const version = attributesOf(cpe)?.[3] ?? "";
  if (version === "" || version === "*" || version === "-") return null;
  if (!cpe.startsWith("cpe:/")) return version.replace(/\\(.)/g, "$1");
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}
