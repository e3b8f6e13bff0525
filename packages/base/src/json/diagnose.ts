import type { BongsuError } from "../problem.ts";
import type { Params } from "../text.ts";
import { invalidUtf8, isCutSequence } from "./encoding.ts";
import type { JsonLimits } from "./limits.ts";
import { documentStart, type Origin, placeAt, pointer } from "./place.ts";
import { jsonProblems } from "./problems.ts";
import { characterAt, isSpace, readScalar, readString, type Token } from "./token.ts";

type Code = keyof typeof jsonProblems.table & string;

/** One open object or array. */
interface Level {
  /** Names seen so far; null in an array. */
  keys: Set<string> | null;
  /** Name or index of the value at hand; null before the first. */
  at: string | number | null;
}

type Limits = Pick<JsonLimits, "maxDepth" | "maxValues">;

/**
 * Finds the first thing wrong with a text that the fast path refused: the slow, exact reading of RFC 8259 with limits.
 * Gives the error to throw, or null where nothing is wrong. Linear in the text, without recursion.
 */
export function diagnoseJson(bytes: Uint8Array, limits: Limits, origin: Origin = documentStart): BongsuError | null {
  const invalid = invalidUtf8(bytes);
  if (invalid === -1) return new Diagnosis(bytes, limits, origin).run();
  if (isCutSequence(bytes, invalid)) return new Diagnosis(bytes.subarray(0, invalid), limits, origin).run();
  return jsonProblems.error("json.encoding", { encoding: "UTF-8" }, placeAt(bytes, invalid, origin));
}

class Diagnosis {
  readonly #bytes: Uint8Array;
  readonly #limits: Limits;
  readonly #origin: Origin;
  readonly #levels: Level[] = [];
  readonly #decoder = new TextDecoder();
  #position = 0;

  constructor(bytes: Uint8Array, limits: Limits, origin: Origin) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#origin = origin;
  }

  run(): BongsuError | null {
    if (this.#next() === undefined) return this.#error("json.empty");
    for (let values = 1; ; values++) {
      if (values > this.#limits.maxValues)
        return this.#error("json.too-many-values", { limit: this.#limits.maxValues });
      const problem = this.#begin() ?? this.#advance();
      if (problem !== null) return problem;
      if (this.#levels.length === 0)
        return this.#next() === undefined ? null : this.#error("json.trailing", { found: this.#character() });
    }
  }

  /** Reads a scalar, or a container's opening bracket (and, at once, the closing one of an empty container). */
  #begin(): BongsuError | null {
    const byte = this.#next();
    if (byte === 0x22) return this.#take(readString(this.#bytes, this.#position));
    if (byte !== 0x7b && byte !== 0x5b) return this.#take(readScalar(this.#bytes, this.#position));
    if (this.#origin.depth + this.#levels.length >= this.#limits.maxDepth)
      return this.#error("json.too-deep", { limit: this.#limits.maxDepth });
    this.#position++;
    this.#levels.push({ keys: byte === 0x7b ? new Set() : null, at: null });
    return null;
  }

  /** Moves to where the next value begins, closing what ends before it. */
  #advance(): BongsuError | null {
    for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
      const byte = this.#next();
      if (byte === (level.keys === null ? 0x5d : 0x7d)) {
        this.#position++;
        this.#levels.pop();
        continue;
      }
      if (level.at !== null) {
        if (byte !== 0x2c) return this.#unexpected("json.expected-comma");
        this.#position++;
      }
      if (level.keys !== null) return this.#member(level, level.keys);
      level.at = typeof level.at === "number" ? level.at + 1 : 0;
      return this.#next() === undefined ? this.#unexpected("json.expected-value") : null;
    }
    return null;
  }

  /** Reads `"name" :` and enters the member. */
  #member(level: Level, keys: Set<string>): BongsuError | null {
    level.at = null;
    if (this.#next() !== 0x22) return this.#unexpected("json.expected-key");
    const start = this.#position;
    const problem = this.#take(readString(this.#bytes, start));
    if (problem !== null) return problem;
    const key: string = JSON.parse(this.#decoder.decode(this.#bytes.subarray(start, this.#position)));
    level.at = key;
    if (keys.has(key)) return this.#error("json.duplicate-key", { key }, start);
    keys.add(key);
    if (this.#next() !== 0x3a) return this.#unexpected("json.expected-colon");
    this.#position++;
    return this.#next() === undefined ? this.#unexpected("json.expected-value") : null;
  }

  #take(token: Token): BongsuError | null {
    if (token.problem !== null) return this.#error(token.problem, { found: token.found }, token.end);
    this.#position = token.end;
    return null;
  }

  /** Skips white space; gives the byte that follows it. */
  #next(): number | undefined {
    while (isSpace(this.#bytes[this.#position])) this.#position++;
    return this.#bytes[this.#position];
  }

  #unexpected(code: Code): BongsuError {
    if (this.#position >= this.#bytes.length) return this.#error("json.truncated");
    return this.#error(code, { found: this.#character() });
  }

  #character(): string {
    return characterAt(this.#bytes, this.#position);
  }

  #error(code: Code, params: Params = {}, at = this.#position): BongsuError {
    const place = placeAt(this.#bytes, at, this.#origin);
    const segments = this.#levels.map((level) => level.at).filter((segment) => segment !== null);
    const path = this.#origin.path + pointer(segments);
    return jsonProblems.error(code, params, path === "" ? place : { ...place, path });
  }
}
