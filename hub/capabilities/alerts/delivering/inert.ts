/** Joins words without being seen, and keeps programs from finding a mention or an address in a text. */
const joiner = "\u2060";

/** Control characters but the line's end, and those that turn the direction of writing. */
const hidden = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text in which a chat program finds nothing to do: no mention (`@here`), no link (`https://…`, `[a](b)`). To the eye
 * it is the same.
 */
export const inert = (text: string): string =>
  text
    .replace(hidden, "")
    .replace(/@(?=[\p{L}\p{N}_])/gu, `@${joiner}`)
    .replaceAll("](", `]${joiner}(`)
    .replaceAll("://", `:${joiner}//`)
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}${joiner}.`)
    .replace(/\bmailto:/gi, (mailto) => `${mailto.slice(0, -1)}${joiner}:`);

/**
 * The beginning of a text that, after `written` of each character, takes at most `most` UTF-16 code units; an ellipsis
 * stands for what was cut.
 */
export function cutTo(
  text: string,
  most: number,
  written: (character: string) => string = (character) => character,
): string {
  const parts: string[] = [];
  let length = 0;
  for (const character of text) {
    const part = written(character);
    if (length + part.length > most) {
      if (most < 1) return "";
      while (length > most - 1) length -= parts.pop()?.length ?? 0;
      return `${parts.join("")}…`;
    }
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}
