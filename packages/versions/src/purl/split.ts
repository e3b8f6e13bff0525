import { unreadable } from "./invalid.ts";
import { rules } from "./rules.ts";

const slash = 0x2f;

/** A stretch of a text: from `start` up to, not including, `end`. */
interface Span {
  start: number;
  end: number;
}

/** Where the parts of a package URL stand in its text; a part that is absent is null. */
export interface Layout {
  type: Span;
  /** May be empty. */
  namespace: Span;
  name: Span;
  version: Span | null;
  qualifiers: Span | null;
  subpath: Span | null;
}

/**
 * Finds the parts of a package URL (clause 5.3). The subpath follows the last `#`; the qualifiers follow the first `?`,
 * as in any URL, so that an unencoded `?` in a qualifier's value does no harm.
 *
 * @throws BongsuError `versions.invalid-purl` where there is no scheme, type or name.
 */
export function splitPurl(text: string): Layout {
  if (!/^pkg:/i.test(text)) throw unreadable(text, rules.scheme, 0);
  const hash = text.lastIndexOf("#");
  const beforeSubpath = hash < 0 ? text.length : hash;
  const question = text.indexOf("?");
  const pathEnd = question < 0 || question > beforeSubpath ? beforeSubpath : question;

  const type = findType(text, pathEnd);
  const path = { start: Math.min(type.end + 1, pathEnd), end: pathEnd };
  const at = findVersionSign(text, path);
  const nameEnd = skipSlashesBack(text, path.start, at ?? path.end);
  const nameStart = Math.max(path.start, text.lastIndexOf("/", nameEnd - 1) + 1);
  if (nameStart >= nameEnd) throw unreadable(text, rules.name, nameEnd);
  return {
    type,
    namespace: { start: path.start, end: nameStart },
    name: { start: nameStart, end: nameEnd },
    version: at === null ? null : { start: at + 1, end: path.end },
    qualifiers: pathEnd === beforeSubpath ? null : { start: pathEnd + 1, end: beforeSubpath },
    subpath: hash < 0 ? null : { start: hash + 1, end: text.length },
  };
}

/** Slashes between the scheme and the type are ignored (clause 5.6.1). */
function findType(text: string, pathEnd: number): Span {
  let start = 4;
  while (text.charCodeAt(start) === slash) start++;
  const next = text.indexOf("/", start);
  const end = next < 0 || next > pathEnd ? pathEnd : next;
  if (!/^[A-Za-z][A-Za-z0-9.-]*$/.test(text.slice(start, end))) throw unreadable(text, rules.type, start);
  return { start, end };
}

/** The `@` before the version: the last one, unless it begins a segment that others follow (`@babel/core`). */
function findVersionSign(text: string, path: Span): number | null {
  const at = text.lastIndexOf("@", path.end - 1);
  if (at < path.start) return null;
  if (text.charCodeAt(at - 1) !== slash) return at;
  const next = text.indexOf("/", at);
  return next >= 0 && next < path.end ? null : at;
}

function skipSlashesBack(text: string, start: number, end: number): number {
  let position = end;
  while (position > start && text.charCodeAt(position - 1) === slash) position--;
  return position;
}
