import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { type Carried, isCarried, upTo } from "../markings.ts";
import type { TrustedHub } from "../trust.ts";

/** For whom a bundle is made: null is whoever gets it, who sees what anyone may see. */
export type Recipient = TrustedHub | null;

const ids = (recipient: Recipient): string[] => [...new Set(Object.values(recipient?.represents ?? {}))];

/** The recipient's organisations that are active here: `s`. */
const represented = (recipient: Recipient): RawBuilder<unknown> => sql`
  (select o.id from organisation o where o.status = 'active' and o.id = any(${ids(recipient)}::uuid[]))`;

/** Those of the recipient's organisations that are in the audience of the report `r` at this moment. */
export const participants = (recipient: Recipient): RawBuilder<unknown> => sql`
  array(
    select s.id from ${represented(recipient)} as s
    where s.id = any(r.audience_organisations)
      or exists (select 1 from circle_member m where m.circle = any(r.audience_circles) and m.organisation = s.id)
    order by s.id)`;

/** What may be in a bundle. */
export interface Scope {
  recipient: Recipient;
  /** Nothing narrower. */
  highest: Carried;
  /** Whether what is under an embargo may be. */
  embargoed: boolean;
}

/**
 * May the report `r` travel to the recipient? CLEAR: to anyone; GREEN: to a hub of the community; AMBER and
 * AMBER+STRICT: where one of its organisations is in the audience; RED and what is not marked: never. Under an embargo
 * only to participants. What came from another hub is not passed on.
 */
export function travels({ recipient, highest, embargoed }: Scope, now: Date): RawBuilder<unknown> {
  const reaches = sql`cardinality(${participants(recipient)}) > 0`;
  return sql`
    r.tlp in (${sql.join(upTo(highest))})
    and exists (select 1 from organisation o where o.id = r.owner)
    and (r.embargo_until is null or r.embargo_until <= ${now} or (${embargoed} and ${reaches}))
    and case r.tlp when 'CLEAR' then true when 'GREEN' then ${recipient?.community ?? false} else ${reaches} end`;
}

/** The widest scope of a recipient; nobody's name gets CLEAR alone. */
export const widest = (recipient: Recipient): Scope => ({
  recipient,
  highest: recipient?.maxMarking ?? "CLEAR",
  embargoed: true,
});

/** How many reports would travel now, their labels, and whether one of them is under an embargo. */
export async function countTravelling(database: Executor, recipient: Recipient, now: Date) {
  const { rows } = await sql<{ tlp: string; embargoed: boolean; count: number }>`
    select r.tlp, coalesce(r.embargo_until > ${now}, false) as embargoed, count(*)::int as count from report r
    where ${travels(widest(recipient), now)} group by 1, 2
  `.execute(database);
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    labels: rows.map(({ tlp }) => tlp).filter(isCarried),
    isEmbargoed: rows.some(({ embargoed }) => embargoed),
  };
}
