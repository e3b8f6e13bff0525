import { setDisclosure as setting, showDisclosure as showing } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { disclosureOf, setDisclosure as set } from "../disclosure.ts";
import { findOrganisation } from "../organisations.ts";

export const showDisclosure = operation(showing, async ({ database }, { organisation }) => {
  const { id } = await findOrganisation(database, organisation);
  return disclosureOf(database, id);
});

export const setDisclosure = operation(setting, async (context, { organisation, sector, national }) => {
  const { database, now } = context;
  const { id } = await findOrganisation(database, organisation);
  await sql`select 1 from organisation where id = ${id} for update`.execute(database);
  const before = await disclosureOf(database, id);
  context.expect(before);
  await set(database, now, id, { sector, national });
  context.note({ details: { before } });
  await context.emit({
    kind: "members.disclosure-changed",
    organisation: id,
    subject: { kind: "organisation", id: organisation },
    data: { sector, national },
  });
  return { sector, national };
});
