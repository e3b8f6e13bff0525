import type { Operation } from "../../../kernel/index.ts";
import { downloadAdvisory } from "./download-advisory.ts";
import { listAdvisories } from "./list-advisories.ts";
import { listVulnerabilities } from "./list-vulnerabilities.ts";
import { showAdvisory } from "./show-advisory.ts";
import { showVulnerability } from "./show-vulnerability.ts";

/** What brings advisories and statements in (`importAdvisory`, `importVex`) is done where the exposures follow. */
export const advisoryOperations: readonly Operation[] = [
  listVulnerabilities,
  showVulnerability,
  listAdvisories,
  showAdvisory,
  downloadAdvisory,
];
