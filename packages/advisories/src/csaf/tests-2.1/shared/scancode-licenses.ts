/** Keys of ScanCode LicenseDB. */
export const scancodeLicenses: ReadonlyMap<string, "listed" | "deprecated"> = new Map([
  ["public-domain", "listed"],
  ["copyheart", "listed"],
  ["aop-pd", "deprecated"],
]);
