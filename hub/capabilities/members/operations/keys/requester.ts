import type { Context } from "../../../../kernel/index.ts";
import { keyProblems } from "../../problems.ts";

/** The person who asks. Throws `keys.not-permitted-to-machines`: a stolen key must not make others. */
export function requirePerson({ actor }: Context): string {
  if (actor.kind !== "person") throw keyProblems.error("keys.not-permitted-to-machines");
  return actor.person;
}
