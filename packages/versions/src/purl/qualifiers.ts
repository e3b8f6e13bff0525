import type { Text } from "@bongsu/base";
import { decode, encode } from "./percent.ts";
import { rules } from "./rules.ts";

const canonicalKey = /^[a-z][a-z0-9._-]*$/;
const anyKey = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** Is told what is wrong with a qualifier, and how far into the text; it may throw. */
type OnBrokenAt = (rule: Text, index: number) => void;

/**
 * Reads `key=value&key=value` (clause 5.6.6). A pair without a value is as if it were not there. What a broken rule
 * leaves is kept where it has a meaning: a key in capitals is lowered, the first of two equal keys counts.
 *
 * @param start where the pairs begin in the whole text.
 */
export function parseQualifiers(pairs: string, start: number, broken: OnBrokenAt): Record<string, string> | null {
  const found = new Map<string, string>();
  let index = start;
  for (const pair of pairs.split("&")) {
    if (pair !== "") parsePair(pair, index, found, broken);
    index += pair.length + 1;
  }
  return sorted(found);
}

function parsePair(pair: string, index: number, found: Map<string, string>, broken: OnBrokenAt): void {
  const equals = pair.indexOf("=");
  const key = readKey(equals < 0 ? pair : pair.slice(0, equals), (rule) => broken(rule, index));
  const encoded = equals < 0 ? "" : pair.slice(equals + 1);
  if (key === null || encoded === "") return;
  const value = decode(encoded);
  if (value === null) broken(rules.percent, index + equals + 1);
  if (found.has(key)) broken(rules.duplicateKey, index);
  else found.set(key, value ?? encoded);
}

/**
 * The key in lower case, or null where it is none. Only lower case is right; the conformance tests still read capitals
 * after the first letter (`repositorY_url`), and refuse a key that begins with one (`Platform`).
 */
function readKey(key: string, broken: (rule: Text) => void): string | null {
  if (canonicalKey.test(key)) return key;
  if (!anyKey.test(key)) {
    broken(rules.key);
    return null;
  }
  if (/^[A-Z]/.test(key)) broken(rules.keyCase);
  return key.toLowerCase();
}

/** Checks and orders qualifiers that were handed in as an object; those without a value are left out. */
export function orderQualifiers(
  given: Record<string, string | null | undefined>,
  broken: (rule: Text) => void,
): Record<string, string> | null {
  const found = new Map<string, string>();
  for (const [written, value] of Object.entries(given)) {
    const key = readKey(written, broken);
    if (key === null || value === null || value === undefined || value === "") continue;
    if (typeof value !== "string") broken(rules.text);
    else if (!value.isWellFormed()) broken(rules.surrogate);
    else if (found.has(key)) broken(rules.duplicateKey);
    else found.set(key, value);
  }
  return sorted(found);
}

/** Keys begin with a letter, so that none (`__proto__`) means something to the object itself. */
function sorted(found: Map<string, string>): Record<string, string> | null {
  if (found.size === 0) return null;
  if (found.size === 1) return Object.fromEntries(found);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes qualifiers, which are in order already. */
export function formatQualifiers(qualifiers: Record<string, string>): string {
  return Object.entries(qualifiers)
    .map(([key, value]) => `${key}=${encode(value)}`)
    .join("&");
}
