import { rotateKey as contract } from "@bongsu/contracts";
import { type Actor, holdsIn, operation } from "../../../../kernel/index.ts";
import { rotateKey as rotate } from "../../api-keys.ts";
import { findOrganisation } from "../../organisations.ts";
import { keyProblems } from "../../problems.ts";

/** A machine replaces the key that it uses; a person any, as the organisation's administrator. */
const mayRotate = (actor: Actor, organisation: string, key: string): boolean =>
  actor.kind === "service" ? actor.key === key : holdsIn(actor, "organisation-administrator", organisation);

export const rotateKey = operation(contract, async (context, { organisation, key, grace, days }) => {
  const { database, now, actor } = context;
  if (!mayRotate(actor, organisation, key)) throw keyProblems.error("keys.not-permitted");
  const { id } = await findOrganisation(database, organisation);
  const by = actor.kind === "person" ? actor.person : null;
  const made = await rotate(database, now, id, key, { grace, days, by });
  context.note({ subject: { kind: "api-key", id: key }, details: { replacedBy: made.id, hint: made.hint } });
  await context.emit({
    kind: "keys.key-rotated",
    organisation: id,
    subject: { kind: "api-key", id: key },
    data: { replacedBy: made.id },
  });
  return made;
});
