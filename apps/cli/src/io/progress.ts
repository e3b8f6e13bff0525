import { truncated } from "@bongsu/matching/width";
import type { Output } from "../context.ts";

const everyMilliseconds = 100;

const cells = 24;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** `████████▌               `: how far something is, from 0 to 1. */
export function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * cells * 8);
  const text = "█".repeat(Math.floor(filled / 8)) + (eighths[filled % 8] ?? "");
  return text.padEnd(cells);
}

/** One line on a terminal that says what is going on; nothing at all in a pipe. */
export class Progress {
  private readonly err: Output;
  private shownAt = 0;
  private isShown = false;

  constructor(err: Output) {
    this.err = err;
  }

  /** `share` is how much is done, from 0 to 1; null where nobody knows. */
  show(text: () => string, share: number | null = null): void {
    if (!this.err.isTerminal) return;
    const now = performance.now();
    if (now - this.shownAt < everyMilliseconds) return;
    this.shownAt = now;
    this.isShown = true;
    const line = share === null ? text() : `${bar(share)} ${Math.floor(share * 100)} %  ${text()}`;
    this.err.write(`\r\u001b[K${truncated(line, (this.err.width ?? 80) - 1)}`);
  }

  /** Wipes the line away. */
  clear(): void {
    if (this.isShown) this.err.write("\r\u001b[K");
    this.isShown = false;
  }
}
