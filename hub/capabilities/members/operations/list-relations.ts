import { listClients as clients, listProviders as providers } from "@bongsu/contracts";
import { type Context, operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { type RelationView, relationsOf } from "../clients.ts";
import { findOrganisation } from "../organisations.ts";

export const presentRelation = ({ name_en, name_ko, ...row }: RelationView) => ({
  ...row,
  name: { en: name_en, ko: name_ko },
});

interface Asked {
  organisation: string;
  cursor?: string | undefined;
  limit: number;
  sort: string;
}

async function list(which: "clients" | "providers", { database }: Context, asked: Asked) {
  const { organisation, cursor, limit, sort } = asked;
  const [after = ""] = positionOf(cursor, sort, ["text"]) ?? [];
  const { id } = await findOrganisation(database, organisation);
  const rows = await relationsOf(database, id, which, String(after), limit);
  return pageFrom(rows, limit, sort, (row) => [row.organisation], presentRelation);
}

export const listClients = operation(clients, (context, asked) => list("clients", context, asked));
export const listProviders = operation(providers, (context, asked) => list("providers", context, asked));
