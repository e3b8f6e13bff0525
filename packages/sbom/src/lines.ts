import { sbomProblems } from "./problems.ts";

/** A line of a text, counted from 1. */
export interface Line {
  text: string;
  number: number;
}

/** Cuts a text that comes in pieces into lines, which end with LF, CR LF or CR. */
export class LineCutter {
  readonly #limit: number;
  readonly #file: { file?: string };
  #rest: string[] = [];
  #length = 0;
  #number = 0;
  #afterReturn = false;

  constructor(limit: number, file: { file?: string }) {
    this.#limit = limit;
    this.#file = file;
  }

  *write(text: string): Generator<Line> {
    const piece = this.#afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") this.#afterReturn = text.endsWith("\r");
    const lines = piece.split(/\r\n|\n|\r/);
    const last = lines.pop() ?? "";
    for (const line of lines) {
      this.#hold(line);
      yield this.#take();
    }
    this.#hold(last);
  }

  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#take();
  }

  get number(): number {
    return this.#number;
  }

  #hold(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#limit)
      throw sbomProblems.error(
        "sbom.text-too-large",
        { limit: this.#limit },
        { ...this.#file, line: this.#number + 1 },
      );
    if (piece !== "") this.#rest.push(piece);
  }

  #take(): Line {
    const text = this.#rest.join("");
    this.#rest = [];
    this.#length = 0;
    return { text, number: ++this.#number };
  }
}
