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
  private running = false;
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
  follow(actor: Actor, after: number | undefined, kinds: readonly string[] | undefined): AsyncIterable<Uint8Array> {
    this.requireRoom(actor);
    const listener = new Listener(actor, after ?? 0, kinds ?? null);
    const chunks = this.following(listener, after === undefined);
    const next = () => chunks.next();
    // Who hangs up leaves at once, not only when there would have been something to send.
    const leave = () => {
      listener.end();
      return chunks.return(undefined);
    };
    return { [Symbol.asyncIterator]: () => ({ next, return: leave }) };
  }

  private requireRoom(actor: Actor): void {
    if (this.listeners.size >= this.room.process) throw kernelProblems.error("http.busy", { seconds: comeBack });
    const id = actorId(actor, "");
    const own = [...this.listeners].filter((one) => actorId(one.actor, "") === id);
    if (own.length >= this.room.actor) throw new TooMany(comeBack);
  }

  private async *following(listener: Listener, fromNow: boolean): AsyncGenerator<Uint8Array, undefined> {
    if (fromNow) listener.cursor = await this.log.latest();
    // Many may have asked at once, before the first of them began to listen.
    this.requireRoom(listener.actor);
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
    if (!this.running) void this.deliver();
  }

  private async deliver(): Promise<void> {
    this.running = true;
    while (this.again && !this.closed) {
      this.again = false;
      try {
        while (await this.deliverBatch());
      } catch (error) {
        this.onError(error);
      }
    }
    // In the same turn as the last look at `again`: who wakes it from now on starts it anew.
    this.running = false;
  }

  /** Brings those who are furthest behind one batch further. False where nobody is behind. */
  private async deliverBatch(): Promise<boolean> {
    // Who was let go may still be here, for as long as he does not read what he was sent.
    const alive = [...this.listeners].filter(({ ended }) => !ended);
    const behind = alive.reduce((least, { cursor }) => Math.min(least, cursor), Number.POSITIVE_INFINITY);
    if (behind === Number.POSITIVE_INFINITY) return false;
    const numbers = await this.log.numbersAfter(behind, batch);
    const last = numbers.at(-1);
    if (last === undefined) return false;
    const due = alive.filter(({ cursor, ended }) => cursor < last && !ended);
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
