import type { Ancestor } from "./branch-paths.ts";

/** A name as versions are compared: no case, no leading v, one dot for whatever separates. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "")
    .replace(/^v(?=\d)/, "");
}

/** The name of the branch of a category on the way to a product. */
export function nameUnder(ancestors: Ancestor[], category: string): string | undefined {
  return ancestors.find((ancestor) => ancestor.category === category)?.name;
}

/** Whether the names on the way to a product contain every word of a text. */
export function areMentioned(text: string, ancestors: Ancestor[]): boolean {
  const words = new Set(ancestors.flatMap(({ name }) => comparable(name).split(".")));
  return comparable(text)
    .split(".")
    .every((word) => words.has(word));
}
