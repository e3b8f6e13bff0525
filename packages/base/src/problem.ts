import { fillText, type Language, type Params, type Text } from "./text.ts";

/** Where in an input something stands. Lines and columns count from 1, offsets (bytes) from 0; `path` is a JSON Pointer (RFC 6901) or an XPath. */
export interface Place {
  file?: string;
  path?: string;
  line?: number;
  column?: number;
  offset?: number;
}

/** `error`: the document or item was not taken; `warning`: taken, but a part could not be read; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Something wrong with an input: what (a stable code, documented in `docs/errors.md`), where, and what to do. */
export interface Problem {
  code: string;
  severity: Severity;
  message: Text;
  fix: Text;
  place: Place;
}

/** The one error type of the product: a problem that stopped the work at hand. */
export class BongsuError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(describeProblem(problem), options);
    this.name = "BongsuError";
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** What a code means: a message with `{params}` to fill, and what the reader can do. */
export interface ProblemKind {
  severity?: Severity;
  message: Text;
  fix: Text;
}

export type ProblemTable = Record<string, ProblemKind>;

/** Long or hostile input is quoted in messages only up to this many characters. */
const quotedLength = 80;

/** Shortens a value for a message and removes control characters, so that it cannot forge a line or drive a terminal. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  return clean.length <= quotedLength ? clean : `${clean.slice(0, quotedLength)}…`;
}

/** Makes the functions by which one package reports its problems. Codes are `<package>.<what-is-wrong>`. */
export function defineProblems<const T extends ProblemTable>(table: T) {
  type Code = keyof T & string;
  const problem = (code: Code, params: Params = {}, place: Place = {}): Problem => {
    const kind = table[code] as ProblemKind;
    const quoted = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? quote(value) : value]),
    );
    return {
      code,
      severity: kind.severity ?? "error",
      message: fillText(kind.message, quoted),
      fix: fillText(kind.fix, quoted),
      place,
    };
  };
  const error = (code: Code, params: Params = {}, place: Place = {}, cause?: unknown): BongsuError =>
    new BongsuError(problem(code, params, place), cause === undefined ? undefined : { cause });
  return { table, problem, error };
}

/** `bom.json:12:5 /components/3/purl`: as much of a place as is known. */
export function describePlace(place: Place): string {
  const position =
    place.line === undefined ? "" : `:${place.line}${place.column === undefined ? "" : `:${place.column}`}`;
  return [`${place.file === undefined ? "" : quote(place.file)}${position}`, place.path ? quote(place.path) : ""]
    .filter((part) => part !== "")
    .join(" ");
}

/** One line for a person: place, message, what to do, code. */
export function describeProblem(problem: Problem, language: Language = "en"): string {
  const place = describePlace(problem.place);
  return `${place === "" ? "" : `${place}: `}${problem.message[language]} ${problem.fix[language]} (${problem.code})`;
}
