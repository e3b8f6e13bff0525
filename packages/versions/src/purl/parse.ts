import type { Text } from "@bongsu/base";
import { conform } from "./conform.ts";
import { unreadable } from "./invalid.ts";
import { type Purl, type PurlPart, segmentsOf, trimSlashes, trimSubpath } from "./parts.ts";
import { decode } from "./percent.ts";
import { parseQualifiers } from "./qualifiers.ts";
import { rules } from "./rules.ts";
import { type Layout, splitPurl } from "./split.ts";

/** Is told of each broken rule after which reading can go on, and at which index of the text; it may throw. */
export type OnBrokenText = (rule: Text, index: number) => void;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f]/;

/**
 * Reads a package URL (clause 5.6) into decoded parts, normalised as its type asks.
 *
 * @throws BongsuError `versions.invalid-purl` where there is no scheme, type or name to go on with.
 */
export function parseParts(text: string, broken: OnBrokenText): Purl {
  if (!text.isWellFormed()) throw unreadable(text, rules.surrogate, text.search(/\p{Surrogate}/u));
  const controlAt = text.search(control);
  if (controlAt >= 0) broken(rules.control, controlAt);

  const layout = splitPurl(text);
  const { type, namespace, name, version, qualifiers, subpath } = layout;
  const part = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const decodedName = trimSlashes(decodePart(part(name), name.start, broken));
  if (decodedName === "") throw unreadable(text, rules.name, name.start);
  const purl: Purl = {
    type: part(type).toLowerCase(),
    namespace: decodePath(part(namespace), namespace.start, broken) || null,
    name: decodedName,
    version: version && (decodePart(part(version), version.start, broken) || null),
    qualifiers: qualifiers && parseQualifiers(part(qualifiers), qualifiers.start, broken),
    subpath: subpath && trimSubpath(decodePath(part(subpath), subpath.start, broken)),
  };
  return conform(purl, (rule, where) => broken(rule, placeOf(layout, where, text)));
}

/** Where a part stands, or where it would have to begin. */
function placeOf(layout: Layout, part: PurlPart, text: string): number {
  return layout[part]?.start ?? layout.qualifiers?.start ?? layout.subpath?.start ?? text.length;
}

function decodePart(part: string, start: number, broken: OnBrokenText): string {
  const decoded = decode(part);
  if (decoded === null) broken(rules.percent, start + part.indexOf("%"));
  return decoded ?? part;
}

/** A segment, when decoded, has no slash (clauses 5.6.3 and 5.6.7). */
function decodePath(path: string, start: number, broken: OnBrokenText): string {
  if (!path.includes("%")) return segmentsOf(path).join("/");
  let index = start;
  const segments = path.split("/").map((segment) => {
    const decoded = decodePart(segment, index, broken);
    if (decoded.includes("/")) broken(rules.slash, index);
    index += segment.length + 1;
    return decoded;
  });
  return segmentsOf(segments.join("/")).join("/");
}
