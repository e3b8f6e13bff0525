/** Joins texts that say something, each once; null where none does. */
export function joinTexts(texts: readonly (string | null | undefined)[], separator = "\n\n"): string | null {
  const said = [...new Set(texts.map((text) => text?.trim() ?? ""))].filter((text) => text !== "");
  return said.length === 0 ? null : said.join(separator);
}

/** Texts that say something, each once. */
export function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts)].filter((text): text is string => typeof text === "string" && text !== "");
}

/** Values that are equal as JSON, each once. */
export function distinctValues<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
