export { emit, emitMany } from "./emit.ts";
export type { EventDraft, EventMarking, EventsTables, StoredEvent } from "./event.ts";
export { eventNumbering, eventsAfter, latestNumber, numberRange, pruneEvents } from "./log.ts";
