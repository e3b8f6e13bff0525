import { removeOrganisation as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { findOrganisation, requireHubAdministratorBeside } from "../../members/index.ts";
import { requestApproval } from "../request.ts";

export const removeOrganisation = operation(contract, async (context, { organisation: handle, reason }) => {
  const { id, name } = await findOrganisation(context.database, handle);
  await requireHubAdministratorBeside(context.database, { organisation: id });
  const approval = await requestApproval(context, {
    kind: "remove-organisation",
    subject: { kind: "organisation", id: handle },
    // The hub's administrators decide, not the organisation's own people.
    organisation: null,
    payload: { id, handle, name },
    reason,
  });
  return { approval };
});
