/** What stands for a character that the font has no shape for: seen, and not taken for anything else. */
const missing = "\u25a1";

/** Joiners and variation selectors have no shape of their own; without what they join they mean nothing. */
const shapeless = /\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/gu;

/**
 * A text from outside as a font can draw it, in one line: composed, without control characters, each character that the
 * font lacks as an empty square, and no longer than `longest` characters.
 */
export function drawable(text: string, has: (codePoint: number) => boolean, longest: number): string {
  const cut = text.length > longest * 4 ? text.slice(0, longest * 4).toWellFormed() : text.toWellFormed();
  const plain = cut
    .normalize("NFC")
    .replace(/\p{Cc}+/gu, " ")
    .replace(shapeless, "");
  const characters = [...plain].map((character) => (has(character.codePointAt(0) ?? 0) ? character : missing));
  const whole = characters.join("").replace(/ {2,}/g, " ").trim();
  return characters.length <= longest
    ? whole
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
