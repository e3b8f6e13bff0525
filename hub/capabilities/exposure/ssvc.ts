import { type RawBuilder, sql } from "kysely";
import type { Criticality, Network } from "../inventories/index.ts";

/** Outcomes of SSVC's deployer tree, least urgent first. */
export const decisions = ["defer", "scheduled", "out-of-cycle", "immediate"] as const;
export type Decision = (typeof decisions)[number];

export const exploitations = ["none", "poc", "active"] as const;
export type Exploitation = (typeof exploitations)[number];

/** SSVC's system exposure (small, controlled, open), by how far an asset can be reached. */
const systemExposure: Record<Network, number> = { isolated: 0, internal: 1, internet: 2 };

/** SSVC's human impact, by the asset's criticality. */
const humanImpact: Record<Criticality, number> = { low: 0, medium: 1, high: 2, "very-high": 3 };

/**
 * SSVC deployer patch application priority 1.0.0: one digit (an index into `decisions`) for each combination.
 * A line is an exploitation (none, public proof of concept, active); in it a group of eight is a system exposure
 * (small, controlled, open), the first four of a group not automatable, the last four automatable; within four, human
 * impact from low to very high.
 */
const table = [
  "00110111" + "01111111" + "01111112",
  "01111111" + "01111112" + "11121122",
  "11221222" + "11222222" + "12232233",
].join("");

const position = (exploitation: number, network: number, automatable: number, impact: number): number =>
  exploitation * 24 + network * 8 + automatable * 4 + impact;

/** What a deployer should do about one vulnerability on one asset. */
export function decide(
  exploitation: Exploitation,
  automatable: boolean,
  asset: { criticality: Criticality; network: Network },
): Decision {
  const index = position(
    exploitations.indexOf(exploitation),
    systemExposure[asset.network],
    automatable ? 1 : 0,
    humanImpact[asset.criticality],
  );
  return decisions[Number(table[index])] ?? "defer";
}

const rank = (column: RawBuilder<unknown>, ranks: Record<string, number>): RawBuilder<unknown> =>
  sql`(case ${column} ${sql.join(
    Object.entries(ranks).map(([word, number]) => sql`when ${sql.lit(word)} then ${sql.lit(number)}`),
    sql` `,
  )} end)`;

/** The same decision as an SQL expression (smallint: an index into `decisions`). */
export const decisionSql = (columns: {
  exploitation: RawBuilder<unknown>;
  automatable: RawBuilder<unknown>;
  criticality: RawBuilder<unknown>;
  network: RawBuilder<unknown>;
}): RawBuilder<unknown> => sql`substr(${sql.lit(table)}, 1
  + 24 * ${rank(columns.exploitation, Object.fromEntries(exploitations.map((word, index) => [word, index])))}
  + 8 * ${rank(columns.network, systemExposure)}
  + 4 * ${columns.automatable}::int
  + ${rank(columns.criticality, humanImpact)}, 1)::smallint`;
