import type { Operation } from "../../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import { invitePerson } from "./invite-person.ts";
import { listInvitations } from "./list-invitations.ts";
import { removeFactors } from "./remove-factors.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { type HubFacts, showHub } from "./show-hub.ts";

export type { HubFacts };

export const accountOperations = (accounts: Accounts, facts: HubFacts): readonly Operation[] => [
  showHub(facts),
  invitePerson(accounts),
  listInvitations(accounts),
  revokeInvitation(accounts),
  endSessionsOf(accounts),
  removeFactors(accounts),
];
