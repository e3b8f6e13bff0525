import { addOrganisation as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { detailsOf } from "../details.ts";
import { addOrganisation as add } from "../organisations.ts";
import { korea } from "../profile.ts";

export const addOrganisation = operation(contract, async (context, { contact, ...input }) => {
  const { database, clock } = context;
  const { id, handle } = await add(database, clock, korea, contact === undefined ? input : { ...input, contact });
  context.note({ subject: { kind: "organisation", id: handle } });
  await context.emit({
    kind: "members.organisation-added",
    organisation: id,
    subject: { kind: "organisation", id: handle },
    marking: { owner: id, tlp: "GREEN" },
  });
  return detailsOf(database, handle);
});
