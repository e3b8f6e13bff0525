import type { Place } from "@bongsu/base";
import type { Log, SbomCode } from "./log.ts";

type Members = Readonly<Record<string, unknown>>;

/** The members of an object, each read as what its format says it is. What is something else is reported and left out. */
export class Fields {
  readonly #object: Members;
  readonly #log: Log;
  readonly #parent: Fields | Place;
  readonly #name: string;
  readonly #index: number;

  private constructor(object: Members, log: Log, parent: Fields | Place, name: string, index: number) {
    this.#object = object;
    this.#log = log;
    this.#parent = parent;
    this.#name = name;
    this.#index = index;
  }

  /** The fields of a value that stands at a place; null, and reported, where it is no object. */
  static of(value: unknown, log: Log, place: Place, name: string): Fields | null {
    if (isObject(value)) return new Fields(value, log, place, "", -1);
    log.report("sbom.not-an-object", { name, found: kindOf(value) }, place);
    return null;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#object, name) && this.#object[name] !== null;
  }

  /** A member as it stands. */
  value(name: string): unknown {
    return this.#get(name);
  }

  isText(name: string): boolean {
    return typeof this.#get(name) === "string";
  }

  isArray(name: string): boolean {
    return Array.isArray(this.#get(name));
  }

  /** A text, trimmed; null where it is absent or empty. A number is taken as text, and reported. */
  text(name: string): string | null {
    const value = this.#get(name);
    if (typeof value === "string") return this.#log.notation.keep(value.trim()) || null;
    if (value === undefined || value === null) return null;
    this.report("sbom.not-a-string", { name, found: kindOf(value) }, name);
    return typeof value === "number" ? String(value) : null;
  }

  /** The same; its absence is reported. */
  required(name: string): string | null {
    const value = this.text(name);
    if (value === null && typeof this.#get(name) !== "object") this.report("sbom.missing", { name });
    return value;
  }

  number(name: string): number | null {
    const value = this.#get(name);
    if (typeof value === "number") return value;
    if (value !== undefined && value !== null) this.report("sbom.not-a-number", { name, found: kindOf(value) }, name);
    return null;
  }

  fields(name: string): Fields | null {
    const value = this.#get(name);
    if (isObject(value)) return new Fields(value, this.#log, this, name, -1);
    if (value !== undefined && value !== null) this.report("sbom.not-an-object", { name, found: kindOf(value) }, name);
    return null;
  }

  /** The objects of an array. */
  list(name: string): Fields[] {
    const list: Fields[] = [];
    this.#each(name, (value, index) => {
      if (isObject(value)) list.push(new Fields(value, this.#log, this, name, index));
      else this.#log.report("sbom.not-an-object", { name, found: kindOf(value) }, this.place(name, index));
    });
    return list;
  }

  /** The texts of an array, trimmed, without empty ones. */
  texts(name: string): string[] {
    const texts: string[] = [];
    this.#each(name, (value, index) => {
      if (typeof value === "string") texts.push(this.#log.notation.keep(value.trim()));
      else this.#log.report("sbom.not-a-string", { name, found: kindOf(value) }, this.place(name, index));
    });
    return texts.filter((text) => text !== "");
  }

  /** One or several texts and objects. */
  mixed(name: string): (string | Fields)[] {
    const value = this.#get(name);
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index): (string | Fields)[] => {
      if (typeof item === "string") return [item];
      if (isObject(item)) return [new Fields(item, this.#log, this, name, Array.isArray(value) ? index : -1)];
      this.#log.report("sbom.not-an-object", { name, found: kindOf(item) }, this.place(name));
      return [];
    });
  }

  /** Where the object, one of its members, or an item of one stands. */
  place(name?: string, index = -1): Place {
    const own = this.#own();
    if (name === undefined || own.path === undefined) return own;
    const { notation } = this.#log;
    return { ...own, path: index < 0 ? notation.member(own.path, name) : notation.item(own.path, name, index) };
  }

  get path(): string {
    return this.#own().path ?? "";
  }

  report(code: SbomCode, params: Record<string, string | number>, name?: string): void {
    this.#log.report(code, params, this.place(name));
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#object, name) ? this.#object[name] : undefined;
  }

  #own(): Place {
    return this.#parent instanceof Fields ? this.#parent.place(this.#name, this.#index) : this.#parent;
  }

  #each(name: string, take: (value: unknown, index: number) => void): void {
    const value = this.#get(name);
    if (Array.isArray(value)) value.forEach(take);
    else if (value !== undefined && value !== null)
      this.report("sbom.not-an-array", { name, found: kindOf(value) }, name);
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
