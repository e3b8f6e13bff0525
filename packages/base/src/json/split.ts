import type { BongsuError, Place } from "../problem.ts";
import type { Params } from "../text.ts";
import { define } from "./define.ts";
import { diagnoseJson } from "./diagnose.ts";
import { type JsonLimits, jsonLimits } from "./limits.ts";
import { parseMeasured } from "./parse.ts";
import { type Pick, pickTree } from "./picks.ts";
import { documentStart, type Origin, pointerSegment } from "./place.ts";
import { jsonProblems } from "./problems.ts";
import { SliceScanner } from "./slice-scanner.ts";
import { characterAt, isSpace, isWordByte } from "./token.ts";
import { Window } from "./window.ts";

export interface SplitJsonOptions extends Partial<JsonLimits> {
  /** JSON Pointers of the values wanted one by one: `/metadata`, or `/components/*` for each item of an array. */
  pick: readonly string[];
  /** Named in the places of problems. */
  file?: string;
  /** Bytes of one picked value. */
  maxValueBytes?: number;
  /** Bytes of everything that is not picked, together. */
  maxRestBytes?: number;
}

/** A picked value, with the pattern that picked it and where it begins (`path`: its JSON Pointer). */
export interface JsonItem {
  pattern: string;
  value: unknown;
  place: Place & { path: string };
}

/** An object or array on the way to a picked value. */
interface Level {
  pick: Pick;
  path: string;
  /** Names seen so far; null in an array. */
  keys: Set<string> | null;
  at: string | number | null;
  rest: object;
}

type Code = keyof typeof jsonProblems.table & string;

/** What comes next: a value or its rest, a member's name or its rest, a colon, the first item or `]`, a comma or `]`, nothing. */
type State = "value" | "slice" | "key" | "name" | "colon" | "item" | "after" | "done";

const mebibyte = 1024 * 1024;

/**
 * Splits a JSON document that comes in chunks (UTF-8 without a mark) into picked values and a rest, in memory bounded by
 * the largest of them. The same checks as `parseJson`: what is cut out is parsed natively, what is between is checked here.
 */
export class JsonSplitter {
  readonly #limits: JsonLimits & { maxValueBytes: number; maxRestBytes: number };
  readonly #file: { file?: string };
  readonly #window = new Window();
  readonly #scanner = new SliceScanner();
  readonly #levels: Level[] = [];
  readonly #root: Pick;
  #state: State = "value";
  /** Of the value being cut out. */
  #pattern: string | null = null;
  #origin: Origin = documentStart;
  #restBytes = 0;
  #total = 0;
  #rest: unknown = null;

  constructor({ pick, file, ...limits }: SplitJsonOptions) {
    const defaults = {
      ...jsonLimits,
      maxBytes: 4096 * mebibyte,
      maxValueBytes: 64 * mebibyte,
      maxRestBytes: 32 * mebibyte,
    };
    this.#limits = { ...defaults, ...limits };
    this.#file = file === undefined ? {} : { file };
    this.#root = pickTree(pick);
  }

  /** Takes a chunk and gives the picked values that end in it. Throws `json.*`. */
  *write(chunk: Uint8Array): Generator<JsonItem, void> {
    this.#total += chunk.length;
    if (this.#total > this.#limits.maxBytes)
      throw jsonProblems.error("json.too-large", { limit: this.#limits.maxBytes }, this.#file);
    const window = this.#window;
    window.add(chunk);
    for (;;) {
      if (this.#state !== "slice" && this.#state !== "name" && this.#skip() === undefined) return;
      const item = this.#step();
      if (item === "more") return;
      if (item !== null) yield item;
    }
  }

  /** The document is over: gives the last picked value, if the document itself is it. Throws `json.*` where it was cut off. */
  end(): JsonItem | null {
    const { bytes, mark, end } = this.#window;
    const last = this.#state === "slice" && this.#scanner.endsWithText ? this.#cut(end) : null;
    if (this.#state === "done") return last;
    const begun = this.#state === "slice" || this.#state === "name";
    const problem = begun ? diagnoseJson(bytes.subarray(mark, end), this.#limits, this.#origin) : null;
    const empty = this.#state === "value" && this.#levels.length === 0;
    throw problem ?? this.#error(empty ? "json.empty" : "json.truncated", {}, end);
  }

  /** Everything that was not picked, in place; picked values are absent, and arrays whose items were picked are empty. */
  get rest(): unknown {
    return this.#rest;
  }

  /** Reads one token, or a whole value. `more`: it ends in a later chunk. */
  #step(): JsonItem | null | "more" {
    const byte = this.#window.bytes[this.#window.position] ?? 0;
    switch (this.#state) {
      case "value":
        this.#begin(byte);
        return null;
      case "slice": {
        const end = this.#scan();
        return end < 0 ? "more" : this.#cut(end);
      }
      case "key":
        if (byte !== 0x22) throw this.#unexpected("json.expected-key");
        this.#start(byte, "name");
        return null;
      case "name": {
        const end = this.#scan();
        if (end < 0) return "more";
        this.#enter(end);
        return null;
      }
      case "colon":
        if (byte !== 0x3a) throw this.#unexpected("json.expected-colon");
        this.#move("value");
        return null;
      case "item":
      case "after":
        this.#advance(byte);
        return null;
      case "done":
        throw this.#unexpected("json.trailing");
    }
  }

  /** A value begins: an object or array on the way is entered, anything else is cut out whole. */
  #begin(first: number): void {
    const level = this.#levels.at(-1);
    const pick = level === undefined ? this.#root : this.#pickAt(level);
    const isObject = first === 0x7b && pick !== null && pick.members.size > 0;
    const isArray = first === 0x5b && pick !== null && pick.items !== null;
    if (isObject || isArray) {
      const rest = isObject ? {} : [];
      this.#keep(rest);
      this.#levels.push({ pick, path: this.#path(), keys: isObject ? new Set() : null, at: null, rest });
      this.#move("item");
      return;
    }
    if (first !== 0x22 && first !== 0x5b && first !== 0x7b && !isWordByte(first))
      throw this.#unexpected("json.expected-value");
    this.#pattern = pick?.whole ?? level?.pick.items ?? null;
    this.#start(first, "slice");
  }

  #pickAt(level: Level): Pick | null {
    return typeof level.at === "string" ? (level.pick.members.get(level.at) ?? null) : null;
  }

  /** After an opening bracket or an item: the next item, or the closing bracket. */
  #advance(byte: number): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    if (byte === (level.keys === null ? 0x5d : 0x7d)) {
      this.#levels.pop();
      this.#move(this.#levels.length === 0 ? "done" : "after");
      return;
    }
    if (this.#state === "after") {
      if (byte !== 0x2c) throw this.#unexpected("json.expected-comma");
      this.#move(level.keys === null ? "value" : "key");
    } else this.#state = level.keys === null ? "value" : "key";
    level.at = level.keys !== null ? null : typeof level.at === "number" ? level.at + 1 : 0;
  }

  /** A member's name ends: it is entered. */
  #enter(end: number): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    const key = String(this.#parse(end));
    level.at = key;
    if (level.keys?.has(key)) throw this.#error("json.duplicate-key", { key }, this.#window.mark);
    level.keys?.add(key);
    this.#resume(end, "colon");
  }

