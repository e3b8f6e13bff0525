import type { Problem } from "@bongsu/base";
import { sha256 } from "../ids.ts";
import { platformProblems } from "../problems.ts";

/** Characters of a name, an id or a version beyond which it is shortened: an index's entry has room for 2,704 bytes. */
export const longestName = 512;

/** Bytes that a version's key may have to stand in an index; one beyond is matched by exact string. */
const longestKey = 2_000;

const isClean = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** The text as PostgreSQL keeps it: neither NUL nor half a surrogate pair, in whose place stands U+FFFD. */
const clean = (text: string): string => (isClean(text) ? text : text.toWellFormed().replaceAll("\0", "\ufffd"));

/** A name that fits into an index. Two long names that differ stay different, and one stays the same wherever it comes from. */
export function storableName(text: string): string {
  const name = clean(text);
  if (name.length <= longestName) return name;
  const hash = Buffer.from(sha256(name)).toString("hex");
  return `${name.slice(0, longestName - 80).toWellFormed()}…${hash}`;
}

/** A version's key, where an index can hold it. */
export const storableKey = (key: Uint8Array | null): Uint8Array | null =>
  key === null || key.length > longestKey ? null : key;

/** Sentences are shown, not looked up: cut at so many characters. */
export const cutText = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`;

/** How the texts within a value are treated. */
export interface TextRules {
  /** Where a text is no name, by the member that it stands under: never shortened. */
  prose?: ReadonlySet<string>;
  /** Members that never reach the database. */
  keep?: ReadonlySet<string>;
}

/** Takes the texts of one document to the database, and counts those that could not go as they came. */
export class DocumentTexts {
  #replaced = 0;
  #shortened = 0;

  text = (text: string): string => this.#noting(text, clean(text));

  /** A package URL in which nothing decodes to NUL. */
  purl = (text: string): string => this.#noting(text, clean(text).replaceAll("%00", "%EF%BF%BD"));

  name = (text: string): string => {
    if (text.length > longestName) this.#shortened += 1;
    if (!isClean(text)) this.#replaced += 1;
    return storableName(text);
  };

  /** Every text within a value of JSON's kinds, as a name. What needs no change is not copied; bytes stay as they are. */
  value = <T>(value: T, rules: TextRules = {}): T => this.#value(value, "", rules) as T;

  #value(value: unknown, under: string, rules: TextRules): unknown {
    if (typeof value === "string") {
      if (under === "purl") return this.purl(value);
      return rules.prose?.has(under) ? this.text(value) : this.name(value);
    }
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
    if (Array.isArray(value)) {
      let items: unknown[] | null = null;
      for (let index = 0; index < value.length; index += 1) {
        const item: unknown = value[index];
        const kept = this.#value(item, under, rules);
        if (kept === item) continue;
        items ??= [...value];
        items[index] = kept;
      }
      return items ?? value;
    }
    let members: Record<string, unknown> | null = null;
    for (const name of Object.keys(value)) {
      const item: unknown = Reflect.get(value, name);
      const kept = rules.keep?.has(name) ? item : this.#value(item, name, rules);
      if (kept === item) continue;
      members ??= { ...value };
      members[name] = kept;
    }
    return members ?? value;
  }

  #noting(before: string, after: string): string {
    if (before !== after) this.#replaced += 1;
    return after;
  }

  /** What had to be changed, for the document's own list of problems. */
  problems(file?: string): Problem[] {
    const place = file === undefined ? {} : { file };
    const { problem } = platformProblems;
    const replaced = { count: this.#replaced };
    const shortened = { count: this.#shortened, limit: longestName };
    return [
      ...(this.#replaced === 0 ? [] : [problem("database.text-replaced", replaced, place)]),
      ...(this.#shortened === 0 ? [] : [problem("database.text-shortened", shortened, place)]),
    ];
  }
}

/** Problems quote what they found, which may be what the database refuses. */
export const storableProblems = (problems: readonly Problem[]): Problem[] =>
  new DocumentTexts().value([...problems], { prose: new Set(["en", "ko", "path", "file"]) });
