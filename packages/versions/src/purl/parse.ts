import type { Text } from "@bongsu/base";
import { conform } from "./conform.ts";
import { unreadable } from "./invalid.ts";
import { type Purl, type PurlPart, segmentsOf } from "./parts.ts";
import { decode } from "./percent.ts";
import { parseQualifiers } from "./qualifiers.ts";
import { rules } from "./rules.ts";

/** Is told of each broken rule after which reading can go on, and at which index of the text; it may throw. */
export type OnBrokenText = (rule: Text, index: number) => void;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f]/;

/**
 * Reads a package URL (clause 5.6) into decoded, normalised parts.
 *
 * @throws BongsuError `versions.invalid-purl` where there is no scheme, type or name to go on with.
 */
export function parseParts(text: string, broken: OnBrokenText): Purl {
  if (!text.isWellFormed()) throw unreadable(text, rules.surrogate, firstSurrogate(text));
  const badCharacter = text.search(control);
  if (badCharacter >= 0) broken(rules.control, badCharacter);
  if (!/^pkg:/i.test(text)) throw unreadable(text, rules.scheme, 0);

  const hash = text.lastIndexOf("#");
  const beforeSubpath = hash < 0 ? text.length : hash;
  const question = text.indexOf("?");
  const pathEnd = question < 0 || question > beforeSubpath ? beforeSubpath : question;

  let typeStart = 4;
  while (text.charCodeAt(typeStart) === 0x2f) typeStart++;
  const slash = text.indexOf("/", typeStart);
  const typeEnd = slash < 0 || slash > pathEnd ? pathEnd : slash;
  const type = text.slice(typeStart, typeEnd);
  if (!/^[A-Za-z][A-Za-z0-9.-]*$/.test(type)) throw unreadable(text, rules.type, typeStart);

  const pathStart = Math.min(typeEnd + 1, pathEnd);
  const path = text.slice(pathStart, pathEnd);
  const at = versionSign(path);
  const nameEnd = lastNonSlash(path, at < 0 ? path.length : at);
  const nameStart = path.lastIndexOf("/", nameEnd - 1) + 1;
  if (nameStart >= nameEnd) throw unreadable(text, rules.name, pathStart + nameEnd);

  const decoded = (part: string, start: number): string => {
    const value = decode(part);
    if (value === null) broken(rules.percent, start + part.indexOf("%"));
    return value ?? part;
  };
  const decodedPath = (part: string, start: number): string => {
    if (!part.includes("%")) return segmentsOf(part).join("/");
    return segmentsOf(part)
      .map((segment) => {
        const value = decoded(segment, start);
        if (value.includes("/")) broken(rules.slash, start);
        return value;
      })
      .join("/");
  };

  const places: Record<PurlPart, number> = {
    type: typeStart,
    namespace: pathStart,
    name: pathStart + nameStart,
    version: at < 0 ? pathEnd : pathStart + at + 1,
    qualifiers: Math.min(pathEnd + 1, beforeSubpath),
    subpath: Math.min(beforeSubpath + 1, text.length),
  };
  const purl: Purl = {
    type: type.toLowerCase(),
    namespace: decodedPath(path.slice(0, nameStart), places.namespace) || null,
    name: trimSlashes(decoded(path.slice(nameStart, nameEnd), places.name)),
    version: at < 0 ? null : decoded(path.slice(at + 1), places.version) || null,
    qualifiers:
      pathEnd < beforeSubpath
        ? parseQualifiers(text.slice(places.qualifiers, beforeSubpath), places.qualifiers, broken)
        : null,
    subpath: hash < 0 ? null : trimSubpath(decodedPath(text.slice(places.subpath), places.subpath)),
  };
  return conform(purl, (rule, part) => broken(rule, places[part]));
}

/** Where the `@` before the version stands: the last one, unless it begins a segment that others follow (`@babel/core`). */
function versionSign(path: string): number {
  const at = path.lastIndexOf("@");
  const beginsSegment = at === 0 || path.charCodeAt(at - 1) === 0x2f;
  return at >= 0 && beginsSegment && path.includes("/", at) ? -1 : at;
}

/** Leading and trailing slashes are no part of a name (clause 5.6.4). */
export function trimSlashes(name: string): string {
  let start = 0;
  while (name.charCodeAt(start) === 0x2f) start++;
  return name.slice(start, Math.max(start, lastNonSlash(name, name.length)));
}

/** Segments `.` and `..` do not count (clause 5.6.7). */
export function trimSubpath(path: string): string | null {
  const segments = segmentsOf(path).filter((segment) => segment !== "." && segment !== "..");
  return segments.length === 0 ? null : segments.join("/");
}

function lastNonSlash(text: string, end: number): number {
  let length = Math.min(end, text.length);
  while (length > 0 && text.charCodeAt(length - 1) === 0x2f) length--;
  return length;
}

function firstSurrogate(text: string): number {
  return text.search(/\p{Surrogate}/u);
}
