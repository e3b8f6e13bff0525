import type { Criticality, Sector } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";

/** What a failure of a sector would mean for the country, until its coordinators say otherwise. */
export const usualCriticalities: readonly { sector: Sector; criticality: Criticality }[] = [
  { sector: "government", criticality: "high" },
  { sector: "local-government", criticality: "medium" },
  { sector: "cloud", criticality: "high" },
  { sector: "telecom", criticality: "very-high" },
  { sector: "semiconductor", criticality: "high" },
  { sector: "energy", criticality: "very-high" },
  { sector: "finance", criticality: "very-high" },
  { sector: "water", criticality: "very-high" },
  { sector: "transport", criticality: "high" },
  { sector: "health", criticality: "very-high" },
  { sector: "research", criticality: "low" },
  { sector: "ai-lab", criticality: "medium" },
  { sector: "industry", criticality: "medium" },
];

const day = 24;

/** Hours to remediate, by decision (defer, scheduled, out of cycle, immediate) and the sector's criticality. */
const usualHours: Record<Criticality, readonly (number | null)[]> = {
  low: [null, 90 * day, 30 * day, 7 * day],
  medium: [null, 60 * day, 21 * day, 5 * day],
  high: [null, 45 * day, 14 * day, 3 * day],
  "very-high": [null, 30 * day, 7 * day, 1 * day],
};

export const usualDeadlines = Object.entries(usualHours).flatMap(([criticality, hours]) =>
  hours.map((of, decision) => ({ decision, criticality, hours: of })),
);

/**
 * Joins the hours in which an exposure is to be remediated, `d.hours`: null where there is no hurry. A sector that nobody
 * has spoken of is of medium criticality. Over rows with the columns `decision` and `sector`.
 */
export const deadlineJoin = (rows: string): RawBuilder<unknown> => sql`
  left join sector_criticality c on c.sector = ${sql.ref(`${rows}.sector`)}
  left join deadline d on d.decision = ${sql.ref(`${rows}.decision`)} and d.criticality = coalesce(c.criticality, 'medium')`;

/** When what begins at `from` is to be done, after `deadlineJoin`. */
export const dueSql = (from: RawBuilder<unknown>): RawBuilder<unknown> => sql`${from} + d.hours * interval '1 hour'`;
