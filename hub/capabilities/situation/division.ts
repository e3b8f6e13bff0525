import type { Sector } from "@bongsu/contracts";
import { dayOf } from "./days.ts";
import type { Division } from "./trend.ts";

/** What names a line in an answer. */
export const partOf = (division: Division, key: string): { sector: Sector | null; region: string | null } => ({
  sector: division === "sector" ? (key as Sector) : null,
  region: division === "region" ? key : null,
});

/** The first of so many days, today included: `2026-11-20`, by UTC. */
export const firstDay = (now: Date, days: number): string =>
  dayOf(new Date(now.getTime() - (days - 1) * 24 * 3_600_000));
