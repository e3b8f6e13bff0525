import type { Problem } from "@bongsu/base";
import { type advisoryRevision, showAdvisory as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { operation } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { type AdvisoryLine, advisoryColumns, affectedBy } from "../lines.ts";
import { wordsFor } from "../original.ts";
import { advisoryHubProblems } from "../problems.ts";

const mostAffected = 1_000;
const mostListed = 200;

type Facts = AdvisoryLine & {
  document: string;
  unparsed: string[];
  problems: Problem[];
  names: string[];
  follows: string[];
};

async function factsOf(database: Executor, id: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select ${advisoryColumns}, d.name as document, a.unparsed, d.problems,
      array(select n.written from advisory_name n where n.advisory = a.id and n.own order by n.name) as names,
      array(select n.written from advisory_name n where n.advisory = a.id and not n.own order by n.name) as follows
    from advisory a join advisory_document d on d.id = a.document where a.id = ${id}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw advisoryHubProblems.error("advisories.unknown-advisory", { id });
  return row;
}

async function revisionsOf(database: Executor, id: string): Promise<z.output<typeof advisoryRevision>[]> {
  const { rows } = await sql<z.output<typeof advisoryRevision>>`
    select encode(r.sha256, 'hex') as sha256, r.modified, r.provenance, r.imported_at as "importedAt",
      r.sha256 = d.sha256 as current
    from advisory a
    join advisory_document d on d.id = a.document
    join advisory_document_revision r on r.document = d.id
    where a.id = ${id} order by r.modified desc nulls last, r.sha256 desc limit ${mostListed}
  `.execute(database);
  return rows;
}

export const showAdvisory = operation(contract, ({ seen }, { advisory: id }) =>
  seen(async (database) => {
    const facts = await factsOf(database, id);
    const affected = await affectedBy(database, [id], mostAffected);
    const words = await wordsFor(database, [facts]);
    return {
      ...facts,
      unparsed: facts.unparsed.slice(0, mostListed),
      problems: facts.problems.slice(0, mostListed),
      ...(affected.get(id) ?? { affected: [], affectedCount: 0 }),
      ...(words.get(id) ?? { summary: null, details: null, weaknesses: [], references: [] }),
      revisions: await revisionsOf(database, id),
    };
  }),
);
