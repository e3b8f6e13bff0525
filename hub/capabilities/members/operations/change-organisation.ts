import { changeOrganisation as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { holdsInHub, operation } from "../../../kernel/index.ts";
import { changeOrganisation as change, requireOwnFields } from "../change-organisation.ts";
import { leaveAllCircles } from "../circles/members.ts";
import { detailsOf } from "../details.ts";
import { findOrganisation } from "../organisations.ts";
import { korea } from "../profile.ts";

export const changeOrganisation = operation(contract, async (context, { organisation: handle, ...changes }) => {
  const { database, now, actor } = context;
  const organisation = await findOrganisation(database, handle);
  if (!holdsInHub(actor, "hub-administrator")) requireOwnFields(changes);
  await sql`select 1 from organisation where id = ${organisation.id} for update`.execute(database);
  context.expect(await detailsOf(database, handle));
  await change(database, now, korea, organisation, changes);
  if (changes.status === "left") await leaveAllCircles(database, now, organisation.id);
  context.note({
    subject: { kind: "organisation", id: handle },
    details: { changed: Object.keys(changes).filter((name) => Reflect.get(changes, name) !== undefined) },
  });
  await context.emit({
    kind: "members.organisation-changed",
    organisation: organisation.id,
    subject: { kind: "organisation", id: handle },
    data: changes.status === undefined ? {} : { status: changes.status },
    marking: { owner: organisation.id, tlp: "GREEN" },
  });
  return detailsOf(database, handle);
});
