import type { Problem } from "@bongsu/base";
import type { Clock } from "../platform/clock.ts";
import type { Executor } from "../platform/database/database.ts";
import type { EventDraft } from "../platform/events/index.ts";
import type { Actor } from "./actor.ts";
import type { AuditNote, RequestFacts } from "./audit-entry.ts";
import type { Services } from "./services.ts";

/** What an operation may use: who asks, the time, the database through the right eyes, and ways to tell others. */
export interface Context {
  actor: Actor;
  now: Date;
  clock: Clock;
  request: RequestFacts;
  services: Services;
  /** Reads as the actor: row-level security shows what the actor may see, and nothing else is there. */
  seen<T>(work: (database: Executor) => Promise<T>): Promise<T>;
  /**
   * The transaction with the hub's own rights, for what changes something and after the rules said yes. Everything that
   * one operation does is in one transaction: its effects, its events, its audit entry, its idempotency record.
   */
  database: Executor;
  /** Tells the event stream, and whoever waits for it, when the transaction is through. */
  emit(event: EventDraft): Promise<void>;
  /** Puts work into the job queue; it is there if and only if the transaction is through. */
  enqueue<T extends object>(kind: string, data: T, options?: { key?: string; startAfter?: Date }): Promise<void>;
  note(note: AuditNote): void;
  /** Something was not taken as it came: the answer's `problems` header counts them, the audit entry keeps their codes. */
  warn(problem: Problem): void;
  /**
   * Holds the caller to what he read: throws `http.changed-meanwhile` where he sent `If-Match` and the representation
   * (the output of the operation that shows it) is another by now. Call it with the row locked.
   */
  expect(representation: unknown): void;
}
