import { type RawBuilder, sql } from "kysely";

/** States in which something is still to be done, as a list of SQL. */
export const openStatesSql: RawBuilder<unknown> = sql`('new', 'acknowledged', 'remediating', 'accepted')`;

/** Hours within which somebody should have acknowledged an exposure, by decision, the least urgent first; null: no hurry. */
export const acknowledgementHours: readonly (number | null)[] = [null, 7 * 24, 24, 4];

/**
 * When an exposure counts as silent, for a row that has the columns `decision` and `since`; null where there is no hurry.
 * It holds while the exposure is still `new`. As text, for views.
 */
export const silentFromText = (row: string): string =>
  `${row}.since + case ${row}.decision ${acknowledgementHours
    .map((hours, decision) => (hours === null ? "" : `when ${decision} then interval '${hours} hours'`))
    .join(" ")} end`;

export const silentFromSql = (row: string): RawBuilder<unknown> => sql.raw(silentFromText(row));
