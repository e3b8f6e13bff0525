import type { Actor } from "../../kernel/index.ts";

/** Bytes that may wait for a listener who reads slowly, before he is let go; he comes back and resumes. */
const patience = 1024 * 1024;

const encoder = new TextEncoder();

/** Somebody who follows the events: where he is, and what waits to be sent to him. */
export class Listener {
  readonly actor: Actor;
  /** Number of the last event that was looked at for him, shown or not. */
  cursor: number;
  private readonly kinds: readonly string[] | null;
  private waiting: Uint8Array[] = [];
  private bytes = 0;
  private wake: (() => void) | null = null;
  private over = false;

  constructor(actor: Actor, cursor: number, kinds: readonly string[] | null) {
    this.actor = actor;
    this.cursor = cursor;
    this.kinds = kinds;
  }

  wants(kind: string): boolean {
    return (
      this.kinds === null ||
      this.kinds.some((one) => one === kind || (one.endsWith(".*") && kind.startsWith(one.slice(0, -1))))
    );
  }

  send(text: string): void {
    const chunk = encoder.encode(text);
    this.waiting.push(chunk);
    this.bytes += chunk.byteLength;
    if (this.bytes > patience) this.end();
    this.wake?.();
  }

  end(): void {
    this.over = true;
    this.wake?.();
  }

  get ended(): boolean {
    return this.over;
  }

  /** What was sent, as it comes; ends with `end`. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    while (!this.over) {
      const chunks = this.waiting;
      if (chunks.length === 0) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        continue;
      }
      this.waiting = [];
      this.bytes = 0;
      yield chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    }
  }
}
