import type { Operation } from "../../../kernel/index.ts";
import { download, listMade, listTaken, requestExport } from "./bundles.ts";
import { distrust, listHubs, showKey, trust } from "./hubs.ts";

export const bundleOperations: readonly Operation[] = [
  showKey,
  listHubs,
  trust,
  distrust,
  listMade,
  listTaken,
  requestExport,
  download,
];
