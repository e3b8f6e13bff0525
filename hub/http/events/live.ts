import { hubEvent } from "@bongsu/contracts";
import { z } from "zod";
import { type Actor, actorId, kernelProblems } from "../../kernel/index.ts";
import { TooMany } from "../limits.ts";
import { Listener } from "./listener.ts";

export type LiveEvent = z.output<typeof hubEvent>;

/** Where the events are kept, and who may see which. */
export interface EventLog {
  latest(): Promise<number>;
  /** The numbers after one, in order. */
  numbersAfter(number: number, limit: number): Promise<number[]>;
  /** For each actor, in their order, the events among these numbers that he may see; asked of the database in one go. */
  visible(actors: readonly Actor[], numbers: readonly number[]): Promise<LiveEvent[][]>;
}

/** How many may listen at a time: each holds a connection and some memory. */
export interface Room {
  /** To one process. */
  process: number;
  /** Of one person or service account, to one process. */
  actor: number;
}

/** Seconds after which who found no room may try again. */
const comeBack = 30;

/** Milliseconds between signs of life: proxies close what is silent. */
const heartbeat = 25_000;

/** Events that are looked at in one go. */
const batch = 500;

const written = (one: LiveEvent): string =>
  `id: ${one.number}\nevent: ${one.kind.replace(/[^\w.-]/g, "")}\ndata: ${JSON.stringify(z.encode(hubEvent, one))}\n\n`;

/**
 * The event stream of this process (WHATWG HTML §9.2, server-sent events): every listener gets what he may see at the
 * moment of sending, in the order of the numbers, each once; who comes back with the last number that he has misses
 * nothing.
 */
export class LiveEvents {
  private readonly log: EventLog;
  private readonly stillMay: (actor: Actor) => Promise<boolean>;
  private readonly onError: (error: unknown) => void;
  private readonly room: Room;
  private readonly listeners = new Set<Listener>();
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private again = false;
  private closed = false;

  constructor(
    log: EventLog,
    stillMay: (actor: Actor) => Promise<boolean>,
    onError: (error: unknown) => void,
    room: Room = { process: 5_000, actor: 20 },
  ) {
    this.log = log;
    this.room = room;
    this.stillMay = stillMay;
    this.onError = onError;
    this.timer = setInterval(() => void this.beat(), heartbeat).unref();
  }

  get count(): number {
    return this.listeners.size;
  }

  /**
   * Follows the events after a number, or from now on, as the bytes of a stream. Ends when the listener may no more.
   * Throws `http.busy` and `http.too-many-requests` where there is no room.
   */
  follow(actor: Actor, after: number | undefined, kinds: readonly string[] | undefined): AsyncGenerator<Uint8Array> {
    this.requireRoom(actor);
    return this.following(actor, after, kinds);
  }

  private requireRoom(actor: Actor): void {
    if (this.listeners.size >= this.room.process) throw kernelProblems.error("http.busy", { seconds: comeBack });
    const id = actorId(actor, "");
    const own = [...this.listeners].filter((one) => actorId(one.actor, "") === id);
    if (own.length >= this.room.actor) throw new TooMany(comeBack);
  }

  private async *following(
    actor: Actor,
    after: number | undefined,
    kinds: readonly string[] | undefined,
  ): AsyncGenerator<Uint8Array> {
    const listener = new Listener(actor, after ?? (await this.log.latest()), kinds ?? null);
    // Many may have asked at once, before the first of them began to listen.
    this.requireRoom(actor);
    this.listeners.add(listener);
    // It may have been closed while the position was asked for.
    if (this.closed) listener.end();
    listener.send("retry: 2000\n\n");
    this.wake();
    try {
      yield* listener.chunks();
    } finally {
      this.listeners.delete(listener);
    }
  }

  /** There may be new events. */
  wake(): void {
    this.again = true;
    this.running ??= this.deliver().finally(() => {
      this.running = null;
    });
  }

  private async deliver(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false;
      try {
        while (await this.deliverBatch());
      } catch (error) {
        this.onError(error);
      }
    }
  }

  /** Brings those who are furthest behind one batch further. False where nobody is behind. */
  private async deliverBatch(): Promise<boolean> {
    const behind = Math.min(...[...this.listeners].map(({ cursor }) => cursor));
    if (behind === Number.POSITIVE_INFINITY) return false;
    const numbers = await this.log.numbersAfter(behind, batch);
    const last = numbers.at(-1);
    if (last === undefined) return false;
    const due = [...this.listeners].filter(({ cursor, ended }) => cursor < last && !ended);
    const visible = await this.log.visible(
      due.map(({ actor }) => actor),
      numbers,
    );
    for (const [index, listener] of due.entries()) {
      const text = (visible[index] ?? [])
        .filter((one) => one.number > listener.cursor && listener.wants(one.kind))
        .map(written)
        .join("");
      listener.cursor = last;
      if (text !== "") listener.send(text);
    }
    return true;
  }

  private async beat(): Promise<void> {
    for (const listener of [...this.listeners]) {
      try {
        // An id without data moves the position: who saw nothing for long does not resume from far back.
        if (await this.stillMay(listener.actor)) listener.send(`id: ${listener.cursor}\n\n`);
        else listener.end();
      } catch (error) {
        this.onError(error);
      }
    }
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    for (const listener of this.listeners) listener.end();
  }
}
