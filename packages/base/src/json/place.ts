import type { Place } from "../problem.ts";

/** Pointers are kept for messages only up to this many characters: a hostile key may be megabytes long. */
const longestPointer = 500;

/** A JSON Pointer (RFC 6901) from its segments. */
export function pointer(segments: readonly (string | number)[]): string {
  let text = "";
  for (const segment of segments) {
    if (text.length > longestPointer) return `${text.slice(0, longestPointer)}…`;
    text += `/${typeof segment === "number" ? segment : pointerSegment(segment)}`;
  }
  return text.length > longestPointer ? `${text.slice(0, longestPointer)}…` : text;
}

/** One segment of a JSON Pointer: `~` and `/` escaped. */
export function pointerSegment(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** Where a slice of a document begins, so that places within the slice can be told in terms of the document. */
export interface Origin {
  file?: string;
  /** JSON Pointer of the slice's value. */
  path: string;
  line: number;
  column: number;
  offset: number;
  /** Objects and arrays around the slice. */
  depth: number;
}

export const documentStart: Origin = { path: "", line: 1, column: 1, offset: 0, depth: 0 };

/**
 * The line, column and offset of `bytes[position]`, in terms of the document that the slice was cut from. Columns count
 * characters (code points), so they are what an editor shows.
 */
export function placeAt(bytes: Uint8Array, position: number, origin: Origin = documentStart): Place {
  let { line, column } = origin;
  for (let i = 0; i < position && i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x0a) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) column++;
  }
  const place: Place = { line, column, offset: origin.offset + position };
  if (origin.path !== "") place.path = origin.path;
  if (origin.file !== undefined) place.file = origin.file;
  return place;
}
