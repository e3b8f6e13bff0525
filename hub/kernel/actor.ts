import type { Language } from "@bongsu/base";
import { contains, type HubRole, type OrganisationRole, type Role } from "@bongsu/contracts";

/** A role that somebody holds in an active organisation, or for the hub by way of it. */
export interface Held {
  organisation: string;
  handle: string;
  role: Role;
  /** Of a sector coordinator; null otherwise. */
  sector: string | null;
}

/** How sure the hub is of a person: `password` alone may only go on to a second factor. */
export type Strength = "passkey" | "two-factor" | "single-sign-on" | "password";

/** Who asks. */
export type Actor =
  | { kind: "anonymous" }
  | {
      kind: "person";
      person: string;
      name: string;
      language: Language;
      session: string;
      strength: Strength;
      signedInAt: Date;
      held: readonly Held[];
    }
  | { kind: "service"; account: string; key: string; name: string; scopes: readonly string[]; held: readonly Held[] };

export const heldBy = (actor: Actor): readonly Held[] => (actor.kind === "anonymous" ? [] : actor.held);

export const holdsInHub = (actor: Actor, role: HubRole): boolean => heldBy(actor).some((held) => held.role === role);

/** Whether the actor has at least this role in the organisation (its handle); in any of its own without one. */
export const holdsIn = (actor: Actor, role: OrganisationRole, handle?: string): boolean =>
  heldBy(actor).some((held) => (handle === undefined || held.handle === handle) && contains(held.role, role));

/** A name under which the actor's idempotency keys and limits are kept apart from others'. */
export function actorId(actor: Actor, address: string): string {
  if (actor.kind === "person") return `person:${actor.person}`;
  return actor.kind === "service" ? `service:${actor.account}` : `address:${address}`;
}
