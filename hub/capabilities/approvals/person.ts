import type { Actor, Context } from "../../kernel/index.ts";
import { approvalProblems } from "./problems.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** The person who acts. Throws `approvals.not-permitted-to-machines`. */
export function requirePerson({ actor }: Pick<Context, "actor">): Person {
  if (actor.kind !== "person") throw approvalProblems.error("approvals.not-permitted-to-machines");
  return actor;
}
