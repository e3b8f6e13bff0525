import { listInvitations as contract } from "@bongsu/contracts";
import { operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { findOrganisation } from "../../members/index.ts";
import type { Accounts } from "../accounts.ts";
import { present } from "./present.ts";

export const listInvitations = (accounts: Accounts) =>
  operation(contract, async ({ database }, { organisation, cursor, limit, sort }) => {
    const { id } = await findOrganisation(database, organisation);
    // Open ones of one organisation: a few. They are read whole, and shown by the page.
    const after = positionOf(cursor, sort, ["id"]);
    const all = await accounts.listInvitations(database, id);
    const start = after === null ? 0 : all.findIndex((one) => one.id === after[0]) + 1;
    return pageFrom(
      all.slice(start, start + limit + 1),
      limit,
      sort,
      (one) => [one.id],
      (one) => present(one, organisation),
    );
  });
