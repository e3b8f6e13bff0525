import type { Text } from "@bongsu/base";
import type { ApprovalKind, Grant } from "@bongsu/contracts";
import type { z } from "zod";
import type { Context } from "../../kernel/index.ts";

/** What a request is about, when it is performed. */
export interface Approved<Payload> {
  payload: Payload;
  /** Id of the organisation whose people decide; null where it is the hub's. */
  organisation: string | null;
  requestedBy: string;
}

/** A kind of thing that nobody does alone: who may, what it is in words, and how it is done. */
export interface Approvable<Payload = never> {
  kind: ApprovalKind;
  /** Who may ask for it and consent to it: any of these. Roles in an organisation count in the one that is concerned. */
  who: readonly Grant[];
  /** What is kept of it until it is done. */
  payload: z.ZodType<Payload>;
  describe(payload: Payload): Text;
  /** Does it, in the transaction of the consent, and with the second person's context. What it throws undoes the consent. */
  perform(context: Context, approved: Approved<Payload>): Promise<void>;
}

/** What a list of kinds needs to know of one: its payload is read before it is used. */
export interface AnyApprovable {
  kind: ApprovalKind;
  who: readonly Grant[];
  describe(payload: unknown): Text;
  perform(context: Context, approved: Approved<unknown>): Promise<void>;
}

/** Declares a kind. */
export const approvable = <Payload>(given: Approvable<Payload>): AnyApprovable => ({
  kind: given.kind,
  who: given.who,
  describe: (payload) => given.describe(given.payload.parse(payload)),
  perform: (context, approved) =>
    given.perform(context, { ...approved, payload: given.payload.parse(approved.payload) }),
});
