import type { Text } from "@bongsu/base";
import { isUnderEmbargo, type Marked, type Receivers } from "@bongsu/markings";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { thoseWhoSee } from "./visibility/may-see-many.ts";

/** Who receives something, by name. `reach` says it in short; the lists are exact. */
export interface Receiving {
  reach: Receivers["reach"];
  /** Organisations whose people and machines see it; all active ones where the reach is anyone or members. */
  organisations: { id: string; handle: string; name: Text }[];
  /** RED: the people. */
  people: { id: string; name: string }[];
}

/** Organisations that could come into question: the rule decides among them. */
async function candidates(database: Executor, { owner, audience }: Marked): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with direct as (
      select ${owner}::uuid as id
      union select unnest(${[...audience.organisations]}::uuid[])
      union select organisation from circle_member where circle = any(${[...audience.circles]}::uuid[])
    )
    select id from direct union select c.client from client_organisation c join direct on direct.id = c.provider
  `.execute(database);
  return rows.map(({ id }) => id);
}

async function organisationsNamed(database: Executor, ids: readonly string[] | "all") {
  const which = ids === "all" ? sql`status = 'active'` : sql`id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; handle: string; name: Text }>`
    select id, handle, json_build_object('en', name_en, 'ko', name_ko) as name
    from organisation where ${which} order by handle
  `.execute(database);
  return rows;
}

async function peopleNamed(database: Executor, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${[...ids]}::uuid[]) order by name, id
  `.execute(database);
  return rows;
}

/**
 * "Who will receive this?", asked before sending: the exact list of those who would see it at that moment, by the rule
 * that the database keeps. With the end of an embargo as `now`, who will see it from then on. Reads with the hub's
 * rights: the caller has checked that the marking is one that the asker may give.
 */
export async function whoWillReceive(database: Executor, marked: Marked, now: Date): Promise<Receiving> {
  if (marked.tlp === "RED") {
    const people = [...new Set([...(marked.author === null ? [] : [marked.author]), ...marked.named])];
    const reached = await thoseWhoSee(database, marked, { people, organisations: [] }, now);
    return { reach: "people", organisations: [], people: await peopleNamed(database, reached.people) };
  }
  if ((marked.tlp === "CLEAR" || marked.tlp === "GREEN") && !isUnderEmbargo(marked, now)) {
    const organisations = await organisationsNamed(database, "all");
    return { reach: marked.tlp === "CLEAR" ? "anyone" : "members", organisations, people: [] };
  }
  const organisations = await candidates(database, marked);
  const reached = await thoseWhoSee(database, marked, { people: [], organisations }, now);
  return {
    reach: "organisations",
    organisations: await organisationsNamed(database, reached.organisations),
    people: [],
  };
}
