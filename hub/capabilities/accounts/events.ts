import type { Executor } from "../../platform/database/database.ts";

/** What happened to an account. */
export type AccountEventKind =
  | "sign-in"
  | "sign-in-failed"
  | "sign-out"
  | "locked-out"
  | "session-ended"
  | "second-factor-enrolled"
  | "second-factor-removed"
  | "recovery-code-used"
  | "recovery-codes-made"
  | "passkey-added"
  | "passkey-removed"
  | "password-changed"
  | "password-reset-asked"
  | "password-reset"
  | "email-change-asked"
  | "email-changed"
  | "factors-removed"
  | "invitation-accepted"
  | "set-up";

export interface AccountEvent {
  kind: AccountEventKind;
  at: Date;
  outcome: "done" | "refused";
  /** Whose account; null where the address belongs to nobody. */
  person: string | null;
  /** Who did it, where it was somebody else (an administrator). */
  by: string | null;
  session: string | null;
  organisation: string | null;
  /** Where from; '' where it was not a request. */
  address: string;
  agent: string;
  details: Record<string, string | number | boolean | null>;
}

/** Takes an event for the audit trail, in the transaction where there is one. */
export type RecordEvent = (event: AccountEvent, transaction?: Executor) => Promise<void>;

/** Who asks and from where, as far as it is known. */
export interface Origin {
  address: string;
  agent: string;
}

export const nowhere: Origin = { address: "", agent: "" };

type Facts = Pick<AccountEvent, "kind" | "at"> & Partial<Omit<AccountEvent, "kind" | "at">>;

/** An event with what is not said left empty. */
export const accountEvent = (facts: Facts, { address, agent }: Origin = nowhere): AccountEvent => ({
  outcome: "done",
  person: null,
  by: null,
  session: null,
  organisation: null,
  details: {},
  address,
  agent,
  ...facts,
});
