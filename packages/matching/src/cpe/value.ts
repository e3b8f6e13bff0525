/** One attribute of a CPE name (NISTIR 7695 §5.3): anything, not applicable, a text, or a text with wildcards around it. */
export type CpeValue =
  | { kind: "any" }
  | { kind: "na" }
  | { kind: "text"; text: string }
  | { kind: "pattern"; before: Wildcard; text: string; after: Wildcard };

/** `*`: any number of characters; else at most so many (`?`, `??` …). */
export type Wildcard = "*" | number;

export const anyValue: CpeValue = { kind: "any" };
export const naValue: CpeValue = { kind: "na" };

/** A character of a value, and whether it stood there as a wildcard. */
export interface CpeCharacter {
  text: string;
  wild: boolean;
}

function wildcard(run: CpeCharacter[]): Wildcard {
  return run.some(({ text }) => text === "*") ? "*" : run.length;
}

/** Makes a value of its characters; wildcards may stand at its ends only. Null where one stands elsewhere. */
export function cpeValue(characters: CpeCharacter[]): CpeValue | null {
  const first = characters.findIndex(({ wild }) => !wild);
  if (first < 0) return anyValue;
  const last = characters.findLastIndex(({ wild }) => !wild);
  const inner = characters.slice(first, last + 1);
  if (inner.some(({ wild }) => wild)) return null;
  const text = inner
    .map((character) => character.text)
    .join("")
    .toLowerCase();
  const before = wildcard(characters.slice(0, first));
  const after = wildcard(characters.slice(last + 1));
  return before === 0 && after === 0 ? { kind: "text", text } : { kind: "pattern", before, text, after };
}

/** True where `text` is `pattern`'s text with no more around it than its wildcards allow. Linear in practice. */
function fitsPattern(pattern: { before: Wildcard; text: string; after: Wildcard }, text: string): boolean {
  const room = (wild: Wildcard, length: number) => wild === "*" || length <= wild;
  for (let at = text.indexOf(pattern.text); at >= 0; at = text.indexOf(pattern.text, at + 1)) {
    if (!room(pattern.before, at)) return false;
    if (room(pattern.after, text.length - at - pattern.text.length)) return true;
  }
  return false;
}

/**
 * True where what `source` (an advisory) says of an attribute includes what `target` (a component) says of it
 * (NISTIR 7696 §6). A component that leaves an attribute open is taken to be included.
 */
export function includesValue(source: CpeValue, target: CpeValue): boolean {
  if (source.kind === "any" || target.kind === "any" || target.kind === "pattern") return true;
  if (source.kind === "na" || target.kind === "na") return source.kind === target.kind;
  return source.kind === "text" ? source.text === target.text : fitsPattern(source, target.text);
}
