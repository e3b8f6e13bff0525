import type { Actor, Context } from "../../../kernel/index.ts";
import { newId } from "../../../platform/ids.ts";
import type { Doing } from "../refresh.ts";

/** The person or the service account that asks, by the name of this moment. Operations here take nobody else. */
export function doerOf(actor: Actor): Pick<Doing, "kind" | "id" | "name"> {
  if (actor.kind === "anonymous") throw new Error("nobody acts");
  const { kind, name } = actor;
  return kind === "person" ? { kind, name, id: actor.person } : { kind, name, id: actor.account };
}

/** Somebody's action begins: with an id of its own, and what they say of it. */
export const beginDoing = ({ actor, now }: Pick<Context, "actor" | "now">, why: string | undefined): Doing => ({
  action: newId(now),
  ...doerOf(actor),
  why: why === undefined || why.trim() === "" ? null : why.trim(),
});