  /** A value ends: it is parsed, and yielded or kept with the rest. */
  #cut(end: number): JsonItem | null {
    const value = this.#parse(end);
    const { line, column, offset, path } = this.#origin;
    const item =
      this.#pattern === null
        ? null
        : { pattern: this.#pattern, value, place: { ...this.#file, path, line, column, offset } };
    if (item === null) {
      this.#restBytes += end - this.#window.mark;
      this.#keep(value);
    }
    this.#resume(end, this.#levels.length === 0 ? "done" : "after");
    return item;
  }

  /** Puts a value that was not picked in its place in the rest. */
  #keep(value: unknown): void {
    const level = this.#levels.at(-1);
    if (level === undefined) this.#rest = value;
    else if (level.at !== null) define(level.rest, String(level.at), value);
  }

  #start(first: number, state: "slice" | "name"): void {
    const path = this.#path();
    this.#origin = { ...this.#file, path, depth: this.#levels.length, ...this.#window.locate(this.#window.position) };
    this.#scanner.begin(first);
    this.#state = state;
  }

  /** The end of the value at `mark`, or -1; throws where it grows beyond its limit. */
  #scan(): number {
    const window = this.#window;
    const end = this.#scanner.scan(window.bytes, window.position, window.end);
    window.position = end < 0 ? window.end : end;
    const length = window.position - window.mark;
    const { maxValueBytes, maxRestBytes, maxDepth } = this.#limits;
    if (length > maxValueBytes) throw this.#error("json.value-too-large", { limit: maxValueBytes }, window.mark);
    if (this.#pattern === null && this.#restBytes + length > maxRestBytes)
      throw this.#error("json.rest-too-large", { limit: maxRestBytes }, window.mark);
    if (this.#scanner.depth + this.#levels.length > maxDepth) this.#parse(window.position);
    return end;
  }

  #parse(end: number): unknown {
    const { bytes, mark } = this.#window;
    const slice = bytes.subarray(mark, end);
    // A number's or name's fault is only told from its being cut off by what follows it.
    const context = this.#scanner.endsWithText
      ? bytes.subarray(mark, this.#window.end).subarray(0, slice.length + 1)
      : slice;
    return parseMeasured(slice, this.#scanner, this.#limits, this.#origin, context);
  }

  #skip(): number | undefined {
    const window = this.#window;
    while (window.position < window.end && isSpace(window.bytes[window.position])) window.position++;
    window.mark = window.position;
    return window.position < window.end ? window.bytes[window.position] : undefined;
  }

  #move(state: State): void {
    this.#resume(this.#window.position + 1, state);
  }

  #resume(position: number, state: State): void {
    this.#window.position = position;
    this.#window.mark = position;
    this.#state = state;
  }

  #path(): string {
    const level = this.#levels.at(-1);
    if (level === undefined) return "";
    if (level.at === null) return level.path;
    return `${level.path}/${typeof level.at === "string" ? pointerSegment(level.at) : level.at}`;
  }

  #unexpected(code: Code): BongsuError {
    return this.#error(code, { found: characterAt(this.#window.bytes, this.#window.position) });
  }

  #error(code: Code, params: Params = {}, position = this.#window.position): BongsuError {
    const place: Place = { ...this.#file, ...this.#window.locate(position) };
    const path = this.#path();
    return jsonProblems.error(code, params, path === "" ? place : { ...place, path });
  }
}
