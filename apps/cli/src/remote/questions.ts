import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";
import type { CliContext } from "../context.ts";
import { remoteProblems } from "./problems.ts";

/** Asks one thing after the other, on a terminal or of a pipe that has an answer on each line. */
export class Questions {
  private readonly context: CliContext;
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;
  private isHidden = false;

  constructor(context: CliContext) {
    this.context = context;
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        if (!this.isHidden) context.err.write(String(chunk));
        done();
      },
    });
    const terminal = process.stdin.isTTY === true;
    this.lines = createInterface({ input: process.stdin, output, terminal });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  /** The answer without spaces around it; `otherwise` for an empty one. What is secret is not shown. Throws `cli.no-answer`. */
  async ask(question: string, { secret = false, otherwise = "" } = {}): Promise<string> {
    this.context.err.write(`${question}${otherwise === "" ? "" : ` [${otherwise}]`}: `);
    this.isHidden = secret;
    const { value, done } = await this.answers.next();
    this.isHidden = false;
    if (secret || process.stdin.isTTY !== true) this.context.err.write("\n");
    const answer = done === true ? "" : secret ? value : value.trim() || otherwise;
    if (answer === "") throw remoteProblems.error("cli.no-answer", { question });
    return answer;
  }

  close(): void {
    this.lines.close();
  }
}
