import { removeFactors as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";

export const removeFactors = (accounts: Accounts) =>
  operation(contract, async ({ actor, database, note }, { person }) => {
    note({ subject: { kind: "person", id: person } });
    await accounts.removeFactors(database, person, actor.kind === "person" ? actor.person : person);
    return {};
  });
