import type { Language } from "@bongsu/base";
import { type Contract, changes, type Grant, namesOf, roles } from "@bongsu/contracts";
import { type Actor, heldBy, holdsIn, holdsInHub } from "./actor.ts";
import { kernelProblems } from "./problems.ts";

/** Milliseconds after which a sign-in is no longer fresh enough for what is dangerous. */
export const freshness = 15 * 60_000;

function fits(grant: Grant, actor: Actor, organisation: string | undefined): boolean {
  if (grant.to === "anyone") return true;
  if (grant.to === "person") return actor.kind === "person";
  if (grant.to === "member") return heldBy(actor).length > 0;
  return grant.to === "hub" ? holdsInHub(actor, grant.role) : holdsIn(actor, grant.role, organisation);
}

/** `exposure:read`, `exposure:*`, `*:read` or `*`: what an API key may be narrowed to. */
export const scopeOf = (contract: Contract): string =>
  `${namesOf(contract).capability}:${changes(contract) ? "write" : "read"}`;

const inScope = (scopes: readonly string[], wanted: string): boolean => {
  const [capability, access] = wanted.split(":");
  return scopes.some((scope) => [wanted, `${capability}:*`, `*:${access}`, "*"].includes(scope));
};

/** The grants in words, for messages and the permissions page. */
export const grantWords = (who: readonly Grant[], language: Language): string =>
  who
    .map((grant) =>
      grant.to === "organisation" || grant.to === "hub"
        ? roles[grant.role][language]
        : {
            anyone: { en: "anyone", ko: "누구나" },
            person: { en: "a signed-in person", ko: "로그인한 사람" },
            member: { en: "a member", ko: "회원" },
          }[grant.to][language],
    )
    .join(", ");

/** Whether the actor may call it, for the organisation of that handle where the input names one. */
export const mayCall = (contract: Contract, actor: Actor, organisation?: string): boolean =>
  contract.who.some((grant) => fits(grant, actor, organisation)) &&
  (actor.kind !== "service" || inScope(actor.scopes, scopeOf(contract)));

/**
 * Throws why the actor may not: `http.not-signed-in`, `http.second-factor-needed`, `http.scope-missing`,
 * `http.not-permitted`, `http.sign-in-again`. Says nothing of whether the organisation exists.
 */
export function requireAllowed(contract: Contract, actor: Actor, organisation: string | undefined, now: Date): void {
  if (contract.who.some(({ to }) => to === "anyone") && actor.kind === "anonymous") return;
  if (actor.kind === "anonymous") throw kernelProblems.error("http.not-signed-in");
  const onlyPerson = contract.who.some(({ to }) => to === "person" || to === "anyone");
  if (actor.kind === "person" && actor.strength === "password" && !onlyPerson) {
    throw kernelProblems.error("http.second-factor-needed");
  }
  if (actor.kind === "service" && !inScope(actor.scopes, scopeOf(contract))) {
    throw kernelProblems.error("http.scope-missing", { scope: scopeOf(contract) });
  }
  if (!mayCall(contract, actor, organisation)) {
    const needed = grantWords(contract.who, "en");
    throw kernelProblems.error("http.not-permitted", { operation: contract.name, needed });
  }
  if (contract.fresh && actor.kind === "person" && now.getTime() - actor.signedInAt.getTime() > freshness) {
    throw kernelProblems.error("http.sign-in-again", { minutes: freshness / 60_000 });
  }
}
