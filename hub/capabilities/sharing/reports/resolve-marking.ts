import { isUuid, type Problem } from "@bongsu/base";
import { type Marking, markingProblems, parseTlp } from "@bongsu/markings";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { sharingProblems } from "../problems.ts";
import { personOf, type Sharer } from "./sharer.ts";

/** A marking as a person gives it: handles, e-mail addresses, a label as written. */
export interface MarkingDraft {
  tlp: string | null;
  /** Handles of circles in which the sharing organisation is. */
  circles: readonly string[];
  /** Handles of organisations. */
  organisations: readonly string[];
  /** People who see RED besides the author: ids or e-mail addresses. */
  named: readonly string[];
  embargoUntil: Date | null;
}

/** At most so many circles, organisations and people, each. */
const mostNamed = 500;

const minute = 60_000;

/** One query for the ids of what was named; the first that it does not find is the caller's fault. */
async function idsOf(
  names: readonly string[],
  find: (names: string[]) => Promise<{ name: string; id: string }[]>,
  unknown: "sharing.unknown-circle" | "sharing.unknown-audience" | "sharing.unknown-person",
): Promise<string[]> {
  const wanted = [...new Set(names)];
  if (wanted.length > mostNamed) throw sharingProblems.error("sharing.audience-too-long", { most: mostNamed });
  if (wanted.length === 0) return [];
  // What no text in the database can contain is nobody's name.
  const storable = wanted.filter((name) => !name.includes("\0") && name.isWellFormed());
  const ids = new Map((await find(storable)).map(({ name, id }) => [name, id]));
  return wanted.map((name) => {
    const id = ids.get(name);
    if (id === undefined) throw sharingProblems.error(unknown, { name });
    return id;
  });
}

const circleIds = (transaction: Executor, owner: string) => async (names: string[]) => {
  const { rows } = await sql<{ name: string; id: string }>`
    select c.handle as name, c.id from circle c join circle_member m on m.circle = c.id
    where m.organisation = ${owner} and c.handle = any(${names}::text[])
  `.execute(transaction);
  return rows;
};

const organisationIds = (transaction: Executor) => async (names: string[]) => {
  const { rows } = await sql<{ name: string; id: string }>`
    select handle as name, id from organisation where status = 'active' and handle = any(${names}::text[])
  `.execute(transaction);
  return rows;
};

const personIds = (transaction: Executor) => async (names: string[]) => {
  const { rows } = await sql<{ name: string; id: string }>`
    select n.name, p.id from unnest(${names}::text[], ${names.map((name) => (isUuid(name) ? name : null))}::uuid[]) as n(name, id)
    join person p on (p.id = n.id or p.email = lower(n.name)) and p.status = 'active'
  `.execute(transaction);
  return rows;
};

function checkedEmbargo(until: Date | null, now: Date): Date | null {
  if (until === null) return null;
  if (Number.isNaN(until.getTime()) || until.getTime() <= now.getTime()) {
    throw sharingProblems.error("sharing.embargo-past");
  }
  // An embargo is to the minute; part of one ends with it, never before.
  return new Date(Math.ceil(until.getTime() / minute) * minute);
}

/**
 * A marking as the rule reads it, with what is worth knowing about it (`TLP:WHITE`). Throws `markings.unknown-label`
 * and `sharing.*` where a name is not known to the sharer, an embargo is over, or RED would reach nobody.
 */
export async function resolveMarking(
  transaction: Executor,
  sharer: Sharer,
  draft: MarkingDraft,
  now: Date,
): Promise<{ marking: Marking; problems: Problem[] }> {
  const { tlp, problems } = parseTlp(draft.tlp);
  if (problems.some(({ severity }) => severity === "error")) {
    throw markingProblems.error("markings.unknown-label", { label: draft.tlp ?? "" });
  }
  const marking: Marking = {
    tlp,
    audience: {
      circles: await idsOf(draft.circles, circleIds(transaction, sharer.organisation), "sharing.unknown-circle"),
      organisations: await idsOf(draft.organisations, organisationIds(transaction), "sharing.unknown-audience"),
    },
    named: await idsOf(draft.named, personIds(transaction), "sharing.unknown-person"),
    embargoUntil: checkedEmbargo(draft.embargoUntil, now),
  };
  if (tlp === "RED" && personOf(sharer) === null && marking.named.length === 0) {
    throw sharingProblems.error("sharing.reaches-nobody");
  }
  return { marking, problems };
}
