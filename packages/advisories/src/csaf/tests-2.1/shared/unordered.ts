import { isObject } from "./json.ts";

/** Values nested deeper than this are compared by their outer part only; nothing that CSAF defines is. */
const deepest = 20;

/** A text that two JSON values share exactly when they are equal with lists taken as sets. */
export function unorderedText(value: unknown, depth = 0): string {
  if (depth > deepest) return "";
  if (Array.isArray(value))
    return `[${value
      .map((item) => unorderedText(item, depth + 1))
      .sort()
      .join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "";
  const members = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}:${unorderedText(part, depth + 1)}`,
  );
  return `{${members.sort().join()}}`;
}
