import extensions from "@secvisogram/csaf-validator-lib/lib/shared/bcpLanguageTagChecker/extensions.js";
import registry from "@secvisogram/csaf-validator-lib/lib/shared/bcpLanguageTagChecker/subtags.js";
import { languageTag } from "../../schema-2.1/definitions.ts";
import { type Subtag, subtags } from "./language-tag.ts";

const wellFormed = new RegExp(languageTag, "u");

/** The tags that the grammar does not make, and that CSAF keeps (section 3.1.5). */
const grandfathered = new Set(["i-default", "i-mingo"]);

/** IANA's registry: `language:ko`, `region:kr`; of an extlang, the languages that it stands after. */
const registered = new Map<string, string[]>();
/** Subtags registered as a range, for private use: `qaa..qtz`. */
const ranges: { kind: string; first: string; last: string }[] = [];
for (const { type, subtag, prefix } of registry.subtags) {
  const [first = "", last] = subtag.toLowerCase().split("..");
  if (last !== undefined) ranges.push({ kind: type, first, last });
  else registered.set(`${type}:${first}`, prefix);
}

const singletons = new Set(extensions.map(({ identifier }) => identifier.toLowerCase()));

function isRegistered({ kind, text }: Subtag, tag: Subtag[]): boolean {
  if (kind === "private" || kind === "extension") return true;
  const prefixes = registered.get(`${kind}:${text}`);
  if (kind === "extlang") return prefixes?.some((prefix) => prefix.toLowerCase() === tag[0]?.text) ?? false;
  if (prefixes !== undefined) return true;
  return ranges.some(
    (range) => range.kind === kind && text.length === range.first.length && range.first <= text && text <= range.last,
  );
}

/** The one-letter subtags before `x`, each of which begins an extension. */
function singletonsOf(tag: string): string[] {
  const parts = tag.toLowerCase().split("-");
  const end = parts.indexOf("x");
  return parts.slice(0, end < 0 ? parts.length : end).filter((part) => part.length === 1);
}

const allDifferent = (texts: string[]): boolean => new Set(texts).size === texts.length;

/** Whether a language tag is valid by RFC 5646, section 2.2.9: well-formed, of registered subtags, none of them twice. */
export function isKnownLanguage(tag: string): boolean {
  if (!wellFormed.test(tag)) return false;
  if (grandfathered.has(tag.toLowerCase())) return true;
  const parts = subtags(tag);
  const of = (kind: Subtag["kind"]) => parts.filter((part) => part.kind === kind).map(({ text }) => text);
  const begun = singletonsOf(tag);
  return (
    parts.every((part) => isRegistered(part, parts)) &&
    of("extlang").length <= 1 &&
    allDifferent(of("variant")) &&
    allDifferent(begun) &&
    begun.every((singleton) => singletons.has(singleton))
  );
}
