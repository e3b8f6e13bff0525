import {
  listSources as listing,
  listSourceDocuments as listingDocuments,
  listSourceRuns as listingRuns,
  showSource as showing,
  suggestSources as suggesting,
} from "@bongsu/contracts";
import { type Selectable, sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { presentError, presentRun, presentSource, type SourceView, showSource, sourcesAt } from "../present.ts";
import { findSource } from "../store.ts";
import { suggestions } from "../suggestions.ts";
import { type SourceDocumentRow, type SourceRunRow, tables } from "../tables.ts";

export const listSources = operation(
  listing,
  async ({ database, now, actor }, { cursor, limit, sort, kind, state }) => {
    const after = positionOf(cursor, sort, ["text"]);
    const conditions = [
      after === null ? sql`true` : sql`s.handle > ${after[0]}`,
      kind === undefined ? sql`true` : sql`s.kind = ${kind}`,
      state === undefined ? sql`true` : sql`s.state = ${state}`,
    ];
    const { rows } = await sql<SourceView>`
    select * from ${sourcesAt(now)} as s where ${sql.join(conditions, sql` and `)} order by s.handle limit ${limit + 1}
  `.execute(database);
    return pageFrom(
      rows,
      limit,
      sort,
      ({ handle }) => [handle],
      (row) => presentSource(row, actor),
    );
  },
);

export const show = operation(showing, async ({ database, now, actor }, { source }) =>
  showSource(database, now, (await findSource(database, source)).id, actor),
);

export const listRuns = operation(listingRuns, async ({ database, actor }, { source, cursor, limit, sort }) => {
  const { id } = await findSource(database, source);
  const after = positionOf(cursor, sort, ["time", "id"]);
  const { rows } = await sql<Selectable<SourceRunRow>>`
    select * from source_run where source = ${id}
      and ${after === null ? sql`true` : sql`(started_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by started_at desc, id desc limit ${limit + 1}
  `.execute(database);
  return pageFrom(
    rows,
    limit,
    sort,
    (row) => [row.started_at.toISOString(), row.id],
    (row) => presentRun(row, actor),
  );
});

export const listDocuments = operation(
  listingDocuments,
  async ({ database }, { source, cursor, limit, sort, state }) => {
    const { id } = await findSource(database, source);
    const after = positionOf(cursor, sort, ["text"]);
    const conditions = [
      sql`source = ${id}`,
      after === null ? sql`true` : sql`key > ${after[0]}`,
      // Written out, so that the index of refused documents is used.
      state === undefined ? sql`true` : state === "refused" ? sql`state = 'refused'` : sql`state = 'taken'`,
    ];
    const { rows } = await sql<Selectable<SourceDocumentRow>>`
      select * from source_document where ${sql.join(conditions, sql` and `)} order by key limit ${limit + 1}
    `.execute(database);
    return pageFrom(
      rows,
      limit,
      sort,
      ({ key }) => [key],
      ({ key, state, sha256, at, error, next_try }) => ({
        ...{ document: key, state, at },
        sha256: sha256 === null ? null : Buffer.from(sha256).toString("hex"),
        error: presentError(error, true),
        nextTry: next_try,
      }),
    );
  },
);

export const suggest = operation(suggesting, async ({ database }) => {
  const rows = await tables(database).selectFrom("source").select("address").execute();
  const there = new Set(rows.map(({ address }) => address));
  return { items: suggestions.map((one) => ({ ...one, added: there.has(one.address) })) };
});
