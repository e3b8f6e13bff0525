import type { Operation } from "../../../kernel/index.ts";
import { listCheckpoints, makeCheckpoint } from "./checkpoints.ts";
import { exportEntries } from "./export-entries.ts";
import { listEntries } from "./list-entries.ts";
import { verify } from "./verify.ts";

/** `version` is the product's: a SIEM keeps it with each event. */
export const auditOperations = (version: string): readonly Operation[] => [
  listEntries,
  exportEntries(version),
  verify,
  listCheckpoints,
  makeCheckpoint,
];
