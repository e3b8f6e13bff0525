import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";

/** What work stands on that is done behind the pages. */
export interface AlertGround {
  database: Pick<Database, "kysely">;
  clock: Clock;
  /** The hub's own time zone. */
  zone: string;
}
