import { revokeInvitation as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { findOrganisation } from "../../members/index.ts";
import type { Accounts } from "../accounts.ts";

export const revokeInvitation = (accounts: Accounts) =>
  operation(contract, async ({ database, note }, { organisation, invitation }) => {
    const { id } = await findOrganisation(database, organisation);
    await accounts.revokeInvitation(database, id, invitation);
    note({ subject: { kind: "invitation", id: invitation } });
    return {};
  });
