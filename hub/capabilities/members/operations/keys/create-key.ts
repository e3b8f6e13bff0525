import { capabilities, createKey as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { createKey as create } from "../../api-keys.ts";
import { findOrganisation } from "../../organisations.ts";
import { keyProblems } from "../../problems.ts";
import { requirePerson } from "./requester.ts";

/** A misspelt scope would make a key that can do nothing, or in a later version something. */
function requireKnown(scopes: readonly string[]): void {
  const unknown = scopes.find((scope) => {
    const [capability = ""] = scope.split(":");
    return capability !== "*" && !Object.hasOwn(capabilities, capability);
  });
  if (unknown !== undefined) throw keyProblems.error("keys.invalid-scope", { scope: unknown });
}

export const createKey = operation(contract, async (context, { organisation, account, scopes, days }) => {
  const { database, now } = context;
  const by = requirePerson(context);
  requireKnown(scopes);
  const { id } = await findOrganisation(database, organisation);
  const made = await create(database, now, id, { account, scopes, days, by });
  const subject = { kind: "api-key", id: made.id };
  context.note({ subject, details: { account, hint: made.hint } });
  await context.emit({ kind: "keys.key-made", organisation: id, subject, data: { account } });
  return made;
});
