export { isZip, type ReadAt, type ZipEntry, zipEntries, zipFileEntries } from "@bongsu/hub/archive";
