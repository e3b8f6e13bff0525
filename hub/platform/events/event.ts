import type { Generated, JSONColumnType } from "kysely";
import type { Json } from "../database/bounded-json.ts";

/** Who may hear of it, in the words of the marking that the thing itself bears. */
export interface EventMarking {
  /** The organisation that owns the thing; null: nobody's, seen as its TLP says. */
  owner: string | null;
  author: string | null;
  tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED" | null;
  audienceOrganisations: readonly string[];
  audienceCircles: readonly string[];
  /** People, for RED. */
  named: readonly string[];
  embargoUntil: Date | null;
}

/** Something that happened, to be told. Without any marking it is the organisation's own. */
export interface EventDraft {
  /** `capability.what-happened`. */
  kind: string;
  /** Whom it concerns; the owner, where no marking says otherwise. */
  organisation?: string | null;
  /** What it is about: a kind of thing and its id. */
  subject: { kind: string; id: string };
  data?: Record<string, unknown>;
  marking?: Partial<EventMarking>;
}

export interface StoredEvent {
  number: number;
  id: string;
  at: Date;
  kind: string;
  organisation: string | null;
  subject: { kind: string; id: string };
  data: Record<string, Json>;
  marking: EventMarking;
}

export interface EventRow {
  id: string;
  number: Generated<number | null>;
  at: Date;
  kind: string;
  organisation: string | null;
  subject: string;
  subject_id: string;
  data: JSONColumnType<Record<string, Json>>;
  owner: string | null;
  author: string | null;
  tlp: EventMarking["tlp"];
  audience_organisations: string[];
  audience_circles: string[];
  named: string[];
  embargo_until: Date | null;
}

export type EventsTables = { event: EventRow };
