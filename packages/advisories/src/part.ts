import { calendarDate, noTime, utcTime } from "./dates.ts";
import type { AdvisoryProblemCode } from "./problems.ts";
import type { Reading } from "./reading.ts";

/** A JSON object, whatever its members hold. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value is, for a message. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

/**
 * One object of a document at its place. Its members are asked for by name and type: a member that is absent or null
 * gives null (or an empty list), one of another type is reported and gives the same.
 */
export class Part {
  readonly reading: Reading;
  readonly fields: Fields;
  private readonly parent: Part | null;
  private readonly name: string;

  constructor(reading: Reading, fields: Fields, parent: Part | null = null, name = "") {
    this.reading = reading;
    this.fields = fields;
    this.parent = parent;
    this.name = name;
  }

  /** JSON Pointer of this object. Names are the formats' own, so none needs escaping. */
  get path(): string {
    return this.parent === null ? this.name : `${this.parent.path}/${this.name}`;
  }

  report(code: AdvisoryProblemCode, params: Record<string, string | number> = {}, name = ""): void {
    this.reading.report(code, params, name === "" ? this.path : `${this.path}/${name}`);
  }

  private wrong(name: string, expected: string, value: unknown, at = name): null {
    this.report("advisories.wrong-type", { field: name, expected, found: kindOf(value) }, at);
    return null;
  }

  text(name: string): string | null {
    const value = this.fields[name];
    if (typeof value === "string") return value;
    return value === undefined || value === null ? null : this.wrong(name, "string", value);
  }

  /** A text that the format requires: its absence, too, is reported. */
  required(name: string): string | null {
    const value = this.text(name);
    if (value !== null && value !== "") return value;
    if (value === "" || this.fields[name] === undefined || this.fields[name] === null)
      this.report("advisories.missing", { field: name });
    return null;
  }

  number(name: string): number | null {
    const value = this.fields[name];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    return value === undefined || value === null ? null : this.wrong(name, "number", value);
  }

  /** The items of a list; empty where there is none. */
  list(name: string): unknown[] {
    const value = this.fields[name];
    if (Array.isArray(value)) return value;
    if (value !== undefined && value !== null) this.wrong(name, "list", value);
    return [];
  }

  texts(name: string): string[] {
    const list = this.list(name);
    if (list.every((item) => typeof item === "string")) return list;
    return list.filter((item, i): item is string => {
      if (typeof item === "string") return true;
      this.wrong(name, "string", item, `${name}/${i}`);
      return false;
    });
  }

  part(name: string): Part | null {
    const value = this.fields[name];
    if (isFields(value)) return new Part(this.reading, value, this, name);
    return value === undefined || value === null ? null : this.wrong(name, "object", value);
  }

  parts(name: string): Part[] {
    const parts: Part[] = [];
    const list = this.list(name);
    for (let i = 0; i < list.length; i++) {
      const item = list[i];
      if (isFields(item)) parts.push(new Part(this.reading, item, this, `${name}/${i}`));
      else this.wrong(name, "object", item, `${name}/${i}`);
    }
    return parts;
  }

  /** The items of a list in which texts stand for objects. */
  textsOrParts(name: string): (string | Part)[] {
    return this.list(name).flatMap((item, i): (string | Part)[] => {
      if (typeof item === "string") return [item];
      if (isFields(item)) return [new Part(this.reading, item, this, `${name}/${i}`)];
      this.wrong(name, "object", item, `${name}/${i}`);
      return [];
    });
  }

  /** As much of a list as the document may still tie together; see `Reading.afford`. */
  afford<T>(list: T[], kind: string): T[] {
    return this.reading.afford(list, kind, this.path);
  }

  /** A time in UTC; null where it is absent, the zero time, or (reported) no date. */
  time(name: string): string | null {
    return this.date(name, utcTime);
  }

  /** A calendar date, `2024-05-31`. */
  day(name: string): string | null {
    return this.date(name, calendarDate);
  }

  private date(name: string, read: (text: string) => string | null): string | null {
    const text = this.text(name);
    if (text === null || text === noTime) return null;
    const date = read(text);
    if (date === null) this.report("advisories.invalid-date", { date: text }, name);
    return date;
  }
}
