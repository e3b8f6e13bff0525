import type { Operation } from "../../../kernel/index.ts";
import { byRegion } from "./by-region.ts";
import { bySector } from "./by-sector.ts";
import { listTopUpgrades } from "./list-top-upgrades.ts";
import { listTopVulnerabilities } from "./list-top-vulnerabilities.ts";
import { showTimes } from "./show-times.ts";
import { showTrend } from "./show-trend.ts";

/** How the country stands, as far as each may know. */
export const situationOperations: readonly Operation[] = [
  bySector,
  byRegion,
  showTrend,
  showTimes,
  listTopVulnerabilities,
  listTopUpgrades,
];
