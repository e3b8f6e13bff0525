import { BongsuError } from "@bongsu/base";
import { type Contract, changes, pathFields } from "@bongsu/contracts";
import { z } from "zod";
import type { Clock } from "../platform/clock.ts";
import type { Executor } from "../platform/database/database.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { emit } from "../platform/events/index.ts";
import { type Actor, actorId } from "./actor.ts";
import { requireAllowed } from "./allow.ts";
import { auditEntry, isRecorded } from "./audit.ts";
import type { AuditNote, RequestFacts } from "./audit-entry.ts";
import type { Context } from "./context.ts";
import { etagOf, names } from "./etag.ts";
import { earlierAnswer, keepAnswer, type Repeatable, repeatable } from "./idempotency.ts";
import { inputOf } from "./input.ts";
import type { Download, Operation } from "./operation.ts";
import { kernelProblems } from "./problems.ts";
import type { Services } from "./services.ts";
import { type Eyes, eyesOf } from "./viewing.ts";

export type Hub = Services & { clock: Clock };

/** One request for an operation, whichever face it came by. */
export interface Call {
  operation: Operation;
  actor: Actor;
  /** As it came: not yet checked. */
  input: Record<string, unknown>;
  request: RequestFacts;
  idempotencyKey: string | null;
  /** Entity tags of what the caller read before. */
  ifMatch: string | null;
}

/** What to answer: JSON text or a file. */
export interface Answer {
  json: string | null;
  download: Download | null;
  /** True where an earlier request with the same idempotency key had been answered so. */
  replayed: boolean;
  /** How many parts of the input were not taken as they came. */
  problems: number;
}

interface Doing {
  context: Context;
  eyes: Eyes;
  notes: AuditNote[];
  problems: string[];
}

function prepare(hub: Hub, call: Call, transaction: Executor, now: Date): Doing {
  const notes: AuditNote[] = [];
  const problems: string[] = [];
  const { contract } = call.operation;
  const eyes = eyesOf(transaction, call.actor, now, { stay: !changes(contract) });
  const context: Context = {
    actor: call.actor,
    now,
    clock: { now: () => now },
    request: call.request,
    services: hub,
    database: transaction,
    seen: eyes.seen,
    emit: async (event) => void (await emit(transaction, { now: () => now }, event)),
    enqueue: (kind, data, options) => hub.jobs.send(kind, data, { ...options, transaction }),
    note: (note) => void notes.push(note),
    warn: (problem) => void problems.push(problem.code),
    expect: (representation) => {
      if (call.ifMatch === null) return;
      const shown = JSON.stringify(z.encode(contract.output, representation));
      if (!names(call.ifMatch, etagOf(shown))) throw kernelProblems.error("http.changed-meanwhile");
    },
  };
  return { context, eyes, notes, problems };
}

const isDownload = (contract: Contract): boolean => contract.answers !== "application/json";

/** The chunks of a download, and at their end, or where they break off, an entry in the trail of what it came to. */
async function* recorded(hub: Hub, call: Call, { chunks, told }: Download): AsyncGenerator<Uint8Array> {
  const { actor, request, operation } = call;
  let complete = false;
  try {
    yield* chunks;
    complete = true;
  } finally {
    const notes = [{ details: { ...told?.(), complete } }];
    const entry = auditEntry({ actor, contract: operation.contract, input: call.input, notes, problems: [], request });
    const outcome = complete ? "done" : "failed";
    const keep = inTransaction(hub.database, (transaction) =>
      hub.record(transaction, hub.clock, { ...entry, outcome, problem: null }),
    );
    // Of what broke off, often because the hub stops, the entry of the beginning tells at least that it began.
    await (complete ? keep : keep.catch(() => {}));
  }
}

async function answer(hub: Hub, call: Call, input: unknown, repeat: Repeatable | null, now: Date): Promise<Answer> {
  const { operation, actor } = call;
  const { contract } = operation;
  // What changes much is planned for the occasion; what only reads comes again and again.
  const { requests, kysely } = hub.database;
  let given: unknown;
  const answered = await inTransaction({ kysely: changes(contract) ? kysely : requests }, async (transaction) => {
    const earlier = repeat === null ? null : await earlierAnswer(transaction, repeat, hub.vault, now);
    if (earlier !== null) return { json: JSON.stringify(earlier.answer), download: null, replayed: true, problems: 0 };
    const { context, eyes, notes, problems } = prepare(hub, call, transaction, now);
    const output = await operation.run(context, input as never);
    given = output;
    if (isRecorded(contract, notes)) {
      await eyes.leave();
      const entry = auditEntry({ actor, contract, input: call.input, notes, problems, request: call.request });
      await hub.record(transaction, context.clock, { ...entry, outcome: "done", problem: null });
    }
    if (isDownload(contract)) {
      const given = output as Download;
      const download = given.told === undefined ? given : { ...given, chunks: recorded(hub, call, given) };
      return { json: null, download, replayed: false, problems: problems.length };
    }
    const body: unknown = z.encode(contract.output, output);
    if (repeat !== null) await keepAnswer(transaction, repeat, hub.vault, body);
    return { json: JSON.stringify(body), download: null, replayed: false, problems: problems.length };
  });
  if (operation.after === undefined || answered.replayed) return answered;
  const output: unknown = await operation.after(hub, given as never);
  return { ...answered, json: JSON.stringify(z.encode(contract.output, output)) };
}

/** What was refused or failed is recorded as well, in a transaction of its own, where somebody known asked. */
async function recordFailure(hub: Hub, call: Call, error: unknown): Promise<void> {
  const { actor, request } = call;
  const { contract } = call.operation;
  const code = error instanceof BongsuError ? error.code : "http.unexpected";
  const denied = /^http\.(not-permitted|scope-missing|second-factor-needed|sign-in-again)$/.test(code);
  if (actor.kind === "anonymous" || !(denied || changes(contract))) return;
  const entry = auditEntry({ actor, contract, input: call.input, notes: [], problems: [], request });
  const outcome = denied ? "denied" : "failed";
  await inTransaction(hub.database, (transaction) =>
    hub.record(transaction, hub.clock, { ...entry, outcome, problem: code }),
  );
}

/**
 * Runs an operation: may the actor call it, is the input right, then all of it in one transaction. Throws the kernel's
 * problems (`http.*`) and those of the operation.
 */
export async function perform(hub: Hub, call: Call): Promise<Answer> {
  const { operation, actor, request } = call;
  const { contract } = operation;
  const now = hub.clock.now();
  try {
    const organisation = call.input.organisation;
    const named = pathFields(contract.path).includes("organisation") && typeof organisation === "string";
    requireAllowed(contract, actor, named ? organisation : undefined, now);
    const input = inputOf(contract, call.input);
    await operation.before?.(hub, input as never);
    const repeat =
      call.idempotencyKey === null || !contract.creates
        ? null
        : repeatable(actorId(actor, request.address), call.idempotencyKey, contract, input);
    return await answer(hub, call, input, repeat, now);
  } catch (error) {
    await recordFailure(hub, call, error);
    throw error;
  }
}
