import { sql } from "kysely";
import { type Viewer, viewerKeys } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { factsViewer } from "./visibility/may-see-many.ts";
import { maySeeSql, uuidPattern } from "./visibility/rule.ts";

/**
 * Which of these events (their numbers) each viewer may hear of at this moment: for each viewer, in their order, the
 * numbers in ascending order. One query for thousands of listeners. An event shows itself by its own marking, and one
 * about a report besides by the report's present one: what was narrowed or removed since is not told any more. Reads
 * with the hub's rights.
 */
export async function visibleEvents(
  database: Executor,
  viewers: readonly Viewer[],
  numbers: readonly number[],
  now: Date,
): Promise<number[][]> {
  if (viewers.length === 0 || numbers.length === 0) return viewers.map(() => []);
  // Many listeners are of the same organisation or person: each is asked about once.
  const distinct = new Map(viewers.map((viewer) => [JSON.stringify(viewer), viewerKeys(viewer)]));
  const keys = [...distinct.values()];
  const { rows } = await sql<{ viewer: number; numbers: string[] }>`
    select f.viewer, array_agg(e.number order by e.number) as numbers
    from visibility.facts(
        ${keys.map(({ person }) => person)}::uuid[], ${keys.map(({ organisation }) => organisation)}::uuid[]) as f
      cross join (select ${now}::timestamptz as now) as asked
      cross join event e
      left join report r on r.id = case when e.subject = 'report' and e.subject_id ~ ${sql.raw(uuidPattern)} then e.subject_id::uuid end
    where e.number = any(${[...numbers]}::bigint[]) and (${sql.raw(maySeeSql("e", factsViewer))})
      and (e.subject <> 'report' or (${sql.raw(maySeeSql("r", factsViewer))}))
    group by f.viewer
  `.execute(database);
  const byViewer = new Map(rows.map((row) => [row.viewer - 1, row.numbers.map(Number)]));
  const places = new Map([...distinct.keys()].map((key, place) => [key, place]));
  return viewers.map((viewer) => byViewer.get(places.get(JSON.stringify(viewer)) ?? -1) ?? []);
}
