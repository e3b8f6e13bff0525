import type { Advisory } from "@bongsu/advisories";

const longest = 240;

/** One line that says what it is about: the title, else the summary, else the beginning of the details. */
export function headline({ title, summary, details, id }: Advisory): string | null {
  const text = [title, summary, details].find((part) => part !== null && part.trim() !== "" && part.trim() !== id);
  if (text === undefined || text === null) return null;
  const line = text
    .slice(0, longest * 4)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

const kinds = ["ADVISORY", "SELF", "WEB"];

/** The page to read: the publisher's own where it is marked so, else the first. */
export function bestUrl({ references }: Advisory): string | null {
  const ofKind = kinds.map((kind) => references.find((reference) => reference.kind.toUpperCase() === kind));
  return (ofKind.find((reference) => reference !== undefined) ?? references[0])?.url ?? null;
}
