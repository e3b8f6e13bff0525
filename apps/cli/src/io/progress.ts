import { truncated } from "@bongsu/matching/width";
import type { Output } from "../context.ts";

const everyMilliseconds = 100;

/** One line on a terminal that says what is going on; nothing at all in a pipe. */
export class Progress {
  private readonly err: Output;
  private shownAt = 0;
  private isShown = false;

  constructor(err: Output) {
    this.err = err;
  }

  show(text: () => string): void {
    if (!this.err.isTerminal) return;
    const now = performance.now();
    if (now - this.shownAt < everyMilliseconds) return;
    this.shownAt = now;
    this.isShown = true;
    this.err.write(`\r\u001b[K${truncated(text(), (this.err.width ?? 80) - 1)}`);
  }

  /** Wipes the line away. */
  clear(): void {
    if (this.isShown) this.err.write("\r\u001b[K");
    this.isShown = false;
  }
}
