import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Organisation } from "./organisations.ts";
import { memberProblems } from "./problems.ts";

type Named = Pick<Organisation, "id" | "handle">;

/** The other side of a relation, or of a request for one. */
export interface RelationView {
  organisation: string;
  name_en: string;
  name_ko: string;
  accepted: boolean;
  since: Date;
}

const sides = {
  clients: { own: sql.ref("r.provider"), other: sql.ref("r.client") },
  providers: { own: sql.ref("r.client"), other: sql.ref("r.provider") },
};

/** The clients or the providers of an organisation and those who were asked or ask, by handle; one more than the limit. */
export async function relationsOf(
  database: Executor,
  organisation: string,
  which: keyof typeof sides,
  after: string,
  limit: number,
): Promise<RelationView[]> {
  const { own, other } = sides[which];
  const { rows } = await sql<RelationView>`
    select o.handle as organisation, o.name_en, o.name_ko, r.accepted, r.since
    from (
      select provider, client, true as accepted, since from client_organisation
      union all select provider, client, false, at from client_request
    ) r join organisation o on o.id = ${other}
    where ${own} = ${organisation} and o.handle > ${after}
    order by o.handle limit ${limit + 1}
  `.execute(database);
  return rows;
}

/** A provider asks to serve a client. Throws `members.own-client`, `members.already-client`. */
export async function requestClient(
  transaction: Executor,
  now: Date,
  provider: Named,
  client: Named,
  by: string | null,
): Promise<void> {
  if (provider.id === client.id) throw memberProblems.error("members.own-client");
  const { rows } = await sql`
    insert into client_request (provider, client, at, requested_by)
    select ${provider.id}::uuid, ${client.id}::uuid, ${now}::timestamptz, ${by}::uuid
    where not exists (select 1 from client_organisation where provider = ${provider.id} and client = ${client.id})
    on conflict do nothing returning 1
  `.execute(transaction);
  if (rows.length === 0) throw memberProblems.error("members.already-client", { client: client.handle });
}

/** The client agrees. Throws `members.unknown-request`. */
export async function acceptClient(transaction: Executor, now: Date, provider: Named, client: Named): Promise<void> {
  const { rows } = await sql`
    delete from client_request where provider = ${provider.id} and client = ${client.id} returning 1
  `.execute(transaction);
  if (rows.length === 0) throw memberProblems.error("members.unknown-request", { provider: provider.handle });
  await sql`
    insert into client_organisation (provider, client, since) values (${provider.id}, ${client.id}, ${now})
    on conflict do nothing
  `.execute(transaction);
}

/** Ends a relation or takes its request away, whichever there is. False where there is none. */
export async function endClient(transaction: Executor, provider: string, client: string): Promise<boolean> {
  let ended = 0;
  for (const table of ["client_request", "client_organisation"]) {
    const { rows } = await sql`
      delete from ${sql.table(table)} where provider = ${provider} and client = ${client} returning 1
    `.execute(transaction);
    ended += rows.length;
  }
  return ended > 0;
}
