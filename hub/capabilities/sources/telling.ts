import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { emit } from "../../platform/events/index.ts";
import type { Counts } from "./tables.ts";

const open = { owner: null, tlp: "GREEN" } as const;

/** Tells members that a source stands otherwise than before: added, changed, fetched, broken, gone. */
export const tellChanged = (transaction: Executor, clock: Clock, handle: string, what: string): Promise<unknown> =>
  emit(transaction, clock, {
    kind: "sources.changed",
    subject: { kind: "source", id: handle },
    data: { what },
    marking: open,
  });

/** Tells members how far a run is. */
export const tellProgress = (transaction: Executor, clock: Clock, handle: string, counts: Counts): Promise<unknown> =>
  emit(transaction, clock, {
    kind: "sources.progress",
    subject: { kind: "source", id: handle },
    data: { ...counts },
    marking: open,
  });
