/** A package URL in its parts (ECMA-427 clause 5), decoded and normalised; null where a part is absent. */
export interface Purl {
  type: string;
  namespace: string | null;
  name: string;
  version: string | null;
  qualifiers: Record<string, string> | null;
  subpath: string | null;
}

/** The same parts as a caller may hand them in: absent parts may be left out. */
export type PurlParts = Pick<Purl, "type" | "name"> & { [Part in keyof Purl]?: Purl[Part] | undefined };
