/** A package URL in its parts (ECMA-427 clause 5), decoded and normalised; null where a part is absent. */
export interface Purl {
  /** In lower case: `npm`, `maven`, `deb` … */
  type: string;
  /** Segments joined by `/`. */
  namespace: string | null;
  name: string;
  version: string | null;
  /** In the order of their keys; never empty. */
  qualifiers: Record<string, string> | null;
  /** Segments joined by `/`. */
  subpath: string | null;
}

/** The same parts as a caller may hand them in: absent parts may be left out or empty, nothing need be normalised. */
export interface PurlParts {
  type: string;
  namespace?: string | null | undefined;
  name: string;
  version?: string | null | undefined;
  qualifiers?: Record<string, string | null | undefined> | null | undefined;
  subpath?: string | null | undefined;
}

export type PurlPart = keyof Purl;

/** The segments of a namespace or subpath; empty ones do not count. */
export function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** Leading and trailing slashes are no part of a name (clause 5.6.4). */
export function trimSlashes(name: string): string {
  if (!name.includes("/")) return name;
  let start = 0;
  let end = name.length;
  while (start < end && name[start] === "/") start++;
  while (end > start && name[end - 1] === "/") end--;
  return name.slice(start, end);
}

/** Segments `.` and `..` of a subpath do not count (clause 5.6.7). */
export function trimSubpath(path: string): string | null {
  const segments = segmentsOf(path).filter((segment) => segment !== "." && segment !== "..");
  return segments.length === 0 ? null : segments.join("/");
}
