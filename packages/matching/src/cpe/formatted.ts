import { anyValue, type CpeCharacter, type CpeValue, cpeValue, naValue } from "./value.ts";

/** Splits at colons that no backslash escapes. */
function splitAtColons(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === ":") {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function formattedValue(text: string): CpeValue | null {
  if (text === "" || text === "*") return anyValue;
  if (text === "-") return naValue;
  const characters: CpeCharacter[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (character === "\\") characters.push({ text: text[++i] ?? "", wild: false });
    else characters.push({ text: character, wild: character === "*" || character === "?" });
  }
  return cpeValue(characters);
}

/** The values of a formatted string (CPE 2.3, NISTIR 7695 §6.2), after `cpe:2.3:`; null where one is not well formed. */
export function formattedValues(text: string): (CpeValue | null)[] {
  return splitAtColons(text).map(formattedValue);
}
