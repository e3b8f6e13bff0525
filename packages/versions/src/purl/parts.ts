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
