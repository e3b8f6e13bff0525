export { ArchiveBudget, type ArchiveFaults, type ArchiveLimits } from "./budget.ts";
export { isZip, type ReadAt, withZipFile, type ZipEntry, zipEntries, zipFileEntries } from "./zip.ts";
