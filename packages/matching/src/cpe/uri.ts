import { anyValue, type CpeCharacter, type CpeValue, cpeValue, naValue } from "./value.ts";

const wildcards: Record<string, string> = { "01": "?", "02": "*" };

function uriValue(text: string): CpeValue | null {
  if (text === "") return anyValue;
  if (text === "-") return naValue;
  const characters: CpeCharacter[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== "%") {
      characters.push({ text: text[i] ?? "", wild: false });
      continue;
    }
    const code = text.slice(i + 1, i + 3);
    if (!/^[0-9a-f]{2}$/i.test(code)) return null;
    const wild = wildcards[code];
    characters.push(
      wild === undefined
        ? { text: String.fromCharCode(Number.parseInt(code, 16)), wild: false }
        : { text: wild, wild: true },
    );
    i += 2;
  }
  return cpeValue(characters);
}

/**
 * The values of a URI (CPE 2.2, and 2.3's URI binding, NISTIR 7695 §6.1), after `cpe:/`, in the order of the formatted
 * string; null where one is not well formed. The edition may be packed: `~edition~softwareEdition~targetSoftware~…`.
 */
export function uriValues(text: string): (CpeValue | null)[] {
  const [part = "", vendor = "", product = "", version = "", update = "", edition = "", language = "", ...rest] =
    text.split(":");
  const packed = edition.startsWith("~") ? edition.slice(1).split("~") : [edition];
  const [ownEdition = "", ...packedRest] = packed;
  return [
    ...[part, vendor, product, version, update, ownEdition, language, ...packedRest].map(uriValue),
    ...rest.map(() => null),
  ];
}
