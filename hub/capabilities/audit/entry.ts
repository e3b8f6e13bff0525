import type { Json } from "../../platform/database/bounded-json.ts";

/** Who did it: a person, a machine's account, nobody who said who he is, the hub by itself, somebody at its console. */
export type ActorKind = "person" | "service" | "anonymous" | "hub" | "console";

export type Outcome = "done" | "denied" | "failed";

/** What is told to the trail: who did what, on whose behalf, from where, with which key, and what came of it. */
export interface AuditDraft {
  actorKind: ActorKind;
  /** Id of the person or of the service account. */
  actor?: string | null;
  actorName?: string | null;
  /** The organisation on whose behalf. */
  organisation?: string | null;
  /** Id of the API key. */
  key?: string | null;
  session?: string | null;
  /** `capability.operation`. */
  operation: string;
  subjectKind?: string | null;
  subject?: string | null;
  outcome: Outcome;
  /** Code of what stood in the way. */
  problem?: string | null;
  address?: string | null;
  /** Id of the request. */
  request?: string | null;
  /** TLP of what was read or written. */
  marking?: string | null;
  details?: Record<string, unknown>;
}

/** What an entry says, as it is hashed and exported. Members added later stand only in the entries that have them. */
export interface AuditStatement {
  actor: string | null;
  actorKind: string;
  actorName: string | null;
  address: string | null;
  /** RFC 3339 in UTC with microseconds. */
  at: string;
  details: Json;
  id: string;
  key: string | null;
  marking: string | null;
  number: number;
  operation: string;
  organisation: string | null;
  outcome: string;
  /** Hash of the entry before, hexadecimal; null for the very first. */
  previous: string | null;
  problem: string | null;
  request: string | null;
  session: string | null;
  subject: string | null;
  subjectKind: string | null;
}

/** An entry in its place in the chain. */
export interface AuditRecord extends AuditStatement {
  /** SHA-256 of the statement in canonical JSON (RFC 8785), hexadecimal. Null only where somebody took it away. */
  hash: string | null;
}
