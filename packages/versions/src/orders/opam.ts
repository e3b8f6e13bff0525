import { isAlphanumeric } from "../characters.ts";
import { defineOrder } from "../order.ts";
import { comparePart, writePart } from "./dpkg.ts";

const otherCharacters = "-_+.~";

/** A package version of opam: letters, digits and `-_+.~` (https://opam.ocaml.org/doc/Manual.html#Version-ordering). */
function parseOpam(text: string): string | null {
  for (let at = 0; at < text.length; at++)
    if (!isAlphanumeric(text.charCodeAt(at)) && !otherCharacters.includes(text.charAt(at))) return null;
  return text === "" ? null : text;
}

/** opam: Debian's algorithm over the whole version, without epoch and revision. */
export const opam = defineOrder<string>({ name: "opam", parse: parseOpam, compare: comparePart, write: writePart });
