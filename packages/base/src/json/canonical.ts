import type { Place } from "../problem.ts";
import { pointer } from "./place.ts";
import { jsonProblems } from "./problems.ts";

const maxDepth = 1000;

/**
 * The canonical form of a JSON value (RFC 8785, JCS): the same value gives the same string everywhere, so that it can be
 * hashed or signed. Members are sorted by UTF-16 code units, numbers written as ECMAScript writes them.
 *
 * Throws `json.not-json` for what JSON cannot carry (undefined, NaN, functions, bigints, dates, lone surrogates) and
 * `json.too-deep` for values more than 1,000 levels deep or within themselves.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: (string | number)[]): string {
  switch (typeof value) {
    case "string":
      return quoted(value, path);
    case "number":
      if (!Number.isFinite(value)) throw refused(String(value), path);
      return JSON.stringify(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (path.length >= maxDepth) throw jsonProblems.error("json.too-deep", { limit: maxDepth }, placeOf(path));
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    default:
      throw refused(typeof value, path);
  }
}

function writeArray(items: unknown[], path: (string | number)[]): string {
  // Not `map`, which passes over holes.
  return `[${Array.from(items, (item, index) => write(item, [...path, index])).join(",")}]`;
}

function writeObject(object: object, path: (string | number)[]): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) throw refused(Object.prototype.toString.call(object), path);
  const members = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, item]) => `${quoted(name, path)}:${write(item, [...path, name])}`).join(",")}}`;
}

/** RFC 8785 section 3.2.2.2 escapes as ECMAScript does; a lone surrogate is an error. */
function quoted(text: string, path: (string | number)[]): string {
  if (!text.isWellFormed()) throw refused(text, path);
  return JSON.stringify(text);
}

function refused(found: string, path: (string | number)[]) {
  return jsonProblems.error("json.not-json", { found }, placeOf(path));
}

function placeOf(path: (string | number)[]): Place {
  return path.length === 0 ? {} : { path: pointer(path) };
}
