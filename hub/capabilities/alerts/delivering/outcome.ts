import type { Parcel } from "./parcel.ts";
import type { Result } from "./rules.ts";

/** What came of sending a parcel. */
export interface Outcome {
  parcel: Parcel;
  result: Result;
  /** When it ended. */
  at: Date;
  milliseconds: number;
}

/** The outcome with what follows from it. */
export interface Settled extends Outcome {
  state: "waiting" | "delivered" | "failed" | "dead";
  next: Date | null;
}
