import type { Part } from "../part.ts";
import type { ReferenceKind, References } from "../references.ts";

/** The CVE record's reference tags, the telling ones first: the first that a reference bears is its kind. */
const kinds: readonly (readonly [tag: string, kind: ReferenceKind])[] = [
  ["patch", "fix"],
  ["exploit", "evidence"],
  ["vendor-advisory", "advisory"],
  ["third-party-advisory", "advisory"],
  ["government-resource", "advisory"],
  ["issue-tracking", "report"],
  ["mailing-list", "discussion"],
  ["technical-description", "article"],
  ["media-coverage", "article"],
  ["product", "package"],
  ["mitigation", "article"],
];

/** Reads a container's references. */
export function addCveReferences(references: References, container: Part): void {
  for (const reference of container.parts("references")) {
    const tags = reference.texts("tags");
    references.add(kinds.find(([tag]) => tags.includes(tag))?.[1] ?? "web", reference.required("url"));
  }
}

/** The tag that says best what a kind of reference is; null for kinds that CVE has none for. */
export function tagOfKind(kind: string): string | null {
  return kinds.find(([, known]) => known === kind)?.[0] ?? null;
}
