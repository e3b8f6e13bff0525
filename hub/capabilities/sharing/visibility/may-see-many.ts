import type { Marked } from "@bongsu/markings";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { maySeeSql, type ViewerSql } from "./rule.ts";

/** The viewer's facts, as `visibility.facts` gives them under the alias `f`; the time as the alias `asked`. */
export const factsViewer: ViewerSql = {
  person: "f.person",
  organisations: "f.organisations",
  providers: "f.providers",
  circles: "f.circles",
  providerCircles: "f.provider_circles",
  now: "asked.now",
};

/** A marking that stands in no table, as one row with the marking columns. */
const markedRow = ({ owner, author, tlp, audience, named, embargoUntil }: Marked): RawBuilder<unknown> => sql`(
  select ${owner}::uuid as owner, ${author}::uuid as author, ${tlp}::text as tlp,
    ${[...audience.organisations]}::uuid[] as audience_organisations, ${[...audience.circles]}::uuid[] as audience_circles,
    ${[...named]}::uuid[] as named, ${embargoUntil}::timestamptz as embargo_until
)`;

/** Of these candidates, those for whom the rule says yes. `people` are persons, `organisations` machines of theirs. */
export async function thoseWhoSee(
  database: Executor,
  marked: Marked,
  candidates: { people: readonly string[]; organisations: readonly string[] },
  now: Date,
): Promise<{ people: string[]; organisations: string[] }> {
  const people = [...candidates.people, ...candidates.organisations.map(() => null)];
  const accounts = [...candidates.people.map(() => null), ...candidates.organisations];
  const { rows } = await sql<{ viewer: number }>`
    select f.viewer from visibility.facts(${people}::uuid[], ${accounts}::uuid[]) as f,
      ${markedRow(marked)} as m, (select ${now}::timestamptz as now) as asked
    where (${sql.raw(maySeeSql("m", factsViewer))}) and f.organisations <> '{}'
  `.execute(database);
  const reached = new Set(rows.map(({ viewer }) => viewer - 1));
  return {
    people: candidates.people.filter((_, index) => reached.has(index)),
    organisations: candidates.organisations.filter((_, index) => reached.has(candidates.people.length + index)),
  };
}
