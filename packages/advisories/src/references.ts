import type { Reference } from "./advisory.ts";

/** Collects references, each address once; the first kind other than `web` wins. */
export class References {
  private readonly byUrl = new Map<string, string>();

  add(kind: string, url: string | null): void {
    if (url === null || url === "") return;
    const known = this.byUrl.get(url);
    if (known === undefined || known === "web") this.byUrl.set(url, kind);
  }

  get list(): Reference[] {
    return Array.from(this.byUrl, ([url, kind]) => ({ kind, url }));
  }
}

/** The OSV schema's reference types, in lower case: the words that every format's references are told in. */
export const referenceKinds = [
  "advisory",
  "article",
  "detection",
  "discussion",
  "report",
  "fix",
  "introduced",
  "package",
  "evidence",
  "web",
] as const;

export type ReferenceKind = (typeof referenceKinds)[number];

export function isReferenceKind(kind: string): kind is ReferenceKind {
  return referenceKinds.some((known) => known === kind);
}
