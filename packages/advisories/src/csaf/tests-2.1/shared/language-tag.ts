/** A subtag of a language tag, and what it stands for by its place and length (RFC 5646, section 2.1). */
export interface Subtag {
  text: string;
  kind: "language" | "extlang" | "script" | "region" | "variant" | "extension" | "private";
}

/** Splits a language tag into its subtags. Subtags are in lower case; what fits no place is taken for a variant. */
export function subtags(tag: string): Subtag[] {
  const [language = "", ...rest] = tag.toLowerCase().split("-");
  if (language === "x") return rest.map((text) => ({ text, kind: "private" }));
  const found: Subtag[] = [{ text: language, kind: "language" }];
  let singleton = "";
  for (const text of rest) {
    if (text.length === 1 && singleton !== "x") singleton = text;
    else found.push({ text, kind: kindOf(text, singleton, found) });
  }
  return found;
}

function kindOf(text: string, singleton: string, before: Subtag[]): Subtag["kind"] {
  if (singleton === "x") return "private";
  if (singleton !== "") return "extension";
  const last = before.at(-1)?.kind;
  const beforeScript = last === "language" || last === "extlang";
  if (beforeScript && /^[a-z]{3}$/.test(text)) return "extlang";
  if (beforeScript && /^[a-z]{4}$/.test(text)) return "script";
  if ((beforeScript || last === "script") && /^([a-z]{2}|\d{3})$/.test(text)) return "region";
  return "variant";
}
