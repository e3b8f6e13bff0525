/** Where a request came from. */
export interface RequestFacts {
  id: string;
  address: string;
  agent: string;
}

/** What an operation tells the audit trail beyond who, when and what it was called with. */
export interface AuditNote {
  /** What it was about: a kind of thing and its id or handle. */
  subject?: { kind: string; id: string };
  /** The marking of what was read; AMBER and above are always recorded. */
  marking?: string;
  /** The organisation for which it was done, where it is not the one that the input names. */
  organisation?: string;
  details?: Record<string, unknown>;
}

/** One entry of the audit trail: who did what, on whose behalf, from where, with which key, and what came of it. */
export interface AuditEntry {
  actorKind: "person" | "service" | "anonymous";
  actor: string | null;
  actorName: string;
  organisation: string | null;
  key: string | null;
  session: string | null;
  operation: string;
  subjectKind: string | null;
  subject: string | null;
  outcome: "done" | "denied" | "failed";
  problem: string | null;
  address: string;
  request: string;
  marking: string | null;
  details: Record<string, unknown>;
}
