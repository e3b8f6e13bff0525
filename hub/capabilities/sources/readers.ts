import type { SourceKind } from "@bongsu/contracts";
import { readProviderDocuments } from "./csaf/read.ts";
import { type BundleGround, readBundles } from "./reading/bundles.ts";
import { readEpssScores, readKevCatalogue } from "./reading/catalogue.ts";
import { readCveList, readOsvExport } from "./reading/export.ts";
import { readFolder } from "./reading/folder.ts";
import type { Read } from "./reading/work.ts";

/** How each kind of source is read. */
export const readers = (ground: BundleGround): Readonly<Record<SourceKind, Read>> => ({
  osv: readOsvExport,
  csaf: readProviderDocuments,
  cve: readCveList,
  kev: readKevCatalogue,
  epss: readEpssScores,
  folder: readFolder,
  bundle: readBundles(ground),
});
