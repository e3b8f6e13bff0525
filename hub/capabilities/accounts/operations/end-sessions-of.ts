import { endSessionsOf as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";

export const endSessionsOf = (accounts: Accounts) =>
  operation(contract, async ({ database, note }, { person }) => {
    note({ subject: { kind: "person", id: person } });
    return { ended: await accounts.endSessions(database, person) };
  });
